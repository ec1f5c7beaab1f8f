"""A plan of many enhancements: the picture and the first rows stand on the plan page, the other rows on pages of their own."""

from __future__ import annotations

import re

import pytest
import yaml

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.pages.lists import MANY, LongList, long_lists
from enhancement_roadmap.views import VIEWS, RenderContext
from support.render_contexts import EveryLink
from support.schedules import understood, work

COUNT = MANY + 10
"""Enough for pages of their own."""


@pytest.fixture(scope="module")
def plan() -> Insight:
    """Pairs of enhancements, of which the second needs the first."""
    return understood(*(work(number, "1-2 days", *([number - 1] if number % 2 == 0 else [])) for number in range(1, COUNT + 1)))


def rows(plan: Insight, of: LongList, part: int) -> tuple[list[str], str]:
    """Ids of the enhancements in the table of a part, and all of its HTML."""
    values = yaml.safe_load("\n".join(of.lines(part)))
    view = VIEWS[values.pop("view")]
    html = view.render(RenderContext(plan, EveryLink()), view.options.model_validate(values))
    return re.findall(r'<th scope="row">.*?>Item (\d+)<', html), html


@pytest.mark.parametrize("name", ["dates", "graph"])
def test_the_table_goes_on_without_the_picture_and_no_row_is_lost(plan: Insight, name: str) -> None:
    found = long_lists(plan)[name]
    parts = [rows(plan, found, part) for part in range(1, found.count + 1)]
    numbers = [int(number) for names, _ in parts for number in names]
    assert sorted(numbers) == list(range(1, COUNT + 1))
    assert [("<svg" in html, f"{len(names)} of {COUNT} enhancements" in html) for names, html in parts[1:]] == [(False, True)] * len(
        parts[1:]
    )


def test_the_picture_of_the_first_part_is_on_the_plan_page(plan: Insight) -> None:
    html = VIEWS["schedule"].render(RenderContext(plan, EveryLink()), VIEWS["schedule"].options.model_validate({"limit": 40}))
    assert len(re.findall(r'class="er-schedule-work"', html)) == 40
    assert f"The first 40 of {COUNT}." in html


def test_a_plan_that_has_room_is_one_page() -> None:
    assert long_lists(understood(*(work(number, "1 day") for number in range(1, 20)))) == {}
