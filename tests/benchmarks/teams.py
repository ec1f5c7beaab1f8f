"""Made-up roadmaps with teams, in which every enhancement has a date that hangs on estimates, dependencies and people.

Run as ``python -m benchmarks.teams FOLDER COUNT``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.generate import as_yaml, enhancement, write_roadmap

TEAMS = 8
_SIZE = 5


def write_dated_roadmap(folder: Path, count: int) -> None:
    """Write a whole roadmap folder: nothing is done, put off or waits for a trigger.

    Args:
        folder: made where it is missing.
        count: number of enhancements.
    """
    write_roadmap(folder, count)
    plan = folder / "plan.yml"
    teams = [{"title": f"Team {place}", "size": _SIZE} for place in range(1, TEAMS + 1)]
    plan.write_text(plan.read_text(encoding="utf-8") + as_yaml({"holidays": "DE-BE", "teams": teams}), encoding="utf-8")
    for number in range(1, count + 1):
        (folder / "enhancements" / f"{number:05}.yml").write_text(as_yaml(_dated(number)), encoding="utf-8")


def _dated(number: int) -> dict[str, Any]:
    values = enhancement(number) | {"status": None, "moves": None, "trigger": None, "team": f"team-{1 + number % TEAMS}"}
    for requirement in values["requirements"]:
        requirement.pop("status", None)
        requirement.pop("done_on", None)
    return values


def main(arguments: Sequence[str]) -> None:
    """Write the roadmap that the arguments name."""
    folder, count = arguments
    write_dated_roadmap(Path(folder), int(count))


if __name__ == "__main__":
    main(sys.argv[1:])
