"""Decisions as text for the terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from enhancement_roadmap.analysis import CALL_TITLES, CALLS, Decision, Insight, changed_calls
from enhancement_roadmap.findings import visible
from enhancement_roadmap.text import plain

_NARROWEST = 40
"""Columns; a narrower terminal wraps by itself."""


def decisions_text(insight: Insight, supposed: Insight | None = None) -> str:
    """A block a decision, under a heading for each call; with `supposed` first what would change."""
    shown = supposed or insight
    lines = list(_changes(insight, supposed)) if supposed is not None else []
    for call in CALLS:
        made = [decision for decision in shown.decisions if decision.call == call]
        if made or call == "start":
            lines += ["", f"{CALL_TITLES[call]} ({len(made)})", *(line for decision in made for line in _block(decision))]
        if not made and call == "start":
            lines.append("  Nothing is both triggered and ready.")
    return "\n".join(lines).strip("\n")


def _changes(insight: Insight, supposed: Insight) -> Iterator[str]:
    changes = changed_calls(insight, supposed)
    yield f"Would change ({len(changes)})"
    for change in changes:
        before, after = CALL_TITLES[change.before].lower(), CALL_TITLES[change.after].lower()
        yield f"  {change.item.number}. {_shown(change.item.name)}: {before} → {after}"
    if not changes:
        yield "  No decision would be another."


def _block(decision: Decision) -> Iterator[str]:
    item = decision.item
    score = f", score {item.assessment.score}" if item.assessment else ""
    yield f"  {item.number}. {_shown(item.name)} [{item.id}], {item.priority}{score}"
    width = max(shutil.get_terminal_size().columns, _NARROWEST)
    for reason in decision.reasons:
        indent = " " * 5
        yield from textwrap.wrap(_shown(reason.text), width, initial_indent=indent, subsequent_indent=indent)


def _shown(text: str) -> str:
    return visible(" ".join(plain(text).split()))
