"""The changelog and the progress over time of a data folder, as a command asks for them: it has read the roadmap of today by then.

Run as ``python -m benchmarks.read_history DATA``; prints seconds on the clock and of processor time, git's included, without
the time that Python takes to start and that reading the roadmap of today takes: of the first reading, and of a further one in
the same process, as a server asks for it. As in a command, the garbage collector does not look at that roadmap again.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from enhancement_roadmap.history import History
from enhancement_roadmap.history.burn_up import burn_up
from enhancement_roadmap.loading import Loaded, load


def main(arguments: Sequence[str]) -> None:
    """Read the history of the folder that the argument names."""
    data, day = Path(arguments[0]), date(2030, 1, 1)
    loaded = load(data)
    gc.freeze()
    print(json.dumps([_reading(data, loaded, day) for _ in range(2)]))


def _reading(data: Path, loaded: Loaded, day: date) -> dict[str, float]:
    clock, cpu = time.perf_counter(), _cpu()
    history = History(data)
    history.insight(loaded, day)
    points = burn_up(history.changelog, day, {})
    return {"wall": time.perf_counter() - clock, "cpu": _cpu() - cpu, "entries": len(history.changelog.entries), "points": len(points)}


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main(sys.argv[1:])
