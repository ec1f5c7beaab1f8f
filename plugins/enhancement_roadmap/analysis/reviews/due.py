"""Which reviews are due, since when, and whose turn is it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from enhancement_roadmap.analysis.reviews.cadence import next_review
from enhancement_roadmap.model import PartialDate, Review, Roadmap, Stakeholder
from enhancement_roadmap.records import dataclass

DOCUMENT_REVIEW = "Document review"
"""What the date ``next_review`` of the document is called among the reviews."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One stakeholder's part of a review.

    Attributes:
        stakeholder: who is asked.
        starts: the first of their days.
        ends: the last of their days.
        answered: when they gave their view; None while they have not.
        is_overdue: whether their days are over without it.
    """

    stakeholder: Stakeholder
    starts: PartialDate
    ends: PartialDate
    answered: PartialDate | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class DueReview:
    """A review, and when it is due next.

    Attributes:
        review: the regular review; None for the date ``next_review`` of the document itself.
        last_held: when it was held last; None where nobody knows, and a regular review is then due at once.
        due: the day, or the month, that it is due.
        today: the day to judge by.
        turns: the stakeholders in their order.
    """

    review: Review | None
    last_held: PartialDate | None
    due: PartialDate
    today: date
    turns: tuple[Turn, ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return DOCUMENT_REVIEW if self.review is None else self.review.title

    @property
    def is_due(self) -> bool:
        """Whether its day, or its month, has come."""
        return self.due.first <= self.today

    @property
    def is_overdue(self) -> bool:
        """Whether its day, or the last day of its month, is over."""
        return self.due.last < self.today

    @property
    def days_over(self) -> int:
        """Days since it was due; 0 where it is not overdue."""
        return max(0, (self.today - self.due.last).days)

    @property
    def days_left(self) -> int:
        """Days until it is due; 0 where it is due today or overdue."""
        return max(0, (self.due.last - self.today).days)


def reviews_due(roadmap: Roadmap, today: date) -> tuple[DueReview, ...]:
    """The document's next review and each regular one, in the order in which they are due.

    A regular review is counted from the last time that it was ``held``, else from the ``last_review`` of the document. One that has
    never been held is due today, and not overdue.

    Args:
        roadmap: the roadmap.
        today: the day to judge by.
    """
    about, stakeholders = roadmap.about, {stakeholder.id: stakeholder for stakeholder in roadmap.governance.stakeholders}
    found = [] if about.next_review is None else [DueReview(None, about.last_review, about.next_review, today)]
    for review in roadmap.governance.reviews:
        last = review.last or about.last_review
        due = PartialDate.of(today) if last is None else next_review(review.cadence, last)
        turns = tuple(_turns(review, due, stakeholders, today, was_held=last is not None))
        found.append(DueReview(review, last, due, today, turns))
    return tuple(sorted(found, key=lambda entry: (entry.due.last, entry.due.first)))


def _turns(review: Review, due: PartialDate, stakeholders: Mapping[str, Stakeholder], today: date, *, was_held: bool) -> Iterator[Turn]:
    """The first stakeholder's days start when the review is due, each other's when those before are over."""
    start = due.last
    for name in dict.fromkeys(review.stakeholders):
        stakeholder, asked = stakeholders[name], stakeholders[name].last_asked
        is_of_this_round = asked is not None and (not was_held or asked.last >= due.first) and asked.first <= today
        following = _later(start, review.days_each)
        end = following - timedelta(days=1)
        is_overdue = end < today and not is_of_this_round
        yield Turn(stakeholder, PartialDate.of(start), PartialDate.of(end), asked if is_of_this_round else None, is_overdue)
        start = following


def _later(day: date, days: int) -> date:
    """So many days later; the calendar's last day where that is beyond it."""
    return day + timedelta(days=min(days, (date.max - day).days))
