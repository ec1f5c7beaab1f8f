"""Is an assessment too old to go by?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from enhancement_roadmap.analysis.reviews.cadence import next_review
from enhancement_roadmap.model import Assessment, Cadence, Review

_CADENCES: tuple[Cadence, ...] = get_args(Cadence)
"""From the shortest to the longest."""


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


def is_stale(assessment: Assessment, cadence: Cadence | None, today: date) -> bool:
    """Whether an assessment is older than one cadence: the review that should have looked at it again is over.

    Args:
        assessment: one without a date is never stale, since nobody can tell.
        cadence: how often assessments are looked at; None for never.
        today: the day to judge by.
    """
    if assessment.on is None or cadence is None:
        return False
    return next_review(cadence, assessment.on).last < today
