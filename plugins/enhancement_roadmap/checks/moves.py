"""Is the history of each enhancement's status one that can have been?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.places import place_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.strict_yaml import show

_NAMED = 12
"""Statuses that a hint names."""


def move_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Moves that the roadmap does not allow, that are not in the order of their dates, or that end elsewhere than the status."""
    for item in insight.roadmap.enhancements:
        if item.moves:
            yield from _steps(loaded, insight, item)
            yield from _end(loaded, item)


def _steps(loaded: Loaded, insight: Insight, item: Enhancement) -> Iterator[Finding]:
    allowed = insight.next_statuses
    for index, (before, move) in enumerate(pairwise(item.moves), start=1):
        if allowed is not None and move.to not in allowed[before.to]:
            message = f"moves[{index + 1}].to: ‘{before.to}’ can not become ‘{move.to}’"
            hint = f"After ‘{before.to}’ may come: {', '.join(islice(allowed[before.to], _NAMED)) or 'nothing'}."
            yield Finding(place_of(loaded, item, "moves", index, "to"), "RM805", message, hint, "warning")
        if move.on.last < before.on.first:
            message = f"moves[{index + 1}].on: {show(move.on.isoformat())} is before the move above it, {show(before.on.isoformat())}"
            hint = "Put the moves in the order of their dates, the latest last."
            yield Finding(place_of(loaded, item, "moves", index, "on"), "RM808", message, hint, "warning")


def _end(loaded: Loaded, item: Enhancement) -> Iterator[Finding]:
    last = item.moves[-1]
    if last.to != item.status:
        message = f"the last move of {show(item.id)} leads to ‘{last.to}’, but its status is ‘{item.status}’"
        hint = f"Set ‘status: {last.to}’, or add the move to ‘{item.status}’."
        yield Finding(place_of(loaded, item, "moves", len(item.moves) - 1, "to"), "RM806", message, hint, "warning")
