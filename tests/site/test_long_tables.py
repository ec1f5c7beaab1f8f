"""Tables of hundreds of enhancements have pages, and do not flood the site's search."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from support.server import serve
from support.site import Built, Site
from support.table_page import TablePage
from support.table_plan import long_plan

OVERVIEW = "roadmap/"
LARGEST = 300_000
"""Bytes of a page."""


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with 500 enhancements."""
    site = Site(tmp_path_factory.mktemp("long"))
    site.data(long_plan(500))
    return site.build()


@pytest.fixture(scope="module")
def long_address(long_site: Built) -> Iterator[str]:
    """The same, served."""
    with serve(long_site.folder) as served:
        yield served


@pytest.mark.browser
def test_a_long_table_goes_on_on_further_pages_of_the_site(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW, wait_until="load")
    assert TablePage(page).numbers == list(range(1, 201))
    assert TablePage(page).status == "200 of 500 enhancements"
    page.get_by_role("link", name="Next: 2").click()
    page.wait_for_url("**/lists/table-2/")
    assert TablePage(page).numbers == list(range(201, 401))
    page.get_by_role("link", name="3", exact=True).click()
    page.wait_for_url("**/lists/table-3/")
    assert TablePage(page).numbers == list(range(401, 501))
    page.get_by_role("link", name="Previous: 2").click()
    page.get_by_role("link", name="Previous: 1").click()
    page.wait_for_url("**/roadmap/")


@pytest.mark.browser
def test_once_it_is_sorted_all_of_it_is_in_one_table_of_pages_of_200_rows(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW, wait_until="load")
    table, above = TablePage(page), page.get_by_role("group", name="Pages of the table").first
    table.sort("No.")
    expect(table.table.get_by_role("status")).to_have_text("500 enhancements, rows 1 to 200, sorted by no., ascending")
    assert page.locator("[data-roadmap-parts]:visible").count() == 0
    below = page.get_by_role("group", name="Pages of the table").last
    below.get_by_role("button", name="Next").press("Enter")
    assert table.numbers == list(range(201, 401))
    expect(above.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert table.numbers == list(range(401, 501))
    expect(above).to_contain_text("Page 3 of 3")
    table.wait_for_address("table.page=3")
    page.reload(wait_until="load")
    expect(table.table.get_by_role("status")).to_have_text("500 enhancements, rows 401 to 500, sorted by no., ascending")
    assert table.numbers == list(range(401, 501))
    expect(table.table.get_by_role("link", name="Thing number 401", exact=True)).to_have_attribute(
        "href", re.compile("/enhancements/e401/$")
    )


@pytest.mark.browser
def test_an_address_reaches_rows_that_stand_on_another_page(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW + "?table.text=number+499", wait_until="load")
    expect(TablePage(page).table.get_by_role("status")).to_have_text("1 of 500 enhancements")
    assert TablePage(page).numbers == [499]


@pytest.mark.browser
def test_sorting_and_filtering_reach_all_pages_and_start_at_the_first(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW + "?table.page=3", wait_until="load")
    table = TablePage(page)
    expect(table.table.get_by_role("status")).to_have_text("500 enhancements, rows 401 to 500")
    table.sort("No.")
    table.sort("No.")
    assert table.numbers == list(range(500, 300, -1))
    table.choose("Label", "tenth")
    assert table.numbers == list(range(500, 0, -10))
    assert table.status == "50 of 500 enhancements, sorted by no., descending"
    expect(page.get_by_role("group", name="Pages of the table").first).to_be_hidden()
    assert "table.page" not in page.url


@pytest.mark.browser
def test_print_shows_the_rows_of_all_pages_that_were_asked_for_and_no_controls(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW + "?table.sort=number", wait_until="load")
    expect(TablePage(page).table.get_by_role("status")).to_contain_text("500 enhancements")
    page.emulate_media(media="print")
    assert TablePage(page).numbers == list(range(1, 501))
    assert page.locator(".er-filters:visible, .er-pages:visible, article button:visible:not(.er-sort)").count() == 0


@pytest.mark.browser
def test_decisions_and_checklists_are_filtered_and_say_so(page: Page, long_address: str) -> None:
    for address, entries in (("roadmap/decisions/", ".er-decided > li"), ("roadmap/checklists/", ".er-items > li")):
        page.goto(long_address + address, wait_until="load")
        page.get_by_role("searchbox").first.fill("17")
        expect(page.locator(f"{entries}:visible").first).to_contain_text("17")
        assert page.locator(f"{entries}:visible").count() == page.locator(f"{entries}:visible", has_text="17").count()
        expect(page.get_by_role("status").first).to_contain_text("enhancements on this page")


def test_the_search_knows_the_first_200_rows_and_every_enhancement_by_its_page(long_site: Built) -> None:
    index = json.loads((long_site.folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    overview = " ".join(entry["text"] for entry in index if entry["location"].partition("#")[0] == OVERVIEW)
    assert "Thing number 200 " in overview
    assert "Thing number 201 " not in overview
    assert "Thing number 500 " not in overview
    assert {f"roadmap/enhancements/e{number}/" for number in range(1, 501)} <= {entry["location"] for entry in index}
    assert not [entry for entry in index if entry["location"].startswith("roadmap/lists/")]


def test_the_decision_page_has_what_is_asked_first_and_leads_to_the_rest(long_site: Built) -> None:
    page = long_site.html("roadmap/decisions/")
    triggers, readiness = (page.partition(f'<h2 id="{part}">')[2].partition("<h2")[0] for part in ("triggers", "readiness-criteria"))
    assert triggers.count("<tr>") - triggers.count("<thead>") == 25
    assert 'href="../lists/triggers-2/"' in triggers
    assert readiness.count('<th scope="row">') <= 26
    assert re.search(r'<a href="\.\./lists/decisions-[a-z-]+-2/">\d+ more', page)


def test_of_a_roadmap_of_which_nothing_is_assessed_the_matrix_says_so_in_a_sentence(long_site: Built) -> None:
    page = long_site.html("roadmap/matrix/")
    assert "Nothing is assessed yet." in page
    assert page.count("Thing number") == 50
    assert "450 more" in page


def test_no_page_beside_the_document_is_over_300_kb(long_site: Built) -> None:
    sizes = {page.relative_to(long_site.folder).parent.as_posix(): page.stat().st_size for page in long_site.pages()}
    assert {name: size for name, size in sizes.items() if size > LARGEST and not name.startswith("roadmap/lists/document")} == {}
