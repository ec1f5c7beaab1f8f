"""What is known about a metric on a day?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import Literal

from enhancement_roadmap.analysis.triggers.trend import Trend, theil_sen
from enhancement_roadmap.model import Metric, PartialDate, Reading
from enhancement_roadmap.records import dataclass

LONGEST_TREND = 60
"""Readings that a trend is made of at most: the latest, since what was long ago says less, and pairs grow with the square."""


@dataclass(frozen=True)
class Series:
    """What is known of a metric on a day.

    Attributes:
        metric: the metric.
        readings: those that count, the oldest first, one a date. Made-up ones (`example`) count only while there is no other.
        today: the day to judge by.
    """

    metric: Metric
    readings: Sequence[Reading]
    today: date

    @property
    def latest(self) -> Reading | None:
        """The newest reading."""
        return self.readings[-1] if self.readings else None

    @property
    def is_example(self) -> bool:
        """True where the readings are made up."""
        return bool(self.readings) and self.readings[-1].example

    @property
    def stale_since(self) -> PartialDate | None:
        """The first day on which the newest reading said nothing any more; None while it does, or where there is none."""
        if self.latest is None or (self.today - self.latest.on.last).days <= self.metric.stale_after_days:
            return None
        return PartialDate.of(self.latest.on.last + timedelta(days=self.metric.stale_after_days + 1))

    @cached_property
    def trend(self) -> Trend:
        """Change of the metric a day, by its latest readings."""
        recent = self.readings[-LONGEST_TREND:]
        return theil_sen([reading.on.last.toordinal() for reading in recent], [reading.value for reading in recent])

    def beyond_since(self, threshold: float, direction: Literal[1, -1]) -> PartialDate | None:
        """The date of the first reading of the unbroken run up to now that is beyond a threshold.

        Args:
            threshold: in the metric's unit; a value that equals it is not beyond it.
            direction: 1 for above, -1 for below.

        Returns:
            None where the newest reading is not beyond it.
        """
        first = bisect_right(self._floors[direction], direction * threshold)
        return self.readings[first].on if first < len(self.readings) else None

    @cached_property
    def _floors(self) -> dict[int, list[float]]:
        """For each direction and reading the least that was read from there on, so that a search replaces a walk."""
        backwards = {direction: [direction * reading.value for reading in reversed(self.readings)] for direction in (1, -1)}
        return {direction: list(accumulate(values, min))[::-1] for direction, values in backwards.items()}


def series_of(metric: Metric, today: date) -> Series:
    """The readings of a metric that count on a day.

    A reading of a month counts from the month's first day on, and as one of its last day. Of several on one date the one
    further down in the file counts.
    """
    known = [reading for reading in metric.readings if reading.on.first <= today]
    real = [reading for reading in known if not reading.example]
    by_date = {reading.on.last: reading for reading in real or known}
    return Series(metric, tuple(by_date[day] for day in sorted(by_date)), today)
