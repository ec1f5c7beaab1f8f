"""Made-up roadmaps of any size, with texts as long as those of a real one; the same for the same size.

Run as ``python -m benchmarks.generate FOLDER COUNT``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks import shared_data
from benchmarks.texts import ANALYSIS, AREAS, CRITERIA, FILES, GOALS, LEVELS, OPTIONS, TASKS
from benchmarks.triggers import trigger

STATUSES = ("proposed", "in-progress", "triggered", "done")
"""The status of most enhancements, in turn; some of those that nobody has begun are put off, or given up."""


def enhancement(number: int) -> dict[str, Any]:
    """The data of one enhancement."""
    title = _title(number)
    area = AREAS[number % len(AREAS)].lower()
    slug = enhancement_id(number)
    status = _status(number)
    risk, impact = 1 + number % 5, 1 + number // 5 % 5
    item: dict[str, Any] = {
        "id": slug,
        "number": number,
        "title": title,
        "priority": "high" if risk * impact > 12 else "medium" if risk * impact > 5 else "low",
        "status": status,
        "moves": _moves(status, number),
        "owner": "Security Team" if number % 3 else None,
        "labels": [area, GOALS[number // len(AREAS) % len(GOALS)]],
        "trigger": {"summary": f"When {area} functionality is added or scaled", **trigger(number)} if number % 23 else None,
        "requirements": [_requirement(place, task.format(area=title), number, status) for place, task in enumerate(TASKS)],
        "scope": {
            "timeline": f"{1 + number % 3}-{3 + number % 4} sprints after the integration",
            "dependencies": f"Selection and integration of {area}",
            "depends_on": _depends_on(number),
            "files": [{"path": path.format(slug=slug), "note": note.format(area=title)} for path, note in FILES],
            "technologies": list(OPTIONS),
            "impact": "Enables enterprise sales and entry into regulated markets",
        },
        "assessment": {
            "risk": f"{risk}-{risk + 1}" if number % 7 == 0 and risk < len(LEVELS) else risk,
            "impact": impact,
            "by": "Security Team",
            "on": "2024-11" if number % 11 == 0 else "2025-04",
            "why": f"Faults in {title} go unseen.",
        },
        "analysis": {key: text.format(area=title) for key, text in ANALYSIS.items()},
        "readiness": _readiness(status, number),
        **_figures(number),
    }
    if number % 3 == 0:
        item["packages"] = {"commands": ["bun add bcrypt jsonwebtoken passport", "bun add -D @types/bcrypt @types/jsonwebtoken"]}
    return item


def enhancement_id(number: int) -> str:
    """Id of the enhancement with this number."""
    return _title(number).lower().replace(" ", "-")


def write_roadmap(folder: Path, count: int) -> None:
    """Write a whole roadmap folder.

    Args:
        folder: made where it is missing.
        count: number of enhancements.
    """
    (folder / "enhancements").mkdir(parents=True)
    numbers = range(1, count + 1)
    for number in numbers:
        _write(folder / "enhancements" / f"{number:05}.yml", enhancement(number))
    _write(folder / "roadmap.yml", shared_data.about())
    _write(folder / "plan.yml", shared_data.plan([enhancement_id(number) for number in numbers]))
    _write(folder / "governance.yml", shared_data.governance())
    _write(folder / "metrics.yml", shared_data.metrics())


def _title(number: int) -> str:
    return f"{AREAS[number % len(AREAS)]} {GOALS[number // len(AREAS) % len(GOALS)]} {number}"


def _status(number: int) -> str:
    return {20: "deferred", 30: "cancelled"}.get(number % 40) or STATUSES[number % len(STATUSES)]


def _depends_on(number: int) -> list[str]:
    """Those in progress and those done wait for nothing; the others wait for one of these."""
    return [enhancement_id(number - len(AREAS))] if number > len(AREAS) and number % 2 == 0 else []


def _moves(status: str, number: int) -> list[dict[str, Any]]:
    """How it came to its status; one that is proposed has not moved."""
    steps = {
        "triggered": ("triggered",),
        "in-progress": ("triggered", "ready", "in-progress"),
        "done": ("triggered", "ready", "in-progress", "done"),
        "deferred": ("triggered", "deferred"),
        "cancelled": ("cancelled",),
    }.get(status, ())
    moves: list[dict[str, Any]] = [{"to": to, "on": f"2025-{month:02}-{1 + number % 28:02}"} for month, to in enumerate(steps, start=1)]
    if moves:
        moves[-1]["why"] = "Agreed in the quarterly review."
    return moves


def _requirement(place: int, text: str, number: int, status: str) -> dict[str, Any]:
    row: dict[str, Any] = {"id": f"requirement-{place + 1}", "text": text}
    if (number + place) % 4 == 0 or status == "done":
        row |= {"status": "done", "done_on": "2025-05-14"}
    return row


def _readiness(status: str, number: int) -> dict[str, Any]:
    """Each criterion is met where work has begun, and for some of the others."""
    if status in {"in-progress", "done"} or number % 16 == 4:
        return dict.fromkeys(CRITERIA, "yes")
    states = ("yes", "partly", "no")
    found: dict[str, Any] = {criterion: states[(number + place) % len(states)] for place, criterion in enumerate(CRITERIA)}
    if found["budget"] != "yes":
        found["budget"] = {"state": found["budget"], "note": "Asked for, to be decided in September"}
    return found


def _figures(number: int) -> dict[str, Any]:
    """What it costs and what it is worth; what the planners make of it."""
    loss = 10_000 * (1 + number % 13)
    figures: dict[str, Any] = {
        "costs": {
            "development": f"{1 + number % 3}-{2 + number % 3} sprints",
            "tools_per_month": f"{20 * (1 + number % 6)}-{40 * (1 + number % 6)}",
            "training_hours": 4 * (number % 5),
            "maintenance_hours_per_month": f"{1 + number % 4}-{2 + number % 4}",
        },
        "benefit": {
            "loss_prevented": f"{loss}-{3 * loss}",
            "yearly_likelihood": f"{3 + number % 7}-{10 + number % 17} %",
            "compliance_per_year": 1000 * (number % 4),
            "reputation": ("high", "medium", "low")[number % 3],
        },
    }
    if number % 5 == 0:
        figures["recommendation"] = {"verdict": "implement" if number % 2 else "defer", "why": "Agreed with the leadership"}
    return figures


def _write(path: Path, values: dict[str, Any]) -> None:
    path.write_text(as_yaml(values), encoding="utf-8")


def as_yaml(values: dict[str, Any]) -> str:
    """The text of a data file."""
    return yaml.dump(_said(values), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=140)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Without the keys that nobody would write."""
    return {key: _said(value) if isinstance(value, dict) else value for key, value in values.items() if value not in (None, [])}


class _Dumper(yaml.CSafeDumper):
    """Writes shared values twice: files written by hand have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def main(arguments: Sequence[str]) -> None:
    """Write the roadmap that the arguments name."""
    folder, count = arguments
    write_roadmap(Path(folder), int(count))


if __name__ == "__main__":
    main(sys.argv[1:])
