"""Lines of a schedule from what is needed to what needs it, each of which can be followed: none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.charts.schedule_bar import ScheduleBar

_NEAR = 1.2
"""Percent: what begins so soon after another is over has its arrow from above or below, else from the left."""
_INSIDE = 0.6
"""Percent behind the start of a bar at which such an arrow meets it."""
_APART = 0.5
"""Percent between two lines that go down or up beside each other."""
_MOST_SHIFTS = 8
"""Lines beside each other; those past them may cover others."""

Way = Literal["right", "down", "up"]


@dataclass(frozen=True, slots=True)
class DependencyLine:
    """A line from the end of what is needed down or up to the row of what needs it, and there to its start.

    Places are percent from the left, heights are in the size of letters.

    Attributes:
        source: what is needed.
        target: what needs it.
        begin: where it begins.
        x: where it goes down or up.
        top: the height at which it begins.
        bottom: the height at which it ends.
        to: where it ends.
        way: where its arrow points.
        is_critical: whether the end of the plan hangs on both in most courses.
    """

    source: Enhancement
    target: Enhancement
    begin: float
    x: float
    top: float
    bottom: float
    to: float
    way: Way
    is_critical: bool

    def covers(self, other: DependencyLine) -> bool:
        """Whether both go down or up at one place."""
        first, second = (sorted((line.top, line.bottom)) for line in (self, other))
        return abs(self.x - other.x) < _APART - 0.01 and first[0] < second[1] and second[0] < first[1]

    def shifted(self) -> DependencyLine | None:
        """The same, further right; None where there is no room."""
        x = round(self.x + _APART, 2)
        if self.way == "right":
            return replace(self, x=x) if x < self.to - _APART else None
        return replace(self, x=x, to=x)


def dependency_lines(bars: Mapping[str, ScheduleBar]) -> Sequence[DependencyLine]:
    """A line for each dependency of which both ends are in the picture, and not over.

    Args:
        bars: the bars, by the ids of their enhancements.
    """
    found: list[DependencyLine] = []
    for line in _lines(bars):
        found.append(_beside(line, found))
    return found


def _beside(line: DependencyLine, others: Sequence[DependencyLine]) -> DependencyLine:
    """A line where it covers none of the others, or as it is where there is no such place."""
    moved: DependencyLine | None = line
    for _ in range(_MOST_SHIFTS):
        if moved is None or not any(moved.covers(other) for other in others):
            break
        moved = moved.shifted()
    return moved or line


def _lines(bars: Mapping[str, ScheduleBar]) -> Iterator[DependencyLine]:
    for target in bars.values():
        sources = (bars[name] for name in target.item.scope.needs if name in bars)
        yield from (_line(source, target) for source in sources if "done" not in {source.look, target.look})


def _line(source: ScheduleBar, target: ScheduleBar) -> DependencyLine:
    is_critical = source.is_critical and target.is_critical
    if target.left - source.end >= _NEAR:
        to, middle = target.left, target.middle
        return DependencyLine(source.item, target.item, source.end, source.end, source.middle, middle, to, "right", is_critical)
    x = round(max(target.left, source.end) + _INSIDE, 2)
    way: Way = "down" if target.top > source.top else "up"
    edge = target.top if way == "down" else target.bottom
    return DependencyLine(source.item, target.item, source.end, x, source.middle, edge, x, way, is_critical)
