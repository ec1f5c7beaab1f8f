"""How far the roadmap was over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Insight, Progress, progress_of
from enhancement_roadmap.history.burn_up import ProgressPoint, burn_up
from enhancement_roadmap.history.changelog import UNPRIORITISED, Changelog
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.charts.axes import FRAME
from enhancement_roadmap.views.charts.burn_up_chart import burn_up_chart, moves
from enhancement_roadmap.views.render_context import NO_HISTORY, RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Pictures of all requirements and of those of each priority, and the same as a table."""
    insight, history = render_context.insight, render_context.history
    changelog = history.changelog if history else Changelog(())
    now = {level: progress_of(items) for level, items in insight.by_priority.items()}
    if insight.unprioritised:
        now[UNPRIORITISED] = progress_of(insight.unprioritised)
    points = burn_up(changelog, insight.today, now) if changelog.entries else []
    if not any(point.total.total for point in points):
        points = []
    levels = [(level, title) for level, title in _titles(insight) if any(_of(point, level).total for point in points)]
    courses = [("All requirements", [(point.on, point.total) for point in points])]
    if len(levels) > 1:
        courses += [(title, [(point.on, _of(point, level)) for point in points]) for level, title in levels]
    charts = [burn_up_chart(title, course) for title, course in courses if moves(course)]
    return {
        "steady": None if charts or not points else (PartialDate.of(points[0].on), points[-1].total),
        "charts": charts,
        "frame": FRAME,
        "levels": [title for _, title in levels],
        "rows": [(PartialDate.of(point.on), point.total, [_of(point, level) for level, _ in levels]) for point in reversed(points)],
        "lack": (history.reason if history else NO_HISTORY) or (_NO_REQUIREMENT if changelog.entries and not points else ""),
    }


def _titles(insight: Insight) -> list[tuple[str, str]]:
    """Id and title of each priority level, and of what is not prioritised."""
    levels = [(name, plain(level.title)) for name, level in insight.levels.items()]
    return [*levels, (UNPRIORITISED, plain(insight.roadmap.about.wording.unprioritised))]


def _of(point: ProgressPoint, level: str) -> Progress:
    return point.progress.get(level, Progress(0, 0))


_NO_REQUIREMENT = "No enhancement has requirements, so that no progress is counted."
_SUMMARY = "Requirements done and in all over time, from git: as a picture for all and for each priority, and as a table."

VIEW = view_without_options("burn-up", _SUMMARY, context)
