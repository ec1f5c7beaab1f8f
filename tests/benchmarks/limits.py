"""What must hold, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.measure import Cost

READY_TIME: Mapping[int, float] = {9: 1.6, 100: 1.2, 1000: 0.85}
"""By number of enhancements from which it holds: most processor time of a build with the plugin, as a multiple of that of the site
that a user would write."""

READY_MEMORY: Mapping[int, float] = {9: 1.6, 100: 1.5}
"""The same for peak memory."""

RELOAD_TIME: Mapping[int, float] = {100: 0.3, 1000: 0.2}
"""By number of enhancements from which it holds: most processor time from a save to the page, as a share of the first build of the
site that a user would write."""

RELOAD_MORE = 0.15
"""Of fewer enhancements: most seconds of processor time that it may take longer than a save of the site that a user would write."""

PLAIN_TIME = 0.75
"""Most processor time of a build with the plugin, as a share of that of the same pages as files."""

PLAIN_TIME_FROM = 1000
"""Number of enhancements from which `PLAIN_TIME` holds: below it, starting MkDocs outweighs the pages."""

GROWTH = 1.1
"""Most that the ratio at the largest size may be, as a multiple of the ratio at `PLAIN_TIME_FROM`: the rest is noise."""

CHECK_TIME = 1.3
"""Most processor time of ``roadmap check``, as a multiple of the time to parse the same files."""

DECIDE_TIME = 1.5
"""Most processor time of ``roadmap decide``, as a multiple of that of ``roadmap check`` on the same data."""

SCHEDULE_TIME = 3.0
"""Most processor time of ``roadmap schedule`` with eight teams, as a multiple of that of ``roadmap check`` on the same data."""

HISTORY_TIME = 3.0
"""Most time on the clock to read the history for the first time, as a multiple of that of ``git log -p`` on the same folder."""

HISTORY_AGAIN = 0.1
"""Most processor time to read it again in the same process, as a share of the first time."""

HISTORY_MEMORY = 200.0
"""Most MiB of memory to read it."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One command held against its yardstick.

    Attributes:
        ours: cost of the product.
        theirs: cost of the yardstick.
    """

    ours: Cost
    theirs: Cost

    @property
    def time(self) -> float:
        """Processor time, which other programs on the machine disturb less than the clock."""
        return self.ours.cpu / self.theirs.cpu

    @property
    def wall(self) -> float:
        """Time on the clock."""
        return self.ours.wall / self.theirs.wall

    @property
    def memory(self) -> float:
        """Peak memory."""
        return self.ours.memory / self.theirs.memory


def broken_by_builds(ready: Mapping[int, Ratio], plain: Mapping[int, Ratio]) -> Iterator[str]:
    """Yield each limit that the builds break, in words.

    Args:
        ready: held against the site that a user would write, by number of enhancements.
        plain: held against the same pages as files.
    """
    for count, ratio in ready.items():
        if ratio.time > (most := _limit(READY_TIME, count)):
            yield f"build of {count:,}: time {ratio.time:.2f} × that of ready-written pages; limit {most}"
        if ratio.memory > (most := _limit(READY_MEMORY, count)):
            yield f"build of {count:,}: memory {ratio.memory:.2f} × that of ready-written pages; limit {most}"
    base = plain.get(PLAIN_TIME_FROM)
    for count, ratio in plain.items():
        if count >= PLAIN_TIME_FROM and ratio.time > PLAIN_TIME:
            yield f"build of {count:,}: time {ratio.time:.2f} × that of the same pages as files; limit {PLAIN_TIME}"
        if base and count > PLAIN_TIME_FROM and ratio.time > base.time * GROWTH:
            yield f"build of {count:,}: the ratio grows from {base.time:.2f} to {ratio.time:.2f}; limit {base.time * GROWTH:.2f}"


def broken_by_reloads(to_first: Mapping[int, Ratio], to_theirs: Mapping[int, Ratio]) -> Iterator[str]:
    """Yield each limit on a save while the site is served that is broken.

    Args:
        to_first: held against the first build of the site that a user would write, by number of enhancements.
        to_theirs: held against a save of that site.
    """
    for count, ratio in to_first.items():
        if count >= min(RELOAD_TIME):
            if ratio.time > (most := _limit(RELOAD_TIME, count)):
                yield f"save of {count:,}: time {ratio.time:.2f} × the first build of ready-written pages; limit {most}"
        elif (more := to_theirs[count].ours.cpu - to_theirs[count].theirs.cpu) > RELOAD_MORE:
            yield f"save of {count:,}: {more:.2f} s of processor time more than one of ready-written pages; limit {RELOAD_MORE}"


def _limit(limits: Mapping[int, float], count: int) -> float:
    """The limit that holds for so many enhancements: that of the greatest number up to it, else of the least."""
    return limits[max((number for number in limits if number <= count), default=min(limits))]


def broken_by_history(kind: str, first: Ratio, again: Ratio) -> Iterator[str]:
    """Yield each limit on reading the history that is broken.

    Args:
        kind: how the repository keeps its objects.
        first: the first reading, held against ``git log -p``.
        again: the second reading, held against the first.
    """
    if first.wall > HISTORY_TIME:
        yield f"history ({kind}): time {first.wall:.2f} × that of git log -p; limit {HISTORY_TIME}"
    if again.time > HISTORY_AGAIN:
        yield f"history ({kind}): again in the same process {again.time:.2f} × the first time; limit {HISTORY_AGAIN}"
    if first.ours.memory > HISTORY_MEMORY:
        yield f"history ({kind}): {first.ours.memory:.0f} MiB; limit {HISTORY_MEMORY:.0f}"


def broken_by_check(count: int, ratio: Ratio) -> Iterator[str]:
    """Yield the limit on ``roadmap check`` if it is broken."""
    if ratio.time > CHECK_TIME:
        yield f"check of {count:,}: time {ratio.time:.2f} × the parse; limit {CHECK_TIME}"


def broken_by_decide(count: int, ratio: Ratio) -> Iterator[str]:
    """Yield the limit on ``roadmap decide`` if it is broken."""
    if ratio.time > DECIDE_TIME:
        yield f"decide of {count:,}: time {ratio.time:.2f} × the check; limit {DECIDE_TIME}"


def broken_by_schedule(count: int, ratio: Ratio) -> Iterator[str]:
    """Yield the limit on ``roadmap schedule`` if it is broken."""
    if ratio.time > SCHEDULE_TIME:
        yield f"schedule of {count:,}: time {ratio.time:.2f} × the check; limit {SCHEDULE_TIME}"
