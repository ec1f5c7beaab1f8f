"""When each enhancement will be done: bars over time, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, Schedule
from enhancement_roadmap.analysis.schedule.telling import FAR, chance_words, mover_words, whole_words
from enhancement_roadmap.model import Enhancement, PartialDate
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.charts.schedule_chart import CRITICAL, ChartRow, schedule_chart
from enhancement_roadmap.views.charts.time_axis import TimeAxis
from enhancement_roadmap.views.options import SEARCHED_ROWS, table_key
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

MOST_BARS = 60
"""Enhancements that the picture has room for."""
_DONE_DAYS = 91
"""Days after which work that is done is in the picture no more."""
_ZOOMS: Mapping[str, int] = {"quarter": 3, "half-year": 6, "year": 12, "two-years": 24}
_DAYS_OF_A_MONTH = 30.44


class ScheduleOptions(Selection):
    """Which enhancements, how they are grouped, and how far ahead the picture looks."""

    group: Literal["phase", "team", "priority", "none"] | None = None
    """What they are grouped by: `phase`, `team`, `priority` or `none`; default: by phase where the plan has phases."""
    zoom: Literal["all", "quarter", "half-year", "year", "two-years"] = "all"
    """How far ahead the picture looks: `quarter`, `half-year`, `year`, `two-years`, or `all`."""
    table: bool = True
    """`false` leaves the table out, where another one says the same."""


def context(render_context: RenderContext, options: ScheduleOptions) -> Mapping[str, Any]:
    """The picture of the chosen enhancements, and a row for each of them that has a date."""
    insight = render_context.insight
    schedule = insight.schedule
    if schedule is None:
        return {"schedule": None}
    chosen = select(options, insight)
    names = {item.id for item in chosen}
    courses = [course for name, course in schedule.courses.items() if name in names]
    shown = options.part_of(courses)
    is_first = not options.skip
    groups = list(_groups([*_done(chosen, insight), *map(_row, shown[:MOST_BARS])], options, insight))
    rows = [row for heading, rows in groups for row in ([heading, *rows] if heading else rows)]
    return {
        "schedule": schedule,
        "lead": whole_words(schedule),
        "is_first": is_first,
        "chart": schedule_chart(rows, _axis(rows, options.zoom, insight.today), insight.today) if rows and is_first else None,
        "courses": shown,
        "ends": {course.item.id: _cells(course) for course in shown},
        "total": len(courses),
        "in_picture": min(len(shown), MOST_BARS),
        "undated": [one for one in schedule.undated if is_first and one.item.id in names],
        "movers": [mover_words(mover) for mover in schedule.movers if is_first],
        "waits": _waits(schedule) if is_first else 0,
        "is_example": any(team.example for team in insight.roadmap.plan.teams),
        "has_due": any(course.end.due for course in shown),
        "has_teams": len(insight.roadmap.plan.teams) > 1,
        "critical": CRITICAL,
        "with_table": options.table,
        "searched_rows": SEARCHED_ROWS,
        "key": table_key("schedule", options),
    }


def _row(course: ExpectedCourse) -> ChartRow:
    return ChartRow(course.item, course=course)


def _done(chosen: Iterable[Enhancement], insight: Insight) -> Iterator[ChartRow]:
    """What was done lately, and says from when to when."""
    since = insight.today - timedelta(days=_DONE_DAYS)
    for item in chosen:
        moves = {insight.statuses[move.to].counts_as: move.on for move in item.moves}
        end, start = moves.get("done"), moves.get("in-progress")
        if insight.stages[item.id] == "done" and end and start and end.last >= since:
            yield ChartRow(item, done=(start.first, end.last))


def _groups(rows: Sequence[ChartRow], options: ScheduleOptions, insight: Insight) -> Iterator[tuple[ChartRow | None, Sequence[ChartRow]]]:
    """Rows under the headings of their groups, in the order of these."""
    group = options.group or ("phase" if insight.roadmap.plan.phases else "none")
    if group == "none":
        yield None, rows
        return
    for heading, names in _headings(group, insight):
        members = [row for row in rows if row.item and row.item.id in names]
        rows = [row for row in rows if row not in members]
        if members:
            yield heading, members
    if rows:
        yield ChartRow(None, f"No {group}"), rows


def _headings(group: str, insight: Insight) -> Iterator[tuple[ChartRow, set[str]]]:
    plan = insight.roadmap.plan
    if group == "phase":
        for phase in sorted(plan.phases, key=lambda phase: phase.number):
            yield (
                ChartRow(None, f"{phase.number}. {plain(phase.title)}", deadline=phase.to.last if phase.to else None),
                set(phase.enhancements),
            )
    elif group == "team":
        courses = insight.schedule.courses.values() if insight.schedule else ()
        for team in plan.teams:
            yield ChartRow(None, plain(team.title)), {course.item.id for course in courses if course.team is team}
    else:
        for level, items in insight.by_priority.items():
            yield ChartRow(None, plain(insight.levels[level].title)), {item.id for item in items}


def _axis(rows: Sequence[ChartRow], zoom: str, today: date) -> TimeAxis:
    since = today - timedelta(days=_DONE_DAYS)
    firsts = [max(day, since) for row in rows for day in _days(row)]
    lasts = [day for row in rows for day in _days(row)]
    first, last = min([*firsts, today]), max([*lasts, today])
    if zoom in _ZOOMS:
        first, last = today, today + timedelta(days=round(_ZOOMS[zoom] * _DAYS_OF_A_MONTH) - 1)
    return TimeAxis.over(first, last)


def _days(row: ChartRow) -> list[date]:
    course = row.course
    known = [course.start, course.end.likely, course.end.late, course.end.due] if course else [*(row.done or ()), row.deadline]
    return [day for day in known if day is not None]


def _cells(course: ExpectedCourse) -> Mapping[str, Any]:
    """What the table says of its days."""
    end = course.end
    return {
        "start": PartialDate.of(course.start) if course.start else None,
        "likely": PartialDate.of(end.likely) if end.likely else None,
        "late": PartialDate.of(end.late) if end.late else None,
        "far": FAR,
        "due": PartialDate.of(end.due) if end.due else None,
        "chance": chance_words(end),
    }


def _waits(schedule: Schedule) -> int:
    """Working days that work waits for the bottleneck."""
    return next((load.waits for load in schedule.loads if load.team is schedule.bottleneck), 0)


_SUMMARY = "When each enhancement will be done: bars from start to expected end, with a tail to the late one, and the same as a table."

VIEW = View("schedule", _SUMMARY, ScheduleOptions, context)
