"""When is something regular due again, and is an assessment too old to go by?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import get_args

from enhancement_roadmap.model import Assessment, Cadence, PartialDate, Review

MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
"""Months from one time to the next, for each cadence that is counted in months."""

_SHORT_MONTHS = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
_CADENCES: tuple[Cadence, ...] = get_args(Cadence)
"""From the shortest to the longest."""


def next_review(cadence: Cadence, last: PartialDate) -> PartialDate:
    """The day, or the month, that a review is due next.

    Args:
        cadence: how often it is held.
        last: when it was held last; a month gives a month, but for a weekly review, which is counted from its last day.
    """
    if cadence == "weekly":
        return PartialDate.of(last.last + timedelta(weeks=1))
    years, month = divmod(last.month - 1 + MONTHS[cadence], 12)
    # A review on the 31st is due on the last day of a shorter month; 28 February holds in every year.
    return PartialDate(last.year + years, month + 1, min(last.day, _SHORT_MONTHS.get(month + 1, 31)))


def assessment_cadence(reviews: Iterable[Review]) -> Cadence | None:
    """How often assessments are looked at.

    Args:
        reviews: all regular reviews.

    Returns:
        The shortest cadence of the reviews that cover assessments; where none does, the longest of all; None without reviews.
    """
    everything = list(reviews)
    covering = [review.cadence for review in everything if "assessments" in review.covers]
    if covering:
        return min(covering, key=_CADENCES.index)
    return max((review.cadence for review in everything), key=_CADENCES.index, default=None)


def last_look_at_assessments(reviews: Iterable[Review]) -> PartialDate | None:
    """When a review that covers assessments was held last, by its entries in ``held``; None where none has any."""
    days = [held.on for review in reviews if "assessments" in review.covers for held in review.held]
    return max(days, key=lambda day: day.last, default=None)


def is_stale(assessment: Assessment, cadence: Cadence | None, looked_at: PartialDate | None, today: date) -> bool:
    """Whether an assessment is older than one cadence: the review that should have looked at it again is over.

    Args:
        assessment: one without a date is never stale, since nobody can tell.
        cadence: how often assessments are looked at; None for never.
        looked_at: when all of them were looked at last, so that those that were not changed hold again; None for never.
        today: the day to judge by.
    """
    if assessment.on is None or cadence is None:
        return False
    last = assessment.on if looked_at is None or looked_at.last < assessment.on.last else looked_at
    return next_review(cadence, last).last < today
