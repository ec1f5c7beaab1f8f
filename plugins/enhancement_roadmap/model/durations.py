"""How long each unit of time is: the one rule that adds estimates up, puts them in order, and calls one longer.

An estimate is working time, whatever its unit. A week is a week of work, of as many hours as the plan says; a day is a
fifth of it, a sprint as many weeks as the plan says, a year 52 weeks, a quarter 13, a month a twelfth of 52. So 12 hours
are longer than a day, a month is longer than four weeks, and three months are a quarter.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, get_args

from enhancement_roadmap.records import dataclass

Unit = Literal["hour", "day", "week", "sprint", "month", "quarter", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)

HOURS_PER_WEEK = 40
"""Of a plan that does not say otherwise."""
SPRINT_WEEKS = 2
"""Of a plan that does not say otherwise."""

_WORKING_DAYS = 5
_WEEKS_OF_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """What a plan counts time by.

    Attributes:
        hours_per_week: working hours of one person in a week.
        sprint_weeks: weeks of a sprint.
    """

    hours_per_week: int = HOURS_PER_WEEK
    sprint_weeks: int = SPRINT_WEEKS

    def hours_of(self, unit: Unit) -> Fraction:
        """Working hours of one person in one of a unit; exact, so that the same time in two units is the same number."""
        week = Fraction(self.hours_per_week)
        hours: dict[Unit, Fraction] = {
            "hour": Fraction(1),
            "day": week / _WORKING_DAYS,
            "week": week,
            "sprint": week * self.sprint_weeks,
            "month": week * _WEEKS_OF_A_YEAR / 12,
            "quarter": week * _WEEKS_OF_A_YEAR / 4,
            "year": week * _WEEKS_OF_A_YEAR,
        }
        return hours[unit]
