"""A filter is one record: one that is made up here works in a page, in the command and above the table in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Page

from enhancement_roadmap.analysis import Filter, Selection
from enhancement_roadmap.analysis.filters import FILTERS
from enhancement_roadmap.analysis.selection import filtered_by
from enhancement_roadmap.cli import main
from enhancement_roadmap.views import table
from support.server import serve
from support.site import Site
from support.table_page import TablePage
from support.table_plan import table_plan

TITLES = ["Zebra crossing", "apple pie", "Item 10", "Item 9", "Ärger", "Melon"]
FENCED = """# Dark ones

```roadmap
view: table
shade: [dark, none]
```
"""


@dataclass(frozen=True)
class Shade:
    title: str


SHADE = Filter(
    "shade",
    "Only those of this shade.",
    lambda item, _: ["dark"] if item.number in {1, 4} else ["light"] if item.number > 2 else [],
    lambda _: {"light": Shade("As light as *snow*"), "dark": Shade("As dark as night"), "grey": Shade("Between them")},
    may_lack=True,
)


@pytest.fixture(autouse=True)
def _shaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The view ``table`` with one more filter, for one test."""
    monkeypatch.setattr(table, "VIEW", replace(table.VIEW, options=filtered_by((*FILTERS, SHADE))(Selection)))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.data(table_plan())
    return made


def _show(site: Site, *options: str) -> Result:
    return CliRunner().invoke(main, ["show", "table", str(site.root / "roadmap-data"), *options])


def _titles(shown: Result) -> list[str]:
    assert shown.exit_code == 0, shown.output
    return [title for title in TITLES if title in shown.stdout]


def test_the_command_takes_it(site: Site) -> None:
    assert _titles(_show(site, "-o", "shade=dark")) == ["Zebra crossing", "Item 9"]
    assert _titles(_show(site, "-o", "shade=dark", "-o", "shade=none")) == ["Zebra crossing", "apple pie", "Item 9"]
    assert _titles(_show(site, "-o", "shade=light", "-o", "priority=medium")) == ["Item 10", "Melon"]


def test_an_unknown_value_of_it_is_named_with_what_there_is(site: Site) -> None:
    shown = _show(site, "-o", "shade=drak")
    assert shown.exit_code != 0
    assert "there is no shade ‘drak’. Did you mean ‘dark’? Valid: light, dark, grey, none." in shown.stderr


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    site.page("dark.md", FENCED)
    with serve(site.build().folder) as served:
        yield served


@pytest.mark.browser
def test_a_page_and_the_table_in_the_browser_take_it(page: Page, address: str) -> None:
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(address + "dark/", wait_until="load")
    assert TablePage(page).numbers == [1, 2, 4]
    page.goto(address + "roadmap/", wait_until="load")
    table = TablePage(page)
    offered = table.controls.get_by_label("Shade").locator("option").all_inner_texts()
    assert offered == ["All", "As light as snow", "As dark as night", "No shade"]
    table.choose("Shade", "As dark as night")
    assert table.numbers == [1, 4]
    table.wait_for_address("table.shade=dark")
    page.reload(wait_until="load")
    assert table.numbers == [1, 4]
    table.choose("Shade", "No shade")
    assert table.numbers == [2]
