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
class ProgressPoint:
    """How far it was at the end of a day.

    Attributes:
        on: the day.
        progress: requirements done, of how many, by the id of the priority level, or `UNPRIORITISED`; a level that there was not
            is missing.
        total: of all levels.
    """

    on: date
    progress: Mapping[str, Progress]
    total: Progress


def burn_up(changelog: Changelog, today: date, now: Mapping[str, Progress], most: int = MOST_POINTS) -> Sequence[ProgressPoint]:
    """Requirements done and in all over time, the oldest first.

    Args:
        changelog: the history.
        today: the last day.
        now: how far each priority level is on it, by its id.
        most: most points; of more, the last of each of as many stretches of time stays, and the first.
    """
    days: dict[date, Mapping[str, Tally]] = {}
    latest = date.min
    for entry in changelog.entries:
        on = entry.commit.on
        if entry.tallies and on <= today:
            # Clocks of authors differ: no day comes before one that a later commit builds upon.
            latest = max(latest, on)
            days[latest] = entry.tallies
    days.setdefault(today, {})
    return [_point(day, now if day == today else _progress(days[day])) for day in _thinned(list(days), most)]


def _progress(tallies: Mapping[str, Tally]) -> Mapping[str, Progress]:
    return {level: Progress(done, done + count) for level, (done, count) in tallies.items()}


def _point(on: date, progress: Mapping[str, Progress]) -> ProgressPoint:
    total = Progress(sum(one.done for one in progress.values()), sum(one.total for one in progress.values()))
    return ProgressPoint(on, progress, total)


def _thinned(days: Sequence[date], most: int) -> Sequence[date]:
    return days if len(days) <= most else list(_last_of_each(days, most - 1))


def _last_of_each(days: Sequence[date], stretches: int) -> Iterator[date]:
    """The first day, and the last of each of some stretches of the same length."""
    first, span = days[0], (days[-1] - days[0]).days
    yield first
    for day, following in zip(days[1:], [*days[2:], None], strict=True):
        if following is None or _stretch(day, first, span, stretches) != _stretch(following, first, span, stretches):
            yield day


def _stretch(day: date, first: date, span: int, stretches: int) -> int:
    """Which stretch a day is in, from 0; the end of one belongs to it."""
    return -(-(day - first).days * stretches // span)
