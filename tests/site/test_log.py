"""The history of a roadmap is filtered in the browser: by words, by what happened, by who did it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import faults
from support.previews import preview_site
from support.repository import Version, make_repository
from support.roadmaps import enhancement, small
from support.server import serve

pytestmark = pytest.mark.browser

GRACE = "Grace Hopper <grace@example.org>"
FIRST = "enhancements/first.yml"
LOW = small()[FIRST].replace("priority: high", "priority: low")
MANY = {f"enhancements/more-{number}.yml": enhancement(f"more-{number}", number, f"More {number}") for number in range(10, 20)}
HISTORY = (
    Version(small(), "Begin"),
    Version({FIRST: LOW}, "It can wait"),
    Version({FIRST: LOW + "owner: Ada\n"}, "Ada looks after it", author=GRACE),
    Version({FIRST: small()[FIRST]}, "It can not wait"),
    Version({**MANY, "enhancements/second.yml": None}, "Ten more", author=GRACE),
    Version({FIRST: LOW, "enhancements/more-10.yml": None}, "One less", author=GRACE),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of six commits by two people."""
    folder = tmp_path_factory.mktemp("log")
    make_repository(folder, HISTORY)
    with serve(preview_site(folder, "").build(strict=False).folder) as address:
        yield address


@pytest.fixture
def log(page: Page, root: str) -> Locator:
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(f"{root}roadmap/history/", wait_until="load")
    return page.locator("[data-roadmap-log]")


def commits(log: Locator) -> list[str]:
    return log.locator(".er-commits > li:visible .er-subject").all_inner_texts()


def test_by_what_happened_only_these_changes_show(log: Locator) -> None:
    log.get_by_label("Change").select_option("Priority lowered")
    assert commits(log) == ["One less", "It can wait"]
    assert log.locator(".er-changes > li:visible .er-what").all_inner_texts() == ["Priority lowered"] * 2
    expect(log.get_by_role("status")).to_have_text("2 of 6 commits")


def test_what_is_folded_goes_where_nothing_of_it_is_left(log: Locator) -> None:
    assert log.locator("summary:visible").count() == 1
    log.get_by_label("Change").select_option("Removed")
    assert commits(log) == ["One less", "Ten more"]
    assert log.locator("summary:visible").count() == 0


def test_what_is_folded_opens_where_it_is_looked_for(log: Locator) -> None:
    assert not log.get_by_text("More 19").is_visible()
    log.get_by_label("Text").fill("more 19")
    assert commits(log) == ["Ten more"]
    assert log.get_by_text("More 19").is_visible()


def test_by_author_and_the_address_keeps_it(log: Locator, page: Page) -> None:
    log.get_by_label("Author").select_option("Grace Hopper")
    assert commits(log) == ["One less", "Ten more", "Ada looks after it"]
    page.wait_for_url("**/?log.author=Grace+Hopper")
    page.reload(wait_until="load")
    assert commits(log) == ["One less", "Ten more", "Ada looks after it"]


def test_months_of_which_nothing_is_left_go_and_come_back(log: Locator) -> None:
    log.get_by_label("Text").fill("nothing has this")
    assert commits(log) == []
    assert log.locator("h3:visible, h4:visible").count() == 0
    assert log.get_by_text("No commit matches.").is_visible()
    log.get_by_role("button", name="Clear the filters.").click()
    assert len(commits(log)) == 6
    assert log.locator("h3:visible").count() == 1
    expect(log.get_by_label("Text")).to_be_focused()


def test_axe_finds_nothing(log: Locator, page: Page) -> None:
    log.get_by_label("Change").select_option("Priority lowered")
    assert faults(page) == []


def test_the_page_of_an_enhancement_has_its_history_without_filters(page: Page, root: str) -> None:
    page.goto(f"{root}roadmap/enhancements/first/", wait_until="load")
    assert page.locator(".er-commits").count() == 1
    assert page.get_by_role("group", name="Filters").count() == 0
