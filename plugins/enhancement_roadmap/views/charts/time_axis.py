"""An axis of time: months and quarters from left to right, and where days are on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.axes import Tick

_MONTHS = 3
_YEAR = 12
_MOST_TICKS = 6
"""Names that a narrow picture has room for."""
_STEPS = (1, _MONTHS, 2 * _MONTHS, _YEAR, 2 * _YEAR, 5 * _YEAR)
"""Months between two marks."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from left to right.

    Attributes:
        first: the first day, that of a month.
        last: the day after the last.
        step: months from one mark to the next.
    """

    first: date
    last: date
    step: int

    @classmethod
    def over(cls, first: date, last: date) -> TimeAxis:
        """The axis that has room for some days: from the month of the first to the end of the quarter, or of few months, of the last.

        Args:
            first: the first of them.
            last: the last of them.
        """
        months = (last.year - first.year) * _YEAR + last.month - first.month + 1
        step = next((step for step in _STEPS if months <= step * _MOST_TICKS), _STEPS[-1])
        unit = 1 if step == 1 else _MONTHS
        begin = first.replace(day=1)
        behind = _months_after(last, unit - (last.month - 1) % unit)
        return cls(begin, behind, step)

    def at(self, day: date) -> float:
        """Percent from the left at which a day begins; at the edge where it is outside."""
        share = (day.toordinal() - self.first.toordinal()) / (self.last.toordinal() - self.first.toordinal())
        return round(100 * min(max(share, 0.0), 1.0), 2)

    def after(self, day: date) -> float:
        """Percent from the left at which a day is over."""
        return self.at(date.fromordinal(day.toordinal() + 1))

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.last

    @property
    def ticks(self) -> Sequence[Tick]:
        """Marks with their names: ``Q1 2027``, ``March 2027`` or ``2027``."""
        begin = _months_before(self.first, (self.first.month - 1) % self.step if self.step <= _YEAR else self.first.month - 1)
        found, day = [], begin
        while day < self.last:
            if day >= self.first:
                found.append(Tick(self.at(day), self._name(day)))
            day = _months_after(day, self.step)
        return found

    @property
    def between(self) -> Sequence[float]:
        """Where quarters begin that have no mark of their own, where these are half years or years."""
        if self.step not in {2 * _MONTHS, _YEAR}:
            return ()
        marked, day, found = {tick.at for tick in self.ticks}, _months_before(self.first, (self.first.month - 1) % _MONTHS), []
        while day < self.last:
            if day >= self.first and self.at(day) not in marked:
                found.append(self.at(day))
            day = _months_after(day, _MONTHS)
        return found

    def _name(self, day: date) -> str:
        if self.step == 1:
            return str(PartialDate.month_of(day))
        return str(day.year) if self.step >= _YEAR else f"Q{(day.month - 1) // _MONTHS + 1} {day.year}"


def _months_after(day: date, months: int) -> date:
    """The first day of a month so many months later."""
    month = day.month - 1 + months
    return date(day.year + month // _YEAR, month % _YEAR + 1, 1)


def _months_before(day: date, months: int) -> date:
    return _months_after(day, -months)
