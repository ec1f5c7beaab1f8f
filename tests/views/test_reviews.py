"""Dates of reviews, late only where they are."""

from __future__ import annotations

import pytest

from enhancement_roadmap.views import VIEWS, Scene
from support.fragments import Fragment
from support.plans import insight
from support.scenes import EveryLink


def shown(**about: str) -> str:
    options = VIEWS["reviews"].options()
    return Fragment(VIEWS["reviews"].render(Scene(insight([], about=about), EveryLink()), options)).text


def test_only_the_next_review_can_be_overdue_even_on_the_day_of_the_last_one() -> None:
    assert shown(last_review="2025-06", next_review="2025-06").count("Overdue") == 1


@pytest.mark.parametrize("last", ["2999-12-31", "2999-12", "1900-01"])
@pytest.mark.parametrize("cadence", ["weekly", "monthly", "quarterly", "half-yearly", "yearly"])
def test_any_date_that_the_data_may_have_gives_a_next_one(last: str, cadence: str) -> None:
    reviews = [{"id": "r", "title": "R", "cadence": cadence, "task": "t"}]
    plan = insight([], about={"last_review": last}, governance={"reviews": reviews})
    assert "R" in Fragment(VIEWS["reviews"].render(Scene(plan, EveryLink()), VIEWS["reviews"].options())).text
