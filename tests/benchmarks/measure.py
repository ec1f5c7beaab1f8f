"""How long a command takes and how much memory, in a process of its own."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

OK = 0


class CommandError(RuntimeError):
    """A measured command did not end well; the message holds what it printed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took.

    Attributes:
        wall: seconds on the clock.
        cpu: seconds of processor time, of the program and the system for it.
        memory: greatest resident size in MiB.
    """

    wall: float
    cpu: float
    memory: float


def python(*arguments: str | Path) -> list[str]:
    """The command that runs this Python with some arguments."""
    return [sys.executable, *map(str, arguments)]


def measure(command: Sequence[str], log: Path) -> Cost:
    """Run a command once.

    Args:
        command: program and arguments.
        log: file for what it prints.

    Returns:
        Its cost. The peak is the child's own only while the calling process stays small, since a child starts as its image.

    Raises:
        CommandError: it did not exit with 0.
    """
    with log.open("wb") as output:
        actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), 1), (os.POSIX_SPAWN_DUP2, output.fileno(), 2)]
        start = time.perf_counter()
        child = os.posix_spawn(command[0], list(command), os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != OK:
        raise CommandError(f"{' '.join(command)}\n{log.read_text(errors='replace')}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(commands: Mapping[str, Sequence[str]], runs: int, log: Path) -> dict[str, Cost]:
    """Run several commands in turn, again and again, so that whatever slows the machine slows each of them.

    Args:
        commands: by name.
        runs: how often each one runs.
        log: file for what they print.

    Returns:
        For each name the median of each cost.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(measure(command, log))
    return {name: median(taken) for name, taken in costs.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each cost."""
    return Cost(
        wall=statistics.median(cost.wall for cost in costs),
        cpu=statistics.median(cost.cpu for cost in costs),
        memory=statistics.median(cost.memory for cost in costs),
    )
