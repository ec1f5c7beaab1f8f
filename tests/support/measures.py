"""What a browser measures on a page: what reaches out of it, words that a box hides, numbers on two lines, labels that meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Frame

from support.fonts import WRITE, Font, assert_written

_UNREADABLE = """limit => {
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
_TOO_WIDE = """limit => [...document.querySelectorAll("article *")]
  .filter((element) => element.getBoundingClientRect().right > limit + 1)
  .filter((element) => !element.parentElement.closest(".er-scroll") && !element.matches(".er-hidden, .md-content__button, .headerlink"))
  .map((element) => element.outerHTML.slice(0, 80))"""
_CUT = """() => [...document.querySelectorAll(".er-frame, .er-scroll, article table")]
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))"""
_MEASURE = f"""layouts => {{
  const [write, unreadable, tooWide, cut] = [{WRITE}, {_UNREADABLE}, {_TOO_WIDE}, {_CUT}];
  const isPaper = matchMedia("print").matches;
  let written = null;
  const measured = [];
  for (const {{ width, height, scheme, family }} of layouts) {{
    Object.assign(frameElement.style, {{ width: `${{width}}px`, height: `${{height}}px` }});
    document.body.setAttribute("data-md-color-scheme", scheme);
    const wrote = family === written ? null : write(family);
    written = family;
    const found = [...cut(), ...unreadable(width)];
    if (!isPaper) {{
      found.unshift(...tooWide(width));
      if (document.scrollingElement.scrollWidth > width) found.unshift("it scrolls sideways");
    }}
    measured.push([innerWidth, wrote, found]);
  }}
  return measured;
}}"""
"""Each layout is made once, with all that changes, and measured before the next one."""


@dataclass(frozen=True)
class Layout:
    """What a page is laid out for.

    Attributes:
        where: what this is called.
        width: pixels of the window, or of the sheet.
        height: the same.
        scheme: Material's name of the colours.
        font: what words are written in.
    """

    where: str
    width: int
    height: int
    scheme: str
    font: Font


def misplaced(frame: Frame, layouts: Sequence[Layout]) -> Iterator[str]:
    """What nobody can read, or only by halves, in each of some layouts; on a screen also what reaches out of the window.

    Args:
        frame: where the page is open, the only one of a page of its site; it knows the fonts.
        layouts: those of one font should follow each other.

    Yields:
        Where it is, and the words or the element.
    """
    asked = [{"width": one.width, "height": one.height, "scheme": one.scheme, "family": one.font.family} for one in layouts]
    for layout, (width, wrote, found) in zip(layouts, frame.evaluate(_MEASURE, asked), strict=True):
        where = f"{frame.url} {layout.where}"
        assert width == layout.width, f"{where} is {width} pixels wide"
        if wrote is not None:
            assert_written(where, layout.font, wrote)
        yield from (f"{where}: {fault}" for fault in found)
