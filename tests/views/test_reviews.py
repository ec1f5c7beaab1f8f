"""Dates of reviews, late only where they are."""

from __future__ import annotations

import pytest

from enhancement_roadmap.views import VIEWS, RenderContext
from support.fragments import Fragment
from support.plans import insight
from support.render_contexts import EveryLink


def shown(**about: str) -> str:
    options = VIEWS["reviews"].options()
    return Fragment(VIEWS["reviews"].render(RenderContext(insight([], about=about), EveryLink()), options)).text


def test_only_the_next_review_can_be_overdue_even_on_the_day_of_the_last_one() -> None:
    assert shown(last_review="2025-06", next_review="2025-06").count("Overdue") == 1


@pytest.mark.parametrize("last", ["2999-12-31", "2999-12", "1900-01"])
@pytest.mark.parametrize("cadence", ["weekly", "monthly", "quarterly", "half-yearly", "yearly"])
def test_any_date_that_the_data_may_have_gives_a_next_one(last: str, cadence: str) -> None:
    reviews = [{"id": "r", "title": "R", "cadence": cadence, "task": "t"}]
    plan = insight([], about={"last_review": last}, governance={"reviews": reviews})
    assert "R" in Fragment(VIEWS["reviews"].render(RenderContext(plan, EveryLink()), VIEWS["reviews"].options())).text


def test_one_that_was_never_held_is_due_now() -> None:
    plan = insight([], governance={"reviews": [{"id": "r", "title": "R", "cadence": "monthly", "task": "Look"}]})
    text = Fragment(VIEWS["reviews"].render(RenderContext(plan, EveryLink()), VIEWS["reviews"].options())).text
    assert "R now never held yet Due – monthly Look" in text
    assert "Overdue" not in text


def test_who_has_not_answered_in_time_is_overdue() -> None:
    stakeholders = [{"id": name, "name": name, "concern": "Something"} for name in ("first", "second", "third")]
    stakeholders[1]["last_asked"] = "2026-06-12"
    review = {"id": "r", "title": "R", "cadence": "monthly", "task": "Look", "last_held": "2026-05-10", "days_each": 10}
    governance = {"reviews": [review | {"stakeholders": ["first", "second", "third"]}], "stakeholders": stakeholders}
    text = Fragment(
        VIEWS["reviews"].render(RenderContext(insight([], governance=governance), EveryLink()), VIEWS["reviews"].options())
    ).text
    assert "1 first 10 June 2026 to 19 June 2026 not yet Overdue" in text
    assert "2 second 20 June 2026 to 29 June 2026 12 June 2026 Something" in text
    assert "3 third 30 June 2026 to 9 July 2026 not yet Something" in text
