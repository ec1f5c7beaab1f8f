"""From when to when quarters and phases are: as somebody says, or as titles and places tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from enhancement_roadmap.model import PlanFile, PlanStep, Quarter
from enhancement_roadmap.records import dataclass

_QUARTER = re.compile(r"\b[QT]([1-4])\b")
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_MONTHS = 3
_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a quarter or a phase.

    Attributes:
        first: the first day; None where nobody has said one.
        last: the last day.
    """

    first: date | None
    last: date | None


def days_of_quarters(plan: PlanFile, today: date) -> Mapping[str, Days]:
    """The days of each quarter, by its id.

    What a quarter says of itself comes first. Else ``Q3 2027`` in its title is that quarter of the calendar, and ``Q3`` the next
    one of that name: in the year of the plan's first day (default: today) or after the quarter before it. Another title means
    the three months behind the quarter before it.

    Args:
        plan: the plan.
        today: the day.
    """
    begin = plan.first_day.first if plan.first_day else today
    year, place, found = begin.year, 0, {}
    for quarter in plan.quarters:
        year, place = _place(quarter, year, place)
        days = _days(year, place)
        first, last = quarter.from_.first if quarter.from_ else days.first, quarter.to.last if quarter.to else days.last
        found[quarter.id] = Days(first, last)
        if last is not None:
            year, place = last.year, (last.month - 1) // _MONTHS + 1
    return found


def days_of_phase(phase: PlanStep) -> Days:
    """The days of a phase, which has none but those that it names."""
    return Days(phase.from_.first if phase.from_ else None, phase.to.last if phase.to else None)


def _place(quarter: Quarter, year: int, place: int) -> tuple[int, int]:
    """Year and number of a quarter that says no days, behind the one before it."""
    named, said = _QUARTER.search(quarter.title), _YEAR.search(quarter.title)
    number = int(named[1]) if named else place % _QUARTERS + 1
    if said:
        return int(said[0]), number
    return (year + 1, number) if number <= place else (year, number)


def _days(year: int, number: int) -> Days:
    month = (number - 1) * _MONTHS + 1
    behind = date(year + (number == _QUARTERS), (month + _MONTHS - 1) % 12 + 1, 1)
    return Days(date(year, month, 1), behind - timedelta(days=1))
