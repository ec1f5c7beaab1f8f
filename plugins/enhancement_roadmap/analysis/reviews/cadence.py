"""When is something regular due again?"""

from __future__ import annotations

from datetime import timedelta

from enhancement_roadmap.model import Cadence, PartialDate

MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
"""Months from one time to the next, for each cadence that is counted in months."""

_SHORT_MONTHS = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}


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
