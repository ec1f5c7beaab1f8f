"""When an assessment is too old to go by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.reviews.cadence import assessment_cadence
from enhancement_roadmap.model import Cadence, Review
from support.days import DAYS
from support.plans import enhancement, insight

CADENCES: tuple[Cadence, ...] = ("weekly", "monthly", "quarterly", "half-yearly", "yearly")


def _reviews(*reviews: tuple[str, str]) -> list[dict[str, Any]]:
    """Regular reviews, each by its cadence and what it covers."""
    return [
        {"id": f"r{place}", "title": "Review", "cadence": cadence, "task": "Look", "covers": covers.split()}
        for place, (cadence, covers) in enumerate(reviews)
    ]


def _assessed(on: str | None, today: date, cadence: str = "quarterly", **values: Any) -> Insight:
    item = enhancement(1, assessment={"risk": 3, "impact": 3, "why": "For a reason", "on": on}, **values)
    return insight([item], governance={"reviews": _reviews((cadence, "assessments"))}, today=today)


def _is_stale(here: Insight) -> bool:
    return here.is_stale(here.by_id["item-1"])


@pytest.mark.parametrize(
    ("reviews", "cadence"),
    [
        ([], None),
        ([("monthly", "triggers"), ("yearly", "roadmap"), ("quarterly", "triggers")], "yearly"),
        ([("monthly", "triggers"), ("quarterly", "assessments"), ("yearly", "roadmap")], "quarterly"),
        ([("yearly", "roadmap assessments"), ("half-yearly", "assessments triggers"), ("weekly", "")], "half-yearly"),
    ],
)
def test_the_review_that_covers_assessments_says_how_often(reviews: list[tuple[str, str]], cadence: Cadence | None) -> None:
    assert assessment_cadence(Review.model_validate(review) for review in _reviews(*reviews)) == cadence


@pytest.mark.parametrize(
    ("on", "last_fresh_day"),
    [("2026-03-15", date(2026, 6, 15)), ("2026-03", date(2026, 6, 30)), ("2025-11-30", date(2026, 2, 28))],
)
def test_it_is_stale_once_the_day_of_its_review_is_over(on: str, last_fresh_day: date) -> None:
    assert not _is_stale(_assessed(on, last_fresh_day))
    assert _is_stale(_assessed(on, last_fresh_day + timedelta(days=1)))


@given(day=DAYS, today=DAYS, cadence=st.sampled_from(CADENCES))
def test_a_rarer_review_and_a_later_assessment_never_make_it_stale(day: date, today: date, cadence: Cadence) -> None:
    stale = [_is_stale(_assessed(str(day), today, each)) for each in CADENCES]
    assert stale == sorted(stale, reverse=True)
    later = min(day + timedelta(days=40), date(2999, 12, 31))
    assert _is_stale(_assessed(str(day), today, cadence)) or not _is_stale(_assessed(str(later), today, cadence))


def test_one_without_a_date_is_never_stale() -> None:
    assert not _is_stale(_assessed(None, date(2999, 1, 1)))


def test_without_reviews_nothing_is_stale() -> None:
    item = enhancement(1, assessment={"risk": 3, "impact": 3, "why": "For a reason", "on": "1900-01"})
    assert not _is_stale(insight([item]))
    assert not _is_stale(insight([enhancement(1)], governance={"reviews": _reviews(("weekly", "assessments"))}))


@pytest.mark.parametrize(
    ("status", "stale"), [("proposed", True), ("in-progress", True), ("deferred", True), ("done", False), ("cancelled", False)]
)
def test_what_is_done_or_cancelled_needs_no_new_assessment(status: str, stale: bool) -> None:
    assert _is_stale(_assessed("2020-01", date(2026, 6, 30), status=status)) is stale
