"""Which reviews are due, since when, and whose turn it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import DueReview, Insight
from support.days import DAYS
from support.plans import insight

STAKEHOLDERS = [{"id": "ops", "name": "Operations", "concern": "Can we?"}, {"id": "boss", "name": "Leadership", "concern": "May we?"}]


def planned(today: str, *reviews: dict[str, Any], stakeholders: list[dict[str, Any]] | None = None, **about: str) -> Insight:
    """Regular reviews, monthly unless they say otherwise."""
    form = {"title": "Title", "cadence": "monthly", "task": "Look"}
    governance = {"reviews": [form | review for review in reviews], "stakeholders": stakeholders or STAKEHOLDERS}
    return insight([], about=about, governance=governance, today=date.fromisoformat(today))


def only(found: Insight) -> DueReview:
    (review,) = found.reviews
    return review


@pytest.mark.parametrize(
    ("due", "today", "is_due", "days_left", "days_over"),
    [
        ("2026-06-30", "2026-06-29", False, 1, 0),
        ("2026-06-30", "2026-06-30", True, 0, 0),
        ("2026-06-30", "2026-07-01", True, 0, 1),
        ("2026-06", "2026-05-31", False, 30, 0),
        ("2026-06", "2026-06-01", True, 29, 0),
        ("2026-06", "2026-06-30", True, 0, 0),
        ("2026-06", "2026-07-02", True, 0, 2),
    ],
)
def test_it_is_due_from_its_first_day_on_and_overdue_after_its_last(
    due: str, today: str, is_due: bool, days_left: int, days_over: int
) -> None:
    review = only(planned(today, next_review=due))
    assert (review.is_due, review.is_overdue, review.days_left, review.days_over) == (is_due, days_over > 0, days_left, days_over)


def test_a_review_is_counted_from_its_own_last_time_before_that_of_the_document() -> None:
    found = planned("2026-06-30", {"id": "own", "last_held": "2026-06-20"}, {"id": "other"}, last_review="2026-05")
    assert [(entry.review.id, str(entry.due)) for entry in found.reviews if entry.review] == [
        ("other", "June 2026"),
        ("own", "20 July 2026"),
    ]
    assert list(found.overdue_reviews) == []


def test_one_that_was_never_held_is_due_today_and_not_overdue() -> None:
    review = only(planned("2026-06-30", {"id": "new"}))
    assert (review.last_held, review.due.isoformat(), review.is_due, review.is_overdue) == (None, "2026-06-30", True, False)


def test_those_due_first_come_first_and_the_document_before_others_of_its_day() -> None:
    reviews = [{"id": "a", "last_held": "2026-06-01"}, {"id": "b", "last_held": "2026-03"}, {"id": "c", "last_held": "2026-05-30"}]
    found = planned("2026-06-30", *reviews, next_review="2026-06-30")
    assert [entry.review.id if entry.review else "document" for entry in found.reviews] == ["b", "document", "c", "a"]
    assert [entry.review.id for entry in found.overdue_reviews if entry.review] == ["b"]


def test_stakeholders_are_asked_one_after_the_other_from_the_day_that_it_is_due() -> None:
    review = {"id": "r", "last_held": "2026-05-31", "stakeholders": ["boss", "ops", "boss"], "days_each": 3}
    turns = only(planned("2026-07-03", review)).turns
    assert [(turn.stakeholder.id, turn.starts.isoformat(), turn.ends.isoformat()) for turn in turns] == [
        ("boss", "2026-06-30", "2026-07-02"),
        ("ops", "2026-07-03", "2026-07-05"),
    ]
    assert [turn.is_overdue for turn in turns] == [True, False]


@pytest.mark.parametrize(
    ("last_held", "asked", "is_answered"),
    [
        ("2026-05", "2026-05-31", False),
        ("2026-05", "2026-06-01", True),
        ("2026-05-15", "2026-06", True),
        ("2026-05-15", "2026-06-14", False),
        ("2026-05-15", "2026-07-20", False),
        (None, "2020-01", True),
    ],
)
def test_who_has_given_a_view_in_this_round_has_answered(last_held: str | None, asked: str, is_answered: bool) -> None:
    review = {"id": "r", "stakeholders": ["ops"]} | ({"last_held": last_held} if last_held else {})
    stakeholders = [{"id": "ops", "name": "Operations", "concern": "Can we?", "last_asked": asked}]
    (turn,) = only(planned("2026-06-30", review, stakeholders=stakeholders)).turns
    assert (turn.answered is not None) == is_answered


@given(day=DAYS, today=DAYS, days_each=st.integers(1, 1_000_000), cadence=st.sampled_from(["weekly", "monthly", "half-yearly", "yearly"]))
def test_every_date_that_the_data_may_have_gives_a_round(day: date, today: date, days_each: int, cadence: str) -> None:
    many = [{"id": f"s{number}", "name": "Somebody", "concern": "Something"} for number in range(5)]
    review = {"id": "r", "cadence": cadence, "last_held": str(day), "days_each": days_each, "stakeholders": [one["id"] for one in many]}
    found = only(planned(str(today), review, stakeholders=many))
    assert found.is_overdue == (found.days_over > 0)
    assert not (found.days_over and found.days_left)
    assert [turn.starts for turn in found.turns] == sorted(turn.starts for turn in found.turns)
    assert found.turns[0].starts.first == found.due.last
    assert all(turn.is_overdue <= found.is_overdue for turn in found.turns)


def test_a_metric_is_out_of_date_once_its_latest_reading_is_older_than_it_may_be() -> None:
    def of(on: str, days: int) -> dict[str, Any]:
        return {"id": on, "title": "Metric", "stale_after_days": days, "readings": [{"on": "2020-01", "value": 1}, {"on": on, "value": 1}]}

    metrics = [of("2026-06-20", 10), of("2026-06-19", 10), of("2026-05", 30), of("2026-04", 1_000_000), {"id": "none", "title": "None"}]
    found = insight([], metrics={"metrics": metrics}, today=date(2026, 6, 30))
    assert [metric.id for metric in found.out_of_date_metrics] == ["2026-06-19"]
