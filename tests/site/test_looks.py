"""Every generated page, with real data and with extremes, looks right to everybody: seen in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from support.fonts import brought_fonts
from support.looks import LARGE, LARGE_PAGES, SITES, addresses, built_once, telling
from support.policy import strict_policy
from support.server import serve
from support.sheets import printed
from support.site import Built
from support.visits import USUAL, Seen, visit, words_of

pytestmark = pytest.mark.browser

LARGEST = 300_000
"""Bytes of the HTML of a page, but for the document."""
WITH_TABLES = ("", "matrix/", "decisions/", "plan/")


@dataclass(frozen=True)
class Shown:
    """A built site on localhost, with a policy that lets nothing in which is not its own.

    Attributes:
        name: what the site is called.
        built: the site.
        root: its address.
        pages: addresses of its generated pages, from there.
        seen: what a browser saw on each of them.
    """

    name: str
    built: Built
    root: str
    pages: list[str]
    seen: Seen


@pytest.fixture(scope="module", params=[*SITES, LARGE])
def shown(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """Each of the sites."""
    name: str = request.param
    built = built_once(tmp_path_factory, name)
    pages = [f"roadmap/{page}" for page in LARGE_PAGES] if name == LARGE else (addresses if name == "extremes" else telling)(built)
    files = [built.folder / "index.html", *(built.folder / page / "index.html" for page in pages)]
    with brought_fonts() as fonts, serve(built.folder, {"Content-Security-Policy": strict_policy(files, fonts.roots)}) as root:
        yield Shown(name, built, root, pages, visit(browser, root, [root + page for page in pages], fonts, sampled=name == LARGE))


def test_axe_finds_nothing_light_or_dark(shown: Shown) -> None:
    assert shown.seen.axe == []


def test_nothing_is_wrong_in_the_console_and_no_other_host_is_asked(shown: Shown) -> None:
    assert shown.seen.asked == []


def test_at_no_width_is_anything_cut_hidden_or_broken_whatever_the_font(shown: Shown) -> None:
    assert shown.seen.placed == []


def test_on_a_phone_nothing_of_a_view_is_a_stop_for_the_keyboard_that_does_nothing(shown: Shown) -> None:
    assert shown.seen.stops == []


def test_on_paper_there_is_no_navigation_and_nothing_is_cut_whatever_the_font(shown: Shown) -> None:
    assert shown.seen.paper == []


def test_on_paper_each_sheet_of_a_table_has_its_headings_and_no_row_is_cut(shown: Shown, page: Page) -> None:
    sheet = {"working-panda": "A4", "lantern": "Letter"}.get(shown.name, "A4")
    for address in WITH_TABLES:
        if f"roadmap/{address}" in shown.pages:
            page.goto(f"{shown.root}roadmap/{address}", wait_until="load")
            assert printed(page, sheet) == []


def test_a_strict_policy_finds_nothing_inline_in_the_content(shown: Shown) -> None:
    assert shown.seen.inline == []


def test_without_javascript_the_same_facts_are_there(shown: Shown, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=USUAL)  # type: ignore[arg-type]  # a plain dictionary will do
    page = context.new_page()
    for address, words in shown.seen.words.items():
        page.goto(address, wait_until="load")
        assert len(words) > 1
        assert words_of(page) == words
    context.close()


def test_no_page_beside_the_document_takes_long_to_load(shown: Shown) -> None:
    files = [file for file in shown.built.pages() if "document" not in file.parent.name]
    assert [(file, size) for file in files if (size := Path(file).stat().st_size) > LARGEST] == []
