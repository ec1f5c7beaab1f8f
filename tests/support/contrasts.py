"""Which words of a page differ in what their contrast depends on: one of each look tells of all that look the same."""

from __future__ import annotations

TRIED = "[data-tried]"
"""The elements that are left to be tried."""

MARK = r"""context => {
  const WORDS = ["color", "fontSize", "fontWeight", "textShadow", "webkitTextFillColor", "webkitTextStrokeWidth", "textIndent"];
  const GROUND = ["backgroundColor", "backgroundImage", "opacity", "mixBlendMode", "filter"];
  const BOX = [...GROUND, "visibility", "display", "overflow", "clip", "clipPath"];
  const OFF = ":disabled, [aria-disabled=true]";
  const styleOf = (element, names, part) => {
    const style = getComputedStyle(element, part);
    return names.map((name) => style[name]);
  };
  const besideOf = (element, part) => {
    const style = styleOf(element, ["content", "position", ...GROUND], part);
    return style[0] === "none" ? "" : style;
  };
  const numbers = new Map();
  const numberOf = (words) => {
    if (!numbers.has(words)) numbers.set(words, numbers.size);
    return numbers.get(words);
  };
  const boxes = new Map();
  const boxOf = (element) => {
    if (!boxes.has(element)) {
      const named = [element.localName, element.getAttribute("class"), Boolean(element.id), element.matches(OFF)];
      const looks = [styleOf(element, BOX), besideOf(element, "::before"), besideOf(element, "::after")];
      boxes.set(element, numberOf([named, ...looks].join("|")));
    }
    return boxes.get(element);
  };
  const meet = (one, other) => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
  const isIn = (one, other) =>
    one.left >= other.left - 1 && one.right <= other.right + 1 && one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
  const hasSize = ({ width, height }) => width && height;
  const edges = new Map([...document.querySelectorAll("*")].map((element) => [element, element.getBoundingClientRect()]));
  const there = [...edges].filter(([, edge]) => hasSize(edge));
  const range = document.createRange();
  const rectsOf = (text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(hasSize);
  };
  const textsOf = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  /** What the words of an element are, all that they stand in, and whatever else is at their place. */
  const lookOf = (element) => {
    const texts = textsOf(element);
    const rects = texts.flatMap(rectsOf);
    if (!rects.length) return null;
    const words = texts.map(({ data }) => data.trim()).join("");
    const kind = [Math.min([...words].length, 2), /[\p{L}\p{N}]/u.test(words), element.closest("label")?.control?.matches(OFF)];
    const told = (box) => `${boxOf(box)} ${rects.every((rect) => isIn(rect, edges.get(box)))}`;
    const around = [];
    for (let box = element; box; box = box.parentElement) around.push(told(box));
    const met = there.filter(([, edge]) => rects.some((rect) => meet(rect, edge))).map(([other]) => other);
    const beside = met.filter((other) => !other.contains(element)).map(told);
    return [...kind, ...styleOf(element, WORDS), ...around, "|", ...new Set(beside)].join();
  };

  document.querySelectorAll("[data-tried]").forEach((element) => element.removeAttribute("data-tried"));
  const root = document.querySelector(context);
  const seen = new Set([null]);
  const tried = [root, ...root.querySelectorAll("*")].filter((element) => {
    const look = lookOf(element);
    const isNew = !seen.has(look);
    seen.add(look);
    return isNew || element.matches("input, select, textarea");
  });
  tried.forEach((element) => element.setAttribute("data-tried", ""));
}"""
"""Marks one element of each look, and every field."""
