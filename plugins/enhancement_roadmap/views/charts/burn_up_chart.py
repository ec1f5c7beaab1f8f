"""Requirements over time as a picture: all of them, and in front of these the ones that are done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from enhancement_roadmap.analysis import Progress
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.axes import FRAME, AmountAxis, Tick
from enhancement_roadmap.views.charts.days import DayTick, day_ticks

_STEPS = 3
"""Steps that the axis of numbers has, about."""


@dataclass(frozen=True, slots=True)
class BurnUpChart:
    """Everything that the picture consists of.

    Attributes:
        title: what it is about.
        numbers: the axis of requirements, from bottom to top.
        days: the axis of days.
        every: corners of the area of all requirements, in units of the drawing.
        done: corners of the area of those done.
        now: the last point.
    """

    title: str
    numbers: Sequence[Tick]
    days: Sequence[DayTick]
    every: str
    done: str
    now: Progress


def moves(course: Sequence[tuple[date, Progress]]) -> bool:
    """Whether anything is otherwise on some day: a picture of what never changes says nothing."""
    return len({progress for _, progress in course}) > 1


def burn_up_chart(title: str, course: Sequence[tuple[date, Progress]]) -> BurnUpChart:
    """Draw the progress of some days.

    Args:
        title: what the picture is about.
        course: progress at the end of each day, the earliest first; at least one.
    """
    first, last = course[0][0], course[-1][0]
    days = max((last - first).days, 1)
    axis = AmountAxis.up_to(max(1, *(progress.total for _, progress in course)), _STEPS, whole=True)
    along = [(round(FRAME.units * (on - first).days / days), progress) for on, progress in course]
    return BurnUpChart(
        title,
        axis.ticks(lambda number: f"{number:,.0f}"),
        day_ticks(first, last),
        _area([(x, progress.total) for x, progress in along], axis),
        _area([(x, progress.done) for x, progress in along], axis),
        course[-1][1],
    )


def _area(course: Sequence[tuple[int, int]], axis: AmountAxis) -> str:
    """Corners of the area below a line of steps: a number holds until the next one."""
    corners = [f"0,{FRAME.units}"]
    height = FRAME.units
    for x, number in course:
        corners.append(f"{x},{height}")
        height = round(axis.depth(number))
        corners.append(f"{x},{height}")
    return " ".join([*corners, f"{FRAME.units},{FRAME.units}"])
