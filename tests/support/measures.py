"""What a browser measures on a page: words that a box hides, numbers on two lines, labels that meet."""

from __future__ import annotations

from playwright.sync_api import Page

_SEEN = """limit => {
  const article = document.querySelector("article");
  const found = [];
  const looks = new Map();
  const lookOf = (box) => {
    if (!looks.has(box)) {
      const style = getComputedStyle(box);
      const hides = (overflow) => overflow !== "visible";
      const shape = style.clipPath !== "none";
      const y = ["hidden", "clip"].includes(style.overflowY);
      looks.set(box, { shape, x: hides(style.overflowX), y, edge: box.getBoundingClientRect() });
    }
    return looks.get(box);
  };
  const isCut = (rect, { x, y, edge }) =>
    (x && (rect.right > edge.right + 1 || rect.left < edge.left - 1)) || (y && (rect.bottom > edge.bottom + 3 || rect.top < edge.top - 3));
  const boxesOf = (element) => {
    const boxes = [];
    for (let box = element; box !== article.parentElement; box = box.parentElement) boxes.push(lookOf(box));
    return boxes;
  };
  const linesOf = (rects) => new Set(rects.map(({ bottom }) => Math.round(bottom / 4))).size;
  const isMonster = ({ data, parentElement }) => data.length > 40 || parentElement.closest(".er-vast");
  const mustBreak = (node) => matchMedia("print").matches && isMonster(node); // several such amounts are wider than a sheet
  const range = document.createRange();
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(".er-hidden, .headerlink, .md-content__button, pre, code, svg, select, .er-scroll")) continue;
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
    if (!rects.length) continue;
    const boxes = boxesOf(parent);
    if (boxes.some(({ shape }) => shape)) continue;
    const words = node.data.trim().slice(0, 60);
    if (rects.some((rect) => rect.right > limit + 1 || boxes.some((box) => isCut(rect, box)))) found.push(`cut: ${words}`);
    for (const { 0: number, index } of node.data.matchAll(/[−$€£\\u2060]*\\d[\\d.,]*(–\\u2060[\\d.,]+)?(\\s?%)?/g)) {
      if (number.length < 2 || rects.length < 2 || mustBreak(node)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + number.trimEnd().length);
      if (linesOf([...range.getClientRects()].filter(({ width }) => width > 1)) > 1) found.push(`broken: ${number} in ${words}`);
    }
  }
  for (const picture of article.querySelectorAll("svg[role]")) {
    const labels = [...picture.querySelectorAll("text")].map((label) => [label.textContent, label.getBoundingClientRect()]);
    labels.forEach(([words, one], place) => labels.slice(place + 1).forEach(([others, other]) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 3) found.push(`labels meet: ${words} and ${others}`);
    }));
  }
  return found;
}"""


def unreadable(page: Page, width: int) -> list[str]:
    """What of the open page nobody can read, or only by halves, with its words.

    Args:
        page: the page.
        width: pixels that it has.
    """
    found: list[str] = page.evaluate(_SEEN, width)
    return found
