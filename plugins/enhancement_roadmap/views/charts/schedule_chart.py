"""A schedule as a picture: a bar for each enhancement from its start to its expected end, with a tail to the late one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, ExpectedEnd
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.axes import Tick
from enhancement_roadmap.views.charts.dependency_lines import DependencyLine, dependency_lines
from enhancement_roadmap.views.charts.schedule_bar import BAR, TAIL, ScheduleBar
from enhancement_roadmap.views.charts.time_axis import TimeAxis

ROW = 2.2
"""Height of a row, in the size of its letters; the first has the axis."""
_MIDDLE = ROW / 2
_THINNEST = 0.6
"""Percent: a bar of a day can still be seen."""
CRITICAL = 0.5
"""From this share of courses on, the end of the plan is said to hang on an enhancement."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What one row of the picture is about.

    Attributes:
        item: the enhancement; None for the heading of a group.
        title: the words of a heading.
        course: how the enhancement goes on; None of one that is done, and of a heading.
        done: from when to when it was worked on, of one that is done.
        deadline: the last day of a group, where it names one.
        whole: when all of a group is expected to be done.
    """

    item: Enhancement | None
    title: str = ""
    course: ExpectedCourse | None = None
    done: tuple[date, date] | None = None
    deadline: date | None = None
    whole: ExpectedEnd | None = None


@dataclass(frozen=True, slots=True)
class GroupSpan:
    """All of a group in the picture, in the row of its heading; places are percent from the left, heights are in the size of letters.

    Attributes:
        title: the words of the heading.
        whole: when it is expected to be done.
        left: where the first of it begins.
        end: where it is expected to be done.
        late: where it is done in 85 of 100 courses.
        middle: of its row.
        ends: those of these places that are in the picture.
    """

    title: str
    whole: ExpectedEnd
    left: float
    end: float
    late: float
    middle: float
    ends: Sequence[float]


@dataclass(frozen=True, slots=True)
class ScheduleChart:
    """Everything that the picture consists of.

    Attributes:
        rows: what stands in each, from top to bottom.
        bars: those of the enhancements.
        spans: groups as a whole.
        lines: dependencies.
        ticks: marks of the axis.
        between: where quarters begin that have no mark.
        today: where today is; None where it is not in the picture.
        deadlines: where groups should end, and in the middle of which row.
    """

    rows: Sequence[ChartRow]
    bars: Sequence[ScheduleBar]
    spans: Sequence[GroupSpan]
    lines: Sequence[DependencyLine]
    ticks: Sequence[Tick]
    between: Sequence[float]
    today: float | None
    deadlines: Sequence[tuple[float, float]]
    bar: float = BAR
    tail: float = TAIL
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
    bars = {row.item.id: bar for place, row in enumerate(rows, start=1) if row.item and (bar := _bar(row, place, axis, today))}
    deadlines = [
        (axis.after(row.deadline), round(place * ROW + _MIDDLE, 2))
        for place, row in enumerate(rows, start=1)
        if row.deadline and row.deadline in axis
    ]
    return ScheduleChart(
        rows,
        list(bars.values()),
        list(_spans(rows, axis)),
        dependency_lines(bars),
        axis.ticks,
        axis.between,
        axis.at(today) if today in axis else None,
        deadlines,
    )


def _spans(rows: Sequence[ChartRow], axis: TimeAxis) -> Iterator[GroupSpan]:
    """Groups of which it is known when all of them is done: from the first start of their rows on."""
    for place, row in enumerate(rows):
        whole = row.whole
        if whole is None or whole.likely is None or whole.likely < axis.first:
            continue
        members = takewhile(lambda other: other.item is not None, rows[place + 1 :])
        first = min((_ends(member, axis)[0] for member in members), default=axis.first)
        if first < axis.last:
            left, end, late = axis.at(first), axis.after(whole.likely), axis.after(whole.late or axis.last)
            yield GroupSpan(row.title, whole, left, end, late, round((place + 1) * ROW + _MIDDLE, 2), _inside(whole, first, axis))


def _inside(whole: ExpectedEnd, first: date, axis: TimeAxis) -> Sequence[float]:
    found = [axis.at(first)] if first in axis else []
    return list(dict.fromkeys([*found, *(axis.after(day) for day in (whole.likely, whole.late) if day and day in axis)]))


def _bar(row: ChartRow, place: int, axis: TimeAxis, today: date) -> ScheduleBar | None:
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
        over=min(max(round(axis.at(today) - left, 2), 0.0), width) if course and course.state == "running" else 0.0,
        top=round(place * ROW + (ROW - BAR) / 2, 2),
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
