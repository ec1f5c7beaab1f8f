"""Sortable tables hold in every theme, for every reader, under a strict policy and with hostile data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import faults
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.policy import listen_for_violations, own_inline_parts, strict_policy, violations
from support.server import serve
from support.site import WORKING_PANDA, Built, Site
from support.table_page import TablePage
from support.table_plan import table_plan

pytestmark = pytest.mark.browser

OVERVIEW = "roadmap/"
FILTERS, FRAME, NO_MATCH = ".er-filters", ".er-frame:has([data-roadmap-table])", ".er-empty:has(button)"
PALETTE = [{"media": f"(prefers-color-scheme: {name})", "scheme": scheme} for name, scheme in (("light", "default"), ("dark", "slate"))]
THEMES = {
    "material": {"name": "material", "font": False, "palette": PALETTE},
    "mkdocs": {"name": "mkdocs", "highlightjs": False, "user_color_mode_toggle": True, "color_mode": "auto"},
    "readthedocs": {"name": "readthedocs", "highlightjs": False, "include_homepage_in_sidebar": False},
}


@pytest.fixture(scope="module", params=THEMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site in each theme."""
    site = Site(tmp_path_factory.mktemp(request.param))
    site.settings["theme"] = THEMES[request.param]
    site.data(table_plan())
    return site.build()


@pytest.fixture
def address(built: Built) -> Iterator[str]:
    """The site, served with a strict policy."""
    with serve(
        built.folder, {"Content-Security-Policy": strict_policy([built.folder / "index.html", built.folder / OVERVIEW / "index.html"])}
    ) as served:
        yield served


def test_it_works_under_a_strict_policy_without_a_word_in_the_console(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    listen_for_violations(page)
    # Whatever the theme itself does against the policy, it does on a page without a roadmap too.
    page.goto(address, wait_until="load")
    of_the_theme, said_by_the_theme = violations(page), [_without_place(words) for words in said]
    said.clear()
    page.goto(address + OVERVIEW, wait_until="load")
    table = TablePage(page)
    assert table.sort("Score") == "descending"
    table.choose("Label", "web")
    assert table.numbers == [1, 2]
    table.wait_for_address("table.label=web")
    assert own_inline_parts(page) == 0
    assert set(violations(page)) <= set(of_the_theme)
    assert {_without_place(words) for words in said} <= set(said_by_the_theme)


def _without_place(words: str) -> str:
    """A message of the console without the address that it is about."""
    return re.sub(r"http://\S+|index:\d+", "", words)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_table_and_its_controls(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True)
    page = context.new_page()
    page.goto(address + OVERVIEW + "?table.text=e&table.sort=-score", wait_until="load")
    table = TablePage(page)
    table.sort("Status")
    expect(table.controls.get_by_role("button", name="Clear filters")).to_be_visible()
    for query, parts in (("e", (FILTERS, FRAME)), ("nothing at all", (FILTERS, FRAME, NO_MATCH))):
        table.controls.get_by_label("Text").fill(query)
        for part in parts:
            assert _faults(page, part, colours=scheme == "dark") == []
    context.close()


def _faults(page: Page, part: str, *, colours: bool) -> list[str]:
    """Rule and element of what axe finds in a part of the page."""
    # The colour of links in MkDocs' own themes is theirs.
    of_the_theme = page.locator("meta[name=generator][content*=material]").count() == 0
    return [fault for fault in faults(page, part, colours=colours) if not (of_the_theme and fault.startswith("color-contrast: <a"))]


def test_without_javascript_every_fact_is_there_and_no_control(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + OVERVIEW + "?table.status=done", wait_until="load")
    table = TablePage(page)
    assert table.numbers == [1, 2, 3, 4, 5, 6]
    row = " ".join(table.table.locator("tbody tr").first.inner_text().split())
    assert row == "1 Zebra crossing High priority Proposed 25 0 of 4 6-12 months Grace"
    assert page.locator(FRAME).locator("button, input, select, [aria-sort], [role=status]").count() == 0
    assert page.locator(f"{FILTERS}, .er-pages, .er-sort, .er-button").count() == 0
    context.close()


def test_at_360_px_nothing_but_the_table_in_its_frame_scrolls_sideways(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + OVERVIEW + "?table.text=e", wait_until="load")
    boxes = page.locator(f"{FILTERS}, {FILTERS} label, {FILTERS} button").evaluate_all(
        "elements => elements.map((element) => element.getBoundingClientRect().right)"
    )
    assert len(boxes) == 9
    assert max(boxes) <= 360


def test_hostile_words_stay_words_in_filters_and_addresses(tmp_path: Path, page: Page) -> None:
    site = Site(tmp_path)
    site.data(dict(hostile_roadmap(WORKING_PANDA, " ¦ ".join(SHOWN_AS_TYPED))))
    for number, file in enumerate(sorted((tmp_path / "roadmap-data" / "enhancements").glob("*.yml"))):
        owner = SHOWN_AS_TYPED[number].replace("'", "''")
        file.write_text(file.read_text(encoding="utf-8") + f"\nowner: '{owner}'\n", encoding="utf-8")
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    with serve(site.build(strict=False).folder) as served:
        page.goto(served + OVERVIEW, wait_until="load")
        table = TablePage(page)
        owners = table.controls.get_by_label("Owner").locator("option").all_inner_texts()
        assert SHOWN_AS_TYPED[0] in owners
        for owner in owners[1:]:
            table.choose("Owner", owner)
            assert len(table.numbers) == 1
        for name in ("Enhancement", "Owner", "Priority", "Status"):
            table.sort(name)
        table.wait_for_address("table.owner=")
        page.reload(wait_until="load")
        assert len(table.numbers) == 1
        page.evaluate("document.querySelector('[data-roadmap-table] tbody tr:not([hidden]) th').textContent = '=1+1'")
        assert "'=1+1" in table.downloaded()[1]
        assert page.locator("article :is(script, iframe, img, svg[onload], [onmouseover])").count() == 0
        assert page.evaluate("window.pwned") is None
