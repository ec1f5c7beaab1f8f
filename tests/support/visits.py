"""Each page of a site opened once in a real browser, and everything seen of it that can be seen without leaving it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, product

from playwright.sync_api import Browser, Frame, Page

from support.axe import faults
from support.fonts import FONTS, WIDE, Brought, load_fonts
from support.measures import Layout, misplaced
from support.policy import listen_for_violations, own_inline_parts, violations

WIDTHS = (320, 768, 1280, 1920, 360)
"""The last one is a phone's, which stops for the keyboard are looked for on."""
PAPER = {"A4": 718, "Letter": 740}
"""Sheets with margins of a centimetre: their width in CSS pixels."""
SCHEMES = ("default", "slate")
USUAL = {"width": 1280, "height": 740}

_CONTROLS = ".er-filters, .er-pages, .er-status, .er-take, .er-empty:has(button)"
"""What the script adds."""
_AROUND = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .md-content__button, .headerlink"
_STOPS = ".er-frame[tabindex], .er-table[tabindex], .er-matrix[tabindex]"

_STILL = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { transition: none !important; }");
  document.adoptedStyleSheets.push(sheet);
}"""
"""Neither the theme's drawer nor its colours are on their way from one state to the other."""
_WORDS = """controls => {
  const hidden = document.querySelectorAll(controls);
  hidden.forEach((control) => control.style.setProperty("display", "none", "important"));
  const words = document.querySelector("article").innerText;
  hidden.forEach((control) => control.style.removeProperty("display"));
  return words;
}"""
_FRAME = "<!doctype html><title>Around</title><iframe></iframe>"
_SHAPE = """shape => {
  const { style } = document.querySelector("iframe");
  Object.assign(style, { position: "absolute", border: 0, visibility: "hidden", width: `${shape.width}px`, height: `${shape.height}px` });
}"""
"""Nothing is painted, since nobody looks at the screen: what is measured is the layout."""
_SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
_SHOWN = """parts => [...document.querySelectorAll(parts)]
  .filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.getBoundingClientRect().width)
  .map((part) => part.outerHTML.slice(0, 80))"""

_THIN = """most => {
  const isOneOfMany = (element) => {
    const numbers = [...element.textContent.matchAll(/Crowded enhancement (\\d+)/g)].map(([, number]) => Number(number));
    return numbers.length > 0 && numbers.every((number) => number > 4);
  };
  for (const head of document.querySelectorAll("article h3")) {
    if (!isOneOfMany(head)) continue;
    while (head.nextElementSibling && !head.nextElementSibling.matches("h1, h2, h3")) head.nextElementSibling.remove();
    head.remove();
  }
  document.querySelectorAll("article :is(li, tr)").forEach((entry) => isOneOfMany(entry) && entry.remove());
  const lists = [...document.querySelectorAll("article :is(tbody, ul, ol)")];
  lists.forEach((list) => [...list.children].slice(most).forEach((entry) => entry.remove()));
}"""
"""Leaves the first of a crowd: axe takes its time for each element, and outside the matrix the others are like them."""


@dataclass
class Seen:
    """What was found wrong on the pages of a site, each with its address.

    Attributes:
        asked: what the console said, and requests to other hosts.
        inline: what a strict policy keeps from happening, and what stands inline in the content.
        placed: what no width and font may do: reach out, be hidden or broken, meet.
        stops: frames that are stops for the keyboard where nothing scrolls.
        paper: what is wrong in print.
        axe: what axe finds, in both schemes.
        words: what each page says, its words in order of the alphabet.
    """

    asked: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    placed: list[str] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)
    paper: list[str] = field(default_factory=list)
    axe: list[str] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)


def visit(browser: Browser, root: str, pages: Sequence[str], fonts: Brought, *, sampled: bool = False) -> Seen:
    """Open each page once.

    Args:
        browser: opens them.
        root: address of the site, which is served with a strict policy.
        pages: addresses of the pages.
        fonts: what they are written in.
        sampled: only a narrow and a usual width in the wide font, where a page is long.
    """
    seen = Seen()
    with _page(browser, root, fonts) as page:
        frame = page.frames[1]
        # Whatever the theme itself does against the policy, it does on a page without a roadmap too.
        frame.goto(root, wait_until="load")
        of_the_theme = set(violations(frame))
        _listen(page, root, seen)
        for address in pages:
            _shape(page, USUAL)
            frame.goto(address, wait_until="load")
            seen.inline += [f"{address}: {violation}" for violation in violations(frame) if violation not in of_the_theme]
            seen.inline += [f"{address}: inline"] * own_inline_parts(frame)
            frame.evaluate(_STILL)
            seen.words[address] = words_of(frame)
            _measure(page, frame, seen, sampled=sampled)
            _shape(page, USUAL)
            seen.axe += _judged(frame, sampled=sampled)
    return seen


def words_of(page: Page | Frame) -> list[str]:
    """The words of the open page, without those of what the script adds."""
    return sorted(str(page.evaluate(_WORDS, _CONTROLS)).split())


@contextmanager
def _page(browser: Browser, root: str, fonts: Brought) -> Iterator[Page]:
    """A page of the site around a frame, which pages are opened in: its size changes without anything being painted."""
    context = browser.new_context(viewport=USUAL)  # type: ignore[arg-type]  # a plain dictionary will do
    page = context.new_page()
    page.add_init_script(fonts.script)
    listen_for_violations(page)
    page.goto(root, wait_until="commit")
    page.set_content(_FRAME)
    yield page
    context.close()


def _shape(page: Page, shape: dict[str, int]) -> None:
    page.evaluate(_SHAPE, shape)


def _listen(page: Page, root: str, seen: Seen) -> None:
    ours = (root, "data:", "blob:")
    page.on("console", lambda said: seen.asked.append(f"{page.frames[1].url}: {said.text}") if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: seen.asked.append(f"{page.frames[1].url}: {error}"))
    page.on("request", lambda asked: _note_request(asked.url, ours, seen))


def _note_request(address: str, ours: tuple[str, ...], seen: Seen) -> None:
    is_a_font = address.endswith(".ttf")  # those that the tests bring
    if not address.startswith(ours) and not is_a_font:
        seen.asked.append(address)


def _measure(page: Page, frame: Frame, seen: Seen, *, sampled: bool) -> None:
    load_fonts(frame)
    sizes = list(product((WIDE,), (1280, 320)) if sampled else product(FONTS, WIDTHS))
    seen.placed += misplaced(
        frame,
        [
            Layout(f"in {font.name} at {width}", width, 740, scheme, font)
            for (font, width), scheme in zip(sizes, cycle(SCHEMES), strict=False)
        ],
    )
    seen.stops += [frame.url] * frame.evaluate("stops => document.querySelectorAll(stops).length", _STOPS)
    page.emulate_media(media="print")
    sheets = product(FONTS[:1] if sampled else FONTS, PAPER.items())
    seen.paper += misplaced(frame, [Layout(f"on {sheet} in {font.name}", width, 1000, "slate", font) for font, (sheet, width) in sheets])
    seen.paper += [f"{frame.url}: {part}" for part in frame.evaluate(_SHOWN, _AROUND)]
    page.emulate_media(media="screen")


def _judged(frame: Frame, *, sampled: bool) -> Iterator[str]:
    if sampled or not frame.url.endswith("matrix/"):
        frame.evaluate(_THIN, 3 if sampled else 12)
    for scheme in SCHEMES:
        frame.evaluate(_SCHEME, scheme)
        for fault in faults(frame, colours=scheme != SCHEMES[0]):
            yield f"{frame.url} {scheme}: {fault}"
