"""How far the roadmap was over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from enhancement_roadmap.analysis import Progress, progress_of
from enhancement_roadmap.history.burn_up import ProgressPoint, burn_up
from enhancement_roadmap.history.changelog import Changelog
from enhancement_roadmap.model import PartialDate, PriorityLevel
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.charts.cost_chart import FRAME, Tick, round_step
from enhancement_roadmap.views.render_context import NO_HISTORY, RenderContext
from enhancement_roadmap.views.view import view_without_options

_STEPS = 3
"""Steps that the axis of numbers has, about."""


@dataclass(frozen=True, slots=True)
class BurnUp:
    """A picture.

    Attributes:
        title: what it is about.
        numbers: the axis of requirements, from bottom to top.
        days: the first and the last day.
        every: corners of the area of all requirements, in units of the drawing.
        done: corners of the area of those done.
        now: the last point.
    """

    title: str
    numbers: Sequence[Tick]
    days: Sequence[Tick]
    every: str
    done: str
    now: Progress


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Pictures of all requirements and of those of each priority, and the same as a table."""
    insight, history = render_context.insight, render_context.history
    changelog = history.changelog if history else Changelog(())
    now = {level: progress_of(items) for level, items in insight.by_priority.items()}
    points = burn_up(changelog, insight.today, now) if changelog.entries else []
    levels = [level for level in insight.levels.values() if any(_of(point, level).total for point in points)]
    charts = [_chart("All requirements", [(point.on, point.total) for point in points])] if len(points) > 1 else []
    if charts and len(levels) > 1:
        charts += [_chart(plain(level.title), [(point.on, _of(point, level)) for point in points]) for level in levels]
    return {
        "charts": charts,
        "frame": FRAME,
        "levels": levels,
        "rows": [(PartialDate.of(point.on), point.total, [_of(point, level) for level in levels]) for point in reversed(points)],
        "lack": history.lack if history else NO_HISTORY,
    }


def _of(point: ProgressPoint, level: PriorityLevel) -> Progress:
    return point.progress.get(level.id, Progress(0, 0))


def _chart(title: str, course: Sequence[tuple[date, Progress]]) -> BurnUp:
    first, last = course[0][0], course[-1][0]
    days = max((last - first).days, 1)
    most = max(progress.total for _, progress in course)
    step = max(1, ceil(round_step(max(most, 1) / _STEPS)))
    top = ceil(max(most, 1) / step) * step
    along = [(round(FRAME.units * (on - first).days / days), progress) for on, progress in course]
    return BurnUp(
        title,
        [Tick(FRAME.down(number / top), str(number)) for number in range(0, top + 1, step)],
        [Tick(FRAME.across(0), str(PartialDate.of(first))), Tick(FRAME.across(1), str(PartialDate.of(last)))],
        _area([(x, progress.total) for x, progress in along], top),
        _area([(x, progress.done) for x, progress in along], top),
        course[-1][1],
    )


def _area(course: Sequence[tuple[int, int]], top: int) -> str:
    """Corners of the area below a line of steps: a number holds until the next one."""
    corners = [f"0,{FRAME.units}"]
    height = FRAME.units
    for x, number in course:
        corners.append(f"{x},{height}")
        height = round(FRAME.units * (1 - number / top))
        corners.append(f"{x},{height}")
    return " ".join([*corners, f"{FRAME.units},{FRAME.units}"])


_SUMMARY = "Requirements done and in all over time, from git: as a picture for all and for each priority, and as a table."

VIEW = view_without_options("burn-up", _SUMMARY, context)
