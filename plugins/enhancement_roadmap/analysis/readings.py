"""What is known about a metric on a day?"""

from __future__ import annotations

from datetime import date

from enhancement_roadmap.model import Metric, Reading


def latest_reading(metric: Metric, today: date) -> Reading | None:
    """The newest reading up to a day; of several on one date the one further down in the file.

    A reading of a month counts from the month's first day on.
    """
    known = [reading for reading in metric.readings if reading.on.first <= today]
    return max(reversed(known), key=lambda reading: reading.on.last, default=None)


def is_out_of_date(metric: Metric, reading: Reading, today: date) -> bool:
    """Whether a reading is older than ``stale_after_days`` of its metric."""
    return (today - reading.on.last).days > metric.stale_after_days
