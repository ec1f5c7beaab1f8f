"""Tables of hundreds of enhancements have pages, and do not flood the site's search."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from support.server import serve
from support.site import Built, Site
from support.table_page import TablePage
from support.table_plan import long_plan

OVERVIEW = "roadmap/"


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
def test_a_long_table_has_pages_of_200_rows(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW, wait_until="load")
    table, above = TablePage(page), page.get_by_role("group", name="Pages of the table").first
    assert table.numbers == list(range(1, 201))
    assert table.status == "500 enhancements, rows 1 to 200"
    below = page.get_by_role("group", name="Pages of the table").last
    below.get_by_role("button", name="Next").press("Enter")
    assert table.numbers == list(range(201, 401))
    expect(above.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert table.numbers == list(range(401, 501))
    assert table.status == "500 enhancements, rows 401 to 500"
    expect(above).to_contain_text("Page 3 of 3")
    table.wait_for_address("table.page=3")
    page.reload(wait_until="load")
    assert table.numbers == list(range(401, 501))


@pytest.mark.browser
def test_sorting_and_filtering_reach_all_pages_and_start_at_the_first(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW + "?table.page=3", wait_until="load")
    table = TablePage(page)
    table.sort("No.")
    table.sort("No.")
    assert table.numbers == list(range(500, 300, -1))
    table.choose("Label", "tenth")
    assert table.numbers == list(range(500, 0, -10))
    assert table.status == "50 of 500 enhancements, sorted by no., descending"
    expect(page.get_by_role("group", name="Pages of the table").first).to_be_hidden()
    assert "table.page" not in page.url


@pytest.mark.browser
def test_print_shows_the_rows_of_all_pages_and_no_controls(page: Page, long_address: str) -> None:
    page.goto(long_address + OVERVIEW, wait_until="load")
    page.emulate_media(media="print")
    assert TablePage(page).numbers == list(range(1, 501))
    assert page.locator(".er-filters:visible, .er-pages:visible, article button:visible:not(.er-sort)").count() == 0


def test_the_search_knows_the_first_200_rows_and_every_enhancement_by_its_page(long_site: Built) -> None:
    index = json.loads((long_site.folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    overview = " ".join(entry["text"] for entry in index if entry["location"].partition("#")[0] == OVERVIEW)
    assert "Thing number 200 " in overview
    assert "Thing number 201 " not in overview
    assert "Thing number 500 " not in overview
    ranking = next(entry["text"] for entry in index if entry["location"] == "roadmap/matrix/#ranking")
    assert "Thing number 200 " in ranking
    assert "Thing number 201 " not in ranking
    assert {f"roadmap/enhancements/e{number}/" for number in range(1, 501)} <= {entry["location"] for entry in index}


def test_the_decision_page_keeps_to_200_enhancements_and_says_so(long_site: Built) -> None:
    page = (long_site.folder / "roadmap" / "decisions" / "index.html").read_text(encoding="utf-8")
    triggers, readiness = (page.partition(f'<h2 id="{part}">')[2].partition("<h2")[0] for part in ("triggers", "readiness-criteria"))
    assert triggers.count("<tr>") - triggers.count("<thead>") == 200
    assert "200 of 500 enhancements shown" in triggers
    assert readiness.count('<th scope="row">') <= 201
    assert "more are not listed here" in page
