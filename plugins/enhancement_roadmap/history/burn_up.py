"""How far the roadmap was over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from enhancement_roadmap.analysis import Progress
from enhancement_roadmap.history.changelog import Changelog, Tally

MOST_POINTS = 60
"""Points that are drawn: as many as a small picture can show."""


@dataclass(frozen=True, slots=True)
class Point:
    """How far it was at the end of a day.

    Attributes:
        on: the day.
        progress: requirements done, of how many, by the id of the priority level; a level that there was not is missing.
        total: of all levels.
    """

    on: date
    progress: Mapping[str, Progress]
    total: Progress


def burn_up(changelog: Changelog, today: date, now: Mapping[str, Progress], most: int = MOST_POINTS) -> Sequence[Point]:
    """Requirements done and in all over time, the oldest first.

    Args:
        changelog: the history.
        today: the last day.
        now: how far each priority level is on it, by its id.
        most: most points; of more, the last of each of as many stretches of time stays, and the first.
    """
    days: dict[date, Point] = {}
    latest = date.min
    for entry in changelog.entries:
        if entry.tallies and entry.commit.on <= today:
            # Clocks of authors differ: no day comes before one that a later commit builds upon.
            latest = max(latest, entry.commit.on)
            days[latest] = _point(latest, _progress(entry.tallies))
    days[today] = _point(today, now)
    return _thinned(list(days.values()), most)


def _progress(tallies: Mapping[str, Tally]) -> Mapping[str, Progress]:
    return {level: Progress(done, done + count) for level, (done, count) in tallies.items()}


def _point(on: date, progress: Mapping[str, Progress]) -> Point:
    total = Progress(sum(one.done for one in progress.values()), sum(one.total for one in progress.values()))
    return Point(on, progress, total)


def _thinned(points: Sequence[Point], most: int) -> Sequence[Point]:
    return points if len(points) <= most else list(_last_of_each(points, most - 1))


def _last_of_each(points: Sequence[Point], stretches: int) -> Iterator[Point]:
    """The first point, and the last of each of some stretches of the same length."""
    first, days = points[0].on, (points[-1].on - points[0].on).days
    yield points[0]
    for point, following in zip(points[1:], [*points[2:], None], strict=True):
        if following is None or _stretch(point, first, days, stretches) != _stretch(following, first, days, stretches):
            yield point


def _stretch(point: Point, first: date, days: int, stretches: int) -> int:
    """Which stretch a point is in, from 0; the end of one belongs to it."""
    return -(-(point.on - first).days * stretches // days)
