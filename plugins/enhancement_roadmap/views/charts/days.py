"""An axis of days: as many words as a small picture has room for, whether it is of two days or of five years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from enhancement_roadmap.model.dates import MONTHS
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.axes import FRAME, Tick

_SHORT = 62
"""Days up to which the ends of the axis are days; past it they are months."""
_LONG = 730
"""Days from which on the axis is one of years."""
_MOST_YEARS = 5
"""Years that are named, about."""
_MARGIN = 0.06
"""Share of the axis at each end in which no year is named, since it would reach out of the picture."""


@dataclass(frozen=True, slots=True)
class DayTick:
    """A day on the axis.

    Attributes:
        tick: where, and its words.
        anchor: which part of the words is there: ``start``, ``middle`` or ``end``.
    """

    tick: Tick
    anchor: str


def day_ticks(first: date, last: date) -> Sequence[DayTick]:
    """The days that the axis names.

    Args:
        first: the day at its left end.
        last: the day at its right end.
    """
    span = (last - first).days
    if span >= _LONG and (years := _years(first, last)):
        return years
    if span > _SHORT:
        words = f"{_month(first)} {first.year}", f"{_month(last)} {last.year}"
    else:
        start = f"{first.day} {_month(first)}"
        words = start if first.year == last.year else f"{start} {first.year}", f"{last.day} {_month(last)} {last.year}"
    return DayTick(Tick(FRAME.across(0), words[0]), "start"), DayTick(Tick(FRAME.across(1), words[1]), "end")


def _month(day: date) -> str:
    return MONTHS[day.month][:3]


def _years(first: date, last: date) -> Sequence[DayTick]:
    """The first days of some years."""
    span = (last - first).days
    step = math.ceil((last.year - first.year) / _MOST_YEARS)
    shares = {year: (date(year, 1, 1) - first).days / span for year in range(first.year + 1, last.year + 1, step)}
    return [DayTick(Tick(FRAME.across(share), str(year)), "middle") for year, share in shares.items() if _MARGIN <= share <= 1 - _MARGIN]
