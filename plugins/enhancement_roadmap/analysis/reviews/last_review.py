"""When was each enhancement looked at last, and when was it changed?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from enhancement_roadmap.model import Enhancement, Roadmap
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class LastChange:
    """What the history says of an enhancement.

    Attributes:
        on: the day on which it was changed last.
        reviewed_on: the last day on which somebody noted a review of it; None where nobody did.
    """

    on: date
    reviewed_on: date | None = None

    def is_after(self, review: date | None) -> bool:
        """Whether it came after the day of a review; never where nobody knows of any."""
        return review is not None and self.on > review


def last_reviews(roadmap: Roadmap, changes: Mapping[str, LastChange]) -> Mapping[str, date | None]:
    """For each enhancement's id the last day on which it was looked at, by the data and by their history.

    That is a review of the roadmap, or the assessment unless it is an initial one; a month counts by its last day.

    Args:
        roadmap: the roadmap.
        changes: what the history says of enhancements, by their ids.

    Returns:
        None for one of which nobody says that it ever was.
    """
    held = [roadmap.about.last_review, *(review.last for review in roadmap.governance.reviews)]
    of_all = [day.last for day in held if day is not None]
    return {item.id: max((*of_all, *_of_one(item, changes.get(item.id))), default=None) for item in roadmap.enhancements}


def _of_one(item: Enhancement, change: LastChange | None) -> list[date]:
    """Days on which this one alone was looked at."""
    days = [change.reviewed_on] if change is not None else []
    if item.assessment is not None and item.assessment.on is not None and item.assessment.kind == "reviewed":
        days.append(item.assessment.on.last)
    return [day for day in days if day is not None]
