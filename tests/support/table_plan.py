"""A roadmap whose table shows every way to sort and to filter."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

_LEVELS = [{"value": value, "title": f"Level {value}", "meaning": "So much"} for value in range(1, 6)]
_ABOUT = {
    "title": "Plan",
    "priorities": [{"id": name, "title": f"{name.capitalize()} priority", "meaning": "So urgent"} for name in ("high", "medium", "low")],
    "scoring": {"risk": {"title": "Risk", "levels": _LEVELS}, "impact": {"title": "Impact", "levels": _LEVELS}},
}
_PHASES = [
    {"id": "one", "number": 1, "title": "Zero to one", "summary": "First", "enhancements": ["e1", "e2", "e4"]},
    {"id": "two", "number": 2, "title": "A second part", "summary": "Second", "enhancements": ["e2", "e5"]},
]
_ROWS: tuple[tuple[str, str, str, str | None, list[str], tuple[int, int] | None, int, str | None], ...] = (
    ("Zebra crossing", "high", "proposed", "Grace", ["web"], (5, 5), 0, "6-12 months"),
    ("apple pie", "low", "done", "ada", ["web", "Data store"], (3, 3), 4, "2 weeks"),
    ("Item 10", "medium", "in-progress", None, [], None, 1, "1-2 sprints"),
    ("Item 9", "high", "ready", "Grace", ["Data store"], (5, 4), 3, None),
    ("Ärger", "low", "deferred", "Zoë", [], (2, 2), 2, "90 hours"),
    ("Melon", "medium", "proposed", None, ["c++"], (3, 4), 0, "1 quarter"),
)
"""Title, priority, status, owner, labels, risk and impact, requirements done of four, timeline."""
_WAITS = {1: ["e2"], 5: ["e3"], 6: ["e1", "e2"]}
"""For each number the enhancements that must be done first; the first waits for none that is open."""


def table_plan() -> Mapping[str, str]:
    """Six enhancements, numbered from 1, in two phases."""
    items = {
        f"enhancements/e{number}.yml": _enhancement(number, *row, waits=_WAITS.get(number, ())) for number, row in enumerate(_ROWS, start=1)
    }
    return {"roadmap.yml": json.dumps(_ABOUT), "plan.yml": json.dumps({"phases": _PHASES}), **items}


def long_plan(count: int) -> Mapping[str, str]:
    """Any number of enhancements, of which every tenth has a high priority and the label ``tenth``."""
    items = {}
    for number in range(1, count + 1):
        priority, labels = ("high", ["tenth"]) if number % 10 == 0 else ("low", [])
        title = f"Thing number {number}"
        items[f"enhancements/e{number}.yml"] = _enhancement(number, title, priority, "proposed", None, labels, None, 0, None)
    return {"roadmap.yml": json.dumps(_ABOUT), **items}


def _enhancement(
    number: int,
    title: str,
    priority: str,
    status: str,
    owner: str | None,
    labels: list[str],
    score: tuple[int, int] | None,
    done: int,
    timeline: str | None,
    waits: Sequence[str] = (),
) -> str:
    values: dict[str, Any] = {
        "id": f"e{number}",
        "number": number,
        "title": title,
        "priority": priority,
        "status": status,
        "owner": owner,
        "labels": labels,
        "trigger": {"summary": "When it is time", "kind": "growth"},
        "requirements": [{"id": f"r{part}", "text": "A requirement", "status": "done" if part < done else "open"} for part in range(4)],
    }
    if score:
        values["assessment"] = {"risk": score[0], "impact": score[1], "why": "For a reason"}
    values["scope"] = {"depends_on": waits} | ({"timeline": timeline} if timeline else {})
    return json.dumps(values)
