"""The formats say exactly this. To write them anew: UPDATE_GOLDEN=1 pytest tests/outputs/difference."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from enhancement_roadmap.diff import Difference
from enhancement_roadmap.outputs.difference import as_json, as_markdown, as_text
from support.differences import between
from support.render_contexts import TODAY
from support.roadmaps import enhancement, small

GOLDEN = Path(__file__).parent / "golden"
FORMATS: dict[str, Callable[[Difference], str]] = {
    "difference.txt": as_text,
    "difference.md": lambda found: as_markdown(found, "main"),
    "difference.json": lambda found: as_json(found, "main", "", TODAY),
}

_FIRST = enhancement("first", 1, "First *thing*", "owner: Ada\nscope: {timeline: 1-2 sprints, files: [src/a.py]}")
_PLAN = "phases:\n  - {id: one, number: 1, title: Foundation, summary: First, enhancements: [first, second]}\n"
_METRICS = "metrics:\n  - {id: users, title: Daily users, readings: [{on: 2026-05-01, value: 1}]}\n"
BEFORE = small(first=_FIRST, second=enhancement("second", 2, "Second thing"), plan=_PLAN, metrics=_METRICS)
AFTER = small(
    first=_FIRST.replace("priority: high", "priority: low")
    .replace("owner: Ada", "owner: Grace")
    .replace("1-2 sprints", "2 months")
    .replace("requirement}", "requirement, status: done, done_on: 2026-06-03}\n  - {id: two, text: Another `one`}"),
    second=enhancement("third", 3, "Third thing"),
    plan=_PLAN.replace("first, second", "third"),
    metrics=_METRICS.replace("value: 1}", "value: 1}, {on: 2026-06-01, value: 1200, source: Dashboard}"),
)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_this(name: str, tmp_path: Path) -> None:
    text = FORMATS[name](between(tmp_path, BEFORE, AFTER)).rstrip("\n") + "\n"
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_no_change_is_said_as_such(tmp_path: Path) -> None:
    nothing = between(tmp_path, BEFORE, BEFORE)
    assert as_text(nothing) == "No change of the roadmap."
    assert as_markdown(nothing, "main").endswith("Nothing: the roadmap is the same as in main.\n")
