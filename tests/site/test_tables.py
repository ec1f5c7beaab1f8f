"""Tables of enhancements sort and filter in the browser, and the address keeps the view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from support.server import serve
from support.site import Site
from support.table_page import TablePage
from support.table_plan import table_plan

pytestmark = pytest.mark.browser

OVERVIEW = "roadmap/"
TWO_TABLES = """# Two tables

```roadmap
view: table
```

```roadmap
view: table
priority: [high, medium, low]
sort: title
```

And the second once more:

```roadmap
view: table
priority: [high, medium, low]
sort: title
```

[The overview](roadmap/index.md)
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with six enhancements, served."""
    site = Site(tmp_path_factory.mktemp("tables"))
    site.data(table_plan())
    site.page("two.md", TWO_TABLES)
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    site.settings |= {"theme": theme, "site_url": "http://localhost/"}
    built = site.build()
    with serve(built.folder) as served:
        # Instant navigation asks the site map which pages there are.
        sitemap = built.folder / "sitemap.xml"
        sitemap.write_text(sitemap.read_text(encoding="utf-8").replace("http://localhost/", served), encoding="utf-8")
        yield served


@pytest.fixture
def table(page: Page, address: str) -> TablePage:
    """The table of the overview; an error in the page fails the test."""
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(address + OVERVIEW, wait_until="load")
    return TablePage(page)


COLUMNS = {
    "No.": ([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]),
    "Enhancement": ([2, 5, 4, 3, 6, 1], [1, 6, 3, 4, 5, 2]),  # apple pie, Ärger, Item 9, Item 10, Melon, Zebra crossing
    "Priority": ([1, 4, 3, 6, 2, 5], [2, 5, 3, 6, 1, 4]),  # as the roadmap lists its levels
    "Status": ([1, 6, 4, 3, 2, 5], [5, 2, 3, 4, 1, 6]),  # from proposed to done, then deferred
    "Score": ([5, 2, 6, 4, 1, 3], [1, 4, 6, 2, 5, 3]),  # 4, 9, 12, 20, 25; none
    "Requirements done": ([1, 6, 3, 5, 4, 2], [2, 4, 5, 3, 1, 6]),
    "Timeline": ([2, 5, 3, 6, 1, 4], [1, 6, 3, 5, 2, 4]),  # 2 weeks, 90 hours of work, 1-2 sprints, 1 quarter, 6-12 months; none
    "Owner": ([2, 1, 4, 5, 3, 6], [5, 1, 4, 2, 3, 6]),  # ada, Grace twice, Zoë; nobody twice
}
"""Each column with the numbers of the enhancements in ascending and in descending order.

Equal ones stay in the order of the page, and those without a value come last both ways.
"""


def test_each_column_sorts_both_ways_by_keyboard_and_then_not_at_all(table: TablePage) -> None:
    seen = {}
    for column in COLUMNS:
        ways = {table.sort(column): table.numbers for _ in range(2)}
        seen[column] = (ways["ascending"], ways["descending"])
        assert table.sort(column) is None
        assert table.numbers == [1, 2, 3, 4, 5, 6], column
    assert seen == COLUMNS


def test_scores_and_progress_start_with_the_highest(table: TablePage) -> None:
    assert [table.sort(name) for name in ("Score", "Requirements done", "Priority")] == ["descending", "descending", "ascending"]
    assert table.table.locator("[aria-sort]").count() == 1


FILTERED = {
    ("Priority", "Medium priority"): [3, 6],
    ("Status", "In progress"): [3],
    ("Owner", "Grace"): [1, 4],
    ("Owner", "No owner"): [3, 6],
    ("Label", "Data store"): [2, 4],
    ("Label", "c++"): [6],
    ("Label", "No label"): [3, 5],
    ("Phase", "A second part"): [2, 5],
    ("Phase", "No phase"): [3, 6],
    ("Is", "Blocked"): [5, 6],
    ("Is", "Ready to start"): [4],
}


def test_a_filter_leaves_what_it_says_and_brings_it_back(table: TablePage) -> None:
    seen = {}
    for (name, option), numbers in FILTERED.items():
        table.choose(name, option)
        seen[name, option] = table.numbers
        assert table.status == f"{len(numbers)} of 6 enhancements", (name, option)
        table.choose(name, "All")
        assert table.numbers == [1, 2, 3, 4, 5, 6], (name, option)
    assert seen == FILTERED


def test_a_filter_offers_what_occurs_in_the_order_of_the_roadmap(table: TablePage) -> None:
    offered = {name: table.controls.get_by_label(name).locator("option").all_inner_texts() for name in ("Priority", "Status", "Phase")}
    assert offered == {
        "Priority": ["All", "High priority", "Medium priority", "Low priority"],
        "Status": ["All", "Proposed", "Ready", "In progress", "Done", "Deferred"],
        "Phase": ["All", "Zero to one", "A second part", "No phase"],
    }


def test_filters_narrow_each_other_and_are_cleared_at_once(table: TablePage) -> None:
    clear = table.controls.get_by_role("button", name="Clear filters")
    expect(clear).to_be_hidden()
    table.choose("Priority", "High priority")
    table.choose("Owner", "Grace")
    assert table.numbers == [1, 4]
    table.type("ITEM 9")
    assert table.numbers == [4]
    table.sort("Score")
    assert table.status == "1 of 6 enhancements, sorted by score, descending"
    clear.press("Enter")
    assert table.numbers == [1, 4, 6, 2, 5, 3]
    expect(table.controls.get_by_label("Text")).to_be_focused()
    expect(clear).to_be_hidden()


def test_what_the_table_shows_can_be_taken_along(table: TablePage) -> None:
    table.choose("Owner", "Grace")
    table.sort("Enhancement")
    head, *rows = table.downloaded()
    assert head[:3] == ["No.", "Enhancement", "Priority"]
    assert [int(row[0]) for row in rows] == table.numbers
    assert [row[1] for row in rows] == table.titles
    assert "–" not in {cell for row in rows for cell in row}


def test_when_nothing_matches_it_says_what_to_do(table: TablePage) -> None:
    table.type("apple pear")
    assert table.numbers == []
    assert table.status == "0 of 6 enhancements"
    message = table.page.get_by_text("No enhancement matches. Clear the filters.")
    expect(message).to_be_visible()
    message.get_by_role("button").press("Enter")
    assert len(table.numbers) == 6
    expect(message).to_be_hidden()


def test_the_address_gives_the_same_view_to_somebody_else_and_after_a_reload(table: TablePage, page: Page) -> None:
    table.choose("Label", "Data store")
    table.type("i")
    table.sort("Enhancement")
    table.sort("Enhancement")
    table.wait_for_address("table.label=Data", "table.text=i", "table.sort=-title")
    shared, seen = page.url, (table.titles, table.status)
    assert seen[0] == ["Item 9", "apple pie"]
    page.reload(wait_until="load")
    assert (table.titles, table.status) == seen
    fresh = page.context.new_page()
    fresh.goto(shared, wait_until="load")
    assert (TablePage(fresh).titles, TablePage(fresh).status) == seen
    assert TablePage(fresh).controls.get_by_label("Label").input_value() == "Data store"


def test_other_parts_of_the_address_stay(page: Page, address: str) -> None:
    page.goto(address + OVERVIEW + "?from=mail#all-enhancements", wait_until="load")
    table = TablePage(page)
    table.choose("Status", "Done")
    table.wait_for_address("?from=mail&table.status=done#all-enhancements")
    table.choose("Status", "All")
    expect(page).to_have_url(address + OVERVIEW + "?from=mail#all-enhancements")


def test_nonsense_in_the_address_counts_for_nothing(page: Page, address: str) -> None:
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    nonsense = "?table.priority=<img+src=x>&table.sort=__proto__&table.page=-7&table.status=&table.label=%00&table.phase=constructor"
    page.goto(address + OVERVIEW + nonsense, wait_until="load")
    assert TablePage(page).numbers == [1, 2, 3, 4, 5, 6]
    assert TablePage(page).status == "6 enhancements"


def test_back_leaves_the_page_and_forward_comes_to_the_same_view(table: TablePage, page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    page.goto(address + OVERVIEW, wait_until="load")
    table.choose("Owner", "ada")
    table.sort("Score")
    table.wait_for_address("table.owner=ada", "table.sort=-score")
    page.go_back(wait_until="load")
    expect(page).to_have_url(address)
    page.go_forward(wait_until="load")
    # The page may still be on its way: this looks again until it is there.
    expect(table.table.locator("tbody tr:visible td:first-child")).to_have_text(["2"])


def test_back_within_the_page_shows_the_view_of_then(table: TablePage, page: Page) -> None:
    page.evaluate("location.hash = 'all-enhancements'")
    table.choose("Owner", "ada")
    table.wait_for_address("table.owner=ada")
    page.go_back()
    expect(table.table.get_by_role("status")).to_have_text("6 enhancements")


def test_tables_of_one_page_do_not_fight(page: Page, address: str) -> None:
    page.goto(address + "two/", wait_until="load")
    tables = [TablePage(page, nth) for nth in range(3)]
    tables[0].choose("Owner", "Grace")
    tables[1].sort("Score")
    tables[2].type("item")
    seen = [[1, 4], [1, 4, 6, 2, 5, 3], [3, 4]]
    assert [table.numbers for table in tables] == seen
    tables[2].wait_for_address("table.owner=Grace", ".sort=-score", "-2.text=item")
    page.reload(wait_until="load")
    assert [table.numbers for table in tables] == seen
    names = page.locator("table[data-roadmap-table]").evaluate_all("tables => tables.map((table) => table.dataset.roadmapTable)")
    assert names[0] == "table"
    assert names[2] == names[1] + "-2"
    assert re.fullmatch(r"table-[0-9a-f]{8}", names[1])


def test_what_is_pressed_while_the_next_page_is_on_its_way_is_not_kept_for_that_page(page: Page, address: str) -> None:
    page.goto(address + "two/", wait_until="load")
    waiting: list[Route] = []
    page.route(address + OVERVIEW, lambda route: waiting.append(route))  # noqa: PLW0108 - a method of a list cannot be marked by the browser
    page.locator("article").get_by_role("link", name="The overview").click()
    expect(page).to_have_url(address + OVERVIEW)
    assert TablePage(page).sort("Score") == "descending"
    page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))")
    assert page.url == address + OVERVIEW
    waiting.pop().continue_()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plan")
    assert TablePage(page).numbers == [1, 2, 3, 4, 5, 6]


def test_it_lives_on_after_instant_navigation_away_and_back(page: Page, address: str) -> None:
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(address + "two/", wait_until="load")
    page.evaluate("window.sameDocument = true")
    page.locator("article").get_by_role("link", name="The overview").click()
    table = TablePage(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Plan")
    table.sort("Score")
    table.choose("Label", "web")
    assert table.numbers == [1, 2]
    assert table.controls.count() == 1
    table.wait_for_address("table.sort=-score", "table.label=web")
    table.table.get_by_role("link", name="apple pie").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("apple pie")
    page.go_back()
    expect(table.table.get_by_role("status")).to_have_text("2 of 6 enhancements, sorted by score, descending")
    assert table.numbers == [1, 2]
    assert page.locator(".er-filters").count() == 1
    assert page.evaluate("window.sameDocument") is True


def test_the_ranking_sorts_too(page: Page, address: str) -> None:
    page.goto(address + "roadmap/matrix/", wait_until="load")
    table = TablePage(page)
    assert table.titles[:2] == ["Zebra crossing", "Item 9"]
    assert table.status == "5 enhancements, ranked by score"  # one is done
    assert [table.sort("Impact"), table.sort("Impact")] == ["descending", "ascending"]
    assert table.titles == ["Ärger", "Item 9", "Melon", "Zebra crossing", "Item 10"]  # 2, 4, 4, 5; none
    assert table.status == "5 enhancements, sorted by impact, ascending"
    table.wait_for_address("ranking.sort=impact")


def test_a_few_rows_sort_but_need_no_filters(tmp_path: Path, page: Page) -> None:
    site = Site(tmp_path)
    site.data(table_plan())
    site.page("few.md", "# Few\n\n```roadmap\nview: table\nlimit: 3\n```\n")
    with serve(site.build().folder) as served:
        page.goto(served + "few/?table.text=nothing", wait_until="load")
        table = TablePage(page)
        expect(page.locator(".er-filters")).to_be_hidden()
        assert table.sort("Enhancement") == "ascending"
        assert table.titles == ["apple pie", "Item 10", "Zebra crossing"]
        assert table.status == "3 of 6 enhancements, sorted by enhancement, ascending"
