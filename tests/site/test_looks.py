"""Every generated page, with real data and with extremes, looks right to everybody: seen in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.axe import faults
from support.fonts import FONTS, bring_fonts, write_in
from support.looks import SITES, addresses
from support.policy import listen_for_violations, own_inline_parts, strict_policy, violations
from support.server import serve
from support.site import Built

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1280, 1920)
NARROW = {"width": 360, "height": 740}
PAPER = {"width": 718, "height": 1000}
"""A4 with margins of a centimetre, in CSS pixels."""

CONTROLS = ".er-filters, .er-pages, .er-status, .er-take, .er-empty:has(button)"
"""What the script adds."""

TEXT = """controls => {
  document.querySelectorAll(controls).forEach((control) => control.remove());
  return document.querySelector("article").innerText.replace(/\\s+/g, " ");
}"""
TOO_WIDE = """limit => [...document.querySelectorAll("article *")]
  .filter((element) => !element.parentElement.closest(".er-scroll") && !element.matches(".er-hidden, .md-content__button, .headerlink"))
  .filter((element) => element.getBoundingClientRect().right > limit + 1)
  .map((element) => element.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll(".er-frame, .er-scroll, article table")]
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))"""
THIN = """() => {
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
}"""
"""Leaves the first four of the crowd: axe takes its time for each element, and outside the matrix the others are like them."""

AROUND = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .md-content__button, .headerlink"


@dataclass(frozen=True)
class Shown:
    """A built site on localhost.

    Attributes:
        built: the site.
        root: its address.
        pages: addresses of its generated pages.
    """

    built: Built
    root: str
    pages: list[str]


@pytest.fixture(scope="module", params=SITES)
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """Each of the sites."""
    built = SITES[request.param](tmp_path_factory.mktemp(request.param))
    with serve(built.folder) as root:
        yield Shown(built, root, [root + address for address in addresses(built)])


def _context(browser: Browser, **options: object) -> BrowserContext:
    context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]  # Playwright types each option on its own
    return context


def test_axe_finds_nothing_light_or_dark(shown: Shown, page: Page) -> None:
    found: list[str] = []
    for address in shown.pages:
        page.goto(address, wait_until="load")
        if not address.endswith("matrix/"):
            page.evaluate(THIN)
        page.add_style_tag(content="* { transition: none !important; }")  # colours on their way from one scheme to the other are none
        for scheme in ("default", "slate"):
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            found += [f"{address} {scheme}: {fault}" for fault in faults(page)]
    assert found == []


def test_nothing_is_wrong_in_the_console_and_no_other_host_is_asked(shown: Shown, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith((shown.root, "data:", "blob:")) else None)
    for address in shown.pages:
        page.goto(address, wait_until="networkidle")
    assert said == []


def test_a_strict_policy_finds_nothing_inline_in_the_content(shown: Shown, page: Page) -> None:
    listen_for_violations(page)
    found: list[str] = []
    files = [shown.built.folder / "index.html", *(shown.built.folder / address / "index.html" for address in addresses(shown.built))]
    with serve(shown.built.folder, {"Content-Security-Policy": strict_policy(files)}) as root:
        # The theme's own inline parts are let in by their hashes; what it does besides, it does on a page without a roadmap too.
        page.goto(root, wait_until="load")
        of_the_theme = set(violations(page))
        for address in addresses(shown.built):
            page.goto(root + address, wait_until="load")
            found += [f"{address}: {violation}" for violation in violations(page) if violation not in of_the_theme]
            found += [f"{address}: inline"] * own_inline_parts(page)
    assert found == []


def test_at_no_width_does_anything_scroll_sideways_or_reach_out_of_its_frame_whatever_the_font(shown: Shown, page: Page) -> None:
    wide: list[str] = []
    with bring_fonts(page):
        for address in shown.pages:
            page.goto(address, wait_until="load")
            page.add_style_tag(content="* { transition: none !important; }")  # the theme's drawer slides from one width to the other
            for font, width in product(FONTS, WIDTHS):
                page.set_viewport_size({"width": width, "height": 740})
                write_in(page, font)
                if page.evaluate("document.scrollingElement.scrollWidth") > width:
                    wide.append(f"{address} in {font.name} at {width}")
                wide += [
                    f"{address} in {font.name} at {width}: {element}" for element in [*page.evaluate(TOO_WIDE, width), *page.evaluate(CUT)]
                ]
    assert wide == []


def test_on_a_phone_nothing_of_a_view_is_a_stop_for_the_keyboard_that_does_nothing(shown: Shown, page: Page) -> None:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dictionary will do
    for address in shown.pages:
        page.goto(address, wait_until="load")
        assert page.locator(".er-frame[tabindex], .er-table[tabindex], .er-matrix[tabindex]").count() == 0


def test_without_javascript_the_same_facts_are_there(shown: Shown, browser: Browser) -> None:
    texts = []
    for enabled in (True, False):
        context = _context(browser, java_script_enabled=enabled)
        page = context.new_page()
        texts.append([_words(page, address) for address in shown.pages])
        context.close()
    with_script, without = texts
    assert without == with_script
    assert all(len(words) > 1 for words in without)


def _words(page: Page, address: str) -> list[str]:
    page.goto(address, wait_until="load")
    return sorted(str(page.evaluate(TEXT, CONTROLS)).split())


def test_on_paper_there_is_no_navigation_and_no_table_is_cut_whatever_the_font(shown: Shown, page: Page) -> None:
    page.set_viewport_size(PAPER)  # type: ignore[arg-type]  # a plain dictionary will do
    page.emulate_media(media="print")
    found: list[str] = []
    with bring_fonts(page):
        for address in shown.pages:
            page.goto(address, wait_until="load")
            for font in FONTS:
                write_in(page, font)
                found += [f"{address} in {font.name}: {element}" for element in page.evaluate(CUT)]
            found += [f"{address}: {part}" for part in page.locator(AROUND).all() if part.is_visible()]
    assert found == []


def test_on_paper_each_sheet_of_a_table_has_its_headings(shown: Shown, page: Page, tmp_path: Path) -> None:
    page.goto(f"{shown.root}roadmap/matrix/", wait_until="load")
    page.pdf(path=tmp_path / "matrix.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "matrix.pdf") as document:
        sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    ranked = [text for text in sheets if "assessed" in text and "Priority" in text]
    assert [text for text in ranked if "Rank Enhancement Priority Score" not in " ".join(text.split())] == []
    assert ranked or "nothing" in shown.built.folder.as_posix()
