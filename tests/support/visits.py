"""Each page of a site opened once in a real browser, and everything seen of it that can be seen without leaving it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, product

from playwright.sync_api import Browser, Page

from support.axe import faults
from support.fonts import FONTS, WIDE, Font, bring_fonts, write_in
from support.measures import unreadable

WIDTHS = (320, 360, 768, 1280, 1920)
PAPER = {"A4": 718, "Letter": 740}
"""Sheets with margins of a centimetre: their width in CSS pixels."""
SCHEMES = ("default", "slate")
USUAL = {"width": 1280, "height": 740}

_CONTROLS = ".er-filters, .er-pages, .er-status, .er-take, .er-empty:has(button)"
"""What the script adds."""
_AROUND = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .md-content__button, .headerlink"
_STOPS = ".er-frame[tabindex], .er-table[tabindex], .er-matrix[tabindex]"

_STILL = "* { transition: none !important; }"
"""Neither the theme's drawer nor its colours are on their way from one state to the other."""
_WORDS = """controls => {
  const hidden = document.querySelectorAll(controls);
  hidden.forEach((control) => control.setAttribute("style", "display: none !important"));
  const words = document.querySelector("article").innerText;
  hidden.forEach((control) => control.removeAttribute("style"));
  return words;
}"""
_SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
_TOO_WIDE = """limit => [...document.querySelectorAll("article *")]
  .filter((element) => !element.parentElement.closest(".er-scroll") && !element.matches(".er-hidden, .md-content__button, .headerlink"))
  .filter((element) => element.getBoundingClientRect().right > limit + 1)
  .map((element) => element.outerHTML.slice(0, 80))"""
_CUT = """() => [...document.querySelectorAll(".er-frame, .er-scroll, article table")]
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))"""
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
        placed: what no width and font may do: reach out, be hidden or broken, meet.
        stops: frames that are stops for the keyboard where nothing scrolls.
        paper: what is wrong in print.
        axe: what axe finds, in both schemes.
        words: what each page says, its words in order of the alphabet.
    """

    asked: list[str] = field(default_factory=list)
    placed: list[str] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)
    paper: list[str] = field(default_factory=list)
    axe: list[str] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)


def visit(browser: Browser, root: str, pages: Sequence[str], *, sampled: bool = False) -> Seen:
    """Open each page once.

    Args:
        browser: opens them.
        root: address of the site.
        pages: addresses of the pages.
        sampled: only a narrow and a usual width in the wide font, where a page is long.
    """
    seen = Seen()
    layouts = list(product((WIDE,), (320, 1280)) if sampled else product(FONTS, WIDTHS))
    with _page(browser) as page, bring_fonts(page):
        _listen(page, root, seen)
        for address in pages:
            page.goto(address, wait_until="load")
            page.add_style_tag(content=_STILL)
            seen.words[address] = words_of(page)
            seen.placed += _placed(page, address, layouts)
            page.set_viewport_size({"width": 360, "height": 740})
            seen.stops += [address] * page.locator(_STOPS).count()
            seen.paper += _on_paper(page, address, FONTS[:1] if sampled else FONTS)
            seen.axe += _judged(page, address, sampled=sampled)
    return seen


def words_of(page: Page) -> list[str]:
    """The words of the open page, without those of what the script adds."""
    return sorted(str(page.evaluate(_WORDS, _CONTROLS)).split())


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=USUAL)  # type: ignore[arg-type]  # a plain dictionary will do
    yield context.new_page()
    context.close()


def _listen(page: Page, root: str, seen: Seen) -> None:
    ours = (root, "data:", "blob:")
    page.on("console", lambda said: seen.asked.append(f"{page.url}: {said.text}") if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: seen.asked.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: _note_request(asked.url, ours, seen))


def _note_request(address: str, ours: tuple[str, ...], seen: Seen) -> None:
    is_a_font = address.endswith(".ttf")  # those that the tests bring
    if not address.startswith(ours) and not is_a_font:
        seen.asked.append(address)


def _placed(page: Page, address: str, layouts: Sequence[tuple[Font, int]]) -> Iterator[str]:
    for (font, width), scheme in zip(layouts, cycle(SCHEMES), strict=False):
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate(_SCHEME, scheme)
        write_in(page, font)
        where = f"{address} in {font.name} at {width}"
        if page.evaluate("document.scrollingElement.scrollWidth") > width:
            yield where
        for found in [*page.evaluate(_TOO_WIDE, width), *page.evaluate(_CUT), *unreadable(page, width)]:
            yield f"{where}: {found}"


def _on_paper(page: Page, address: str, fonts: Sequence[Font]) -> Iterator[str]:
    page.emulate_media(media="print")
    for (sheet, width), font in product(PAPER.items(), fonts):
        page.set_viewport_size({"width": width, "height": 1000})
        write_in(page, font)
        for found in [*page.evaluate(_CUT), *unreadable(page, width)]:
            yield f"{address} on {sheet} in {font.name}: {found}"
    yield from (f"{address}: {part}" for part in page.locator(_AROUND).all() if part.is_visible())
    page.emulate_media(media="screen")
    page.set_viewport_size(USUAL)  # type: ignore[arg-type]  # a plain dictionary will do


def _judged(page: Page, address: str, *, sampled: bool) -> Iterator[str]:
    if sampled or not address.endswith("matrix/"):
        page.evaluate(_THIN, 3 if sampled else 12)
    for scheme in SCHEMES:
        page.evaluate(_SCHEME, scheme)
        for fault in faults(page, colours=scheme != SCHEMES[0]):
            yield f"{address} {scheme}: {fault}"
