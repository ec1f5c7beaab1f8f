"""Decisions as text for the terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from enhancement_roadmap.analysis import ACTION_TITLES, ACTIONS, Decision, Insight, changed_actions
from enhancement_roadmap.findings import visible
from enhancement_roadmap.text import plain

_NARROWEST = 40
"""Columns; a narrower terminal wraps by itself."""


def decisions_text(insight: Insight, supposed: Insight | None = None) -> str:
    """A block a decision, under a heading for each call; with `supposed` first what would change."""
    shown = supposed or insight
    lines = list(_changes(insight, supposed)) if supposed is not None else []
    for action in ACTIONS:
        made = [decision for decision in shown.decisions if decision.action == action]
        if made or action == "start":
            lines += ["", f"{ACTION_TITLES[action]} ({len(made)})", *(line for decision in made for line in _block(decision))]
        if not made and action == "start":
            lines.append("  Nothing is both triggered and ready.")
    return "\n".join(lines).strip("\n")


def _changes(insight: Insight, supposed: Insight) -> Iterator[str]:
    changes = changed_actions(insight.decisions, supposed.decisions)
    yield f"Would change ({len(changes)})"
    for change in changes:
        before, after = ACTION_TITLES[change.before].lower(), ACTION_TITLES[change.after].lower()
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
