"""A schedule as a picture: a bar for each enhancement from its start to its expected end, with a tail to the late one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from enhancement_roadmap.analysis.schedule.result import ExpectedCourse
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.views.charts.axes import Tick
from enhancement_roadmap.views.charts.time_axis import TimeAxis

ROW = 2.2
"""Height of a row, in the size of its letters; the first has the axis."""
_MIDDLE = ROW / 2
_BAR = 1.1
_TAIL = 0.4
_THINNEST = 0.6
"""Percent: a bar of a day can still be seen."""
CRITICAL = 0.5
"""From this share of courses on, the end of the plan is said to hang on an enhancement."""

Look = Literal["done", "running", "fixed", "planned"]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What one row of the picture is about.

    Attributes:
        item: the enhancement; None for the heading of a group.
        title: the words of a heading.
        course: how the enhancement goes on; None of one that is done, and of a heading.
        done: from when to when it was worked on, of one that is done.
        deadline: the last day of a group, where it names one.
    """

    item: Enhancement | None
    title: str = ""
    course: ExpectedCourse | None = None
    done: tuple[date, date] | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class ScheduleBar:
    """A bar in the picture; places are percent from the left, heights are in the size of letters.

    Attributes:
        item: the enhancement.
        look: what it looks like.
        left: where it begins.
        width: to the expected end.
        top: its upper edge.
        tail_width: from there to the late end; 0 for none.
        is_open: whether it may be later still.
        is_critical: whether the end of the plan hangs on it in most courses.
        due: where it is due; None where it is not, or not in the picture.
        is_late: whether its late end is after that.
    """

    item: Enhancement
    look: Look
    left: float
    width: float
    top: float
    tail_width: float
    is_open: bool
    is_critical: bool
    due: float | None
    is_late: bool

    @property
    def end(self) -> float:
        """Where the expected end is."""
        return round(self.left + self.width, 2)

    @property
    def tail_end(self) -> float:
        """Where the late end is."""
        return round(self.left + self.width + self.tail_width, 2)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return round(self.top + _BAR, 2)

    @property
    def middle(self) -> float:
        """Half-way between its edges."""
        return round(self.top + _BAR / 2, 2)

    @property
    def tail_top(self) -> float:
        """The upper edge of its tail."""
        return round(self.top + (_BAR - _TAIL) / 2, 2)


@dataclass(frozen=True, slots=True)
class DependencyLine:
    """A line from the end of what is needed down or up to the row of what needs it, and on to its start.

    Attributes:
        x: where it begins.
        top: the row that it begins in.
        bottom: the row that it ends in.
        to: where it ends.
    """

    x: float
    top: float
    bottom: float
    to: float


@dataclass(frozen=True, slots=True)
class ScheduleChart:
    """Everything that the picture consists of.

    Attributes:
        rows: what stands in each, from top to bottom.
        bars: those of the enhancements.
        lines: dependencies.
        ticks: marks of the axis.
        today: where today is; None where it is not in the picture.
        deadlines: where groups should end, and in the middle of which row.
    """

    rows: Sequence[ChartRow]
    bars: Sequence[ScheduleBar]
    lines: Sequence[DependencyLine]
    ticks: Sequence[Tick]
    today: float | None
    deadlines: Sequence[tuple[float, float]]
    bar: float = _BAR
    tail: float = _TAIL
    row: float = ROW

    @property
    def height(self) -> float:
        """Of the picture, with the axis."""
        return round((len(self.rows) + 1) * ROW, 2)


def schedule_chart(rows: Sequence[ChartRow], axis: TimeAxis, today: date) -> ScheduleChart:
    """Draw a schedule.

    Args:
        rows: what stands in each, from top to bottom.
        axis: the days that are shown.
        today: the day.
    """
    bars = {row.item.id: bar for place, row in enumerate(rows, start=1) if row.item and (bar := _bar(row, place, axis))}
    deadlines = [
        (axis.after(row.deadline), round(place * ROW + _MIDDLE, 2))
        for place, row in enumerate(rows, start=1)
        if row.deadline and row.deadline in axis
    ]
    return ScheduleChart(
        rows, list(bars.values()), list(_lines(rows, bars)), axis.ticks, axis.at(today) if today in axis else None, deadlines
    )


def _bar(row: ChartRow, place: int, axis: TimeAxis) -> ScheduleBar | None:
    """The bar of a row; None where all of it is outside the picture."""
    item, course = row.item, row.course
    if item is None:
        return None
    start, end, late = _ends(row, axis)
    if end < axis.first or start >= axis.last:
        return None
    left = axis.at(start)
    width = max(round(axis.after(end) - left, 2), _THINNEST)
    due = course.end.due if course else None
    return ScheduleBar(
        item,
        look=course.state if course else "done",
        left=min(left, 100 - _THINNEST),
        width=width,
        top=round(place * ROW + (ROW - _BAR) / 2, 2),
        tail_width=max(round(axis.after(late) - left - width, 2), 0.0),
        is_open=bool(course and course.end.is_open),
        is_critical=bool(course and course.criticality >= CRITICAL),
        due=axis.after(due) if due and due in axis else None,
        is_late=bool(due and late > due),
    )


def _ends(row: ChartRow, axis: TimeAxis) -> tuple[date, date, date]:
    """The start, the expected and the late end; what is further ahead than anybody knows ends behind the picture."""
    if row.course is None:
        first, last = row.done or (axis.first, axis.first)
        return first, last, last
    end = row.course.end
    start = row.course.start or axis.first
    likely = end.likely or axis.last
    return start, likely, end.late or axis.last


def _lines(rows: Sequence[ChartRow], bars: Mapping[str, ScheduleBar]) -> Iterator[DependencyLine]:
    for row in rows:
        target = bars.get(row.item.id) if row.item else None
        if row.item is None or target is None or target.look == "done":
            continue
        for name in row.item.scope.needs:
            source = bars.get(name)
            if source is not None and source.look != "done":
                yield DependencyLine(source.end, source.middle, target.middle, max(target.left, source.end))
