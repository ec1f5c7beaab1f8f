"""The days on which people work, counted from the first day of the plan: time as the schedule knows it.

Time is a whole number of ticks, a thousand a working day, so that every sum is exact and the same on each machine.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property

from enhancement_roadmap.model import WEEKDAYS, Estimate, PlanFile
from enhancement_roadmap.model.public_holidays import public_holidays

TICKS = 1000
"""Of a working day."""
MOST_YEARS = 10
"""How far ahead dates are given: nobody knows more than that about the people who will be there."""


class WorkCalendar:
    """Working days of a plan.

    Args:
        plan: its working days and holidays, and what its estimates are counted by.
        first: the first day that counts.
    """

    def __init__(self, plan: PlanFile, first: date) -> None:
        self._plan = plan
        self._ticks_of_unit: dict[str, float] = {}
        self.first = first

    @cached_property
    def days(self) -> Sequence[int]:
        """Ordinals of the working days, in their order, for `MOST_YEARS` years."""
        end = self.first + timedelta(days=round(365.25 * MOST_YEARS))
        weekdays = {WEEKDAYS.index(day) for day in self._plan.working_days}
        free = self._free_days(end)
        first, last = self.first.toordinal(), end.toordinal()
        # Day 1 of the calendar was a Monday.
        return [day for day in range(first, last) if (day - 1) % 7 in weekdays and day not in free]

    def _free_days(self, end: date) -> set[int]:
        holidays = self._plan.holidays
        if holidays is None:
            return set()
        years = range(self.first.year, end.year + 1)
        public: Iterable[date] = public_holidays(holidays.country, holidays.region, years) if holidays.country else ()
        free = {day.toordinal() for day in public}
        for period in holidays.also:
            free.update(range(max(period.first, self.first).toordinal(), min(period.last, end).toordinal() + 1))
        return free

    def ticks_before(self, day: date) -> int:
        """Ticks from the first day to the morning of a day."""
        return bisect_left(self.days, day.toordinal()) * TICKS

    def ticks_until(self, day: date) -> int:
        """Ticks from the first day to the evening of a day."""
        return bisect_right(self.days, day.toordinal()) * TICKS

    def day_of_start(self, ticks: int) -> date | None:
        """The day on which something begins after so many ticks; None beyond the last."""
        place = ticks // TICKS
        return date.fromordinal(self.days[place]) if place < len(self.days) else None

    def day_of_end(self, ticks: int) -> date | None:
        """The day on which something ends after so many ticks; None beyond the last."""
        place = max(-(-ticks // TICKS) - 1, 0)
        return date.fromordinal(self.days[place]) if place < len(self.days) else None

    def ticks_of(self, estimate: Estimate) -> tuple[int, int]:
        """The least and the most that an estimate says; a week of work is all working days of a week."""
        ticks = self._ticks_of_unit.get(estimate.unit)
        if ticks is None:
            time = self._plan.working_time
            ticks_an_hour = time.hours_of("hour") * len(self._plan.working_days) * TICKS / time.hours_per_week
            ticks = self._ticks_of_unit[estimate.unit] = float(time.hours_of(estimate.unit) * ticks_an_hour)
        return round(estimate.low * ticks), round(estimate.high * ticks)
