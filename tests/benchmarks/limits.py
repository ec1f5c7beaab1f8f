"""What must hold, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.measure import Cost

BUILD_TIME = 0.75
"""Most processor time of a build with the plugin, as a share of the plain build's."""

BUILD_TIME_FROM = 1000
"""Number of enhancements from which `BUILD_TIME` holds: below it, starting MkDocs outweighs the pages."""

GROWTH = 1.1
"""Most that the ratio at the largest size may be, as a multiple of the ratio at `BUILD_TIME_FROM`: the rest is noise."""

BUILD_MEMORY = 1.5
"""Most memory of a build with the plugin, as a multiple of the plain build's."""

CHECK_TIME = 2.0
"""Most processor time of ``roadmap check``, as a multiple of the time to parse the same files."""

DECIDE_TIME = 1.5
"""Most processor time of ``roadmap decide``, as a multiple of that of ``roadmap check`` on the same data."""

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


def broken_by_builds(builds: Mapping[int, Ratio]) -> Iterator[str]:
    """Yield each limit that the builds break, in words.

    Args:
        builds: by number of enhancements.
    """
    for count, ratio in builds.items():
        if count >= BUILD_TIME_FROM and ratio.time > BUILD_TIME:
            yield f"build of {count:,}: time {ratio.time:.2f} × the plain build's; limit {BUILD_TIME}"
        if ratio.memory > BUILD_MEMORY:
            yield f"build of {count:,}: memory {ratio.memory:.2f} × the plain build's; limit {BUILD_MEMORY}"
    base = builds.get(BUILD_TIME_FROM)
    for count, ratio in builds.items():
        if base and count > BUILD_TIME_FROM and ratio.time > base.time * GROWTH:
            yield f"build of {count:,}: the ratio grows from {base.time:.2f} to {ratio.time:.2f}; limit {base.time * GROWTH:.2f}"


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
