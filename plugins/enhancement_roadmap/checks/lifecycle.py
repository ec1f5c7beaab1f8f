"""Does the status of each enhancement fit what else is known about it, and the moves that led to it?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.subjects import place_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.sentences import first_few, one_or_several
from enhancement_roadmap.strict_yaml import show

_FREE = {"ready": "is ready", "in-progress": "is in progress"}
"""Stages that nothing may hold back, and how messages name them."""
_NAMED = 7
"""Criteria or requirements that a message names; the others are counted."""
_NAMED_STATUSES = 12
"""Statuses that a hint names."""


def lifecycle_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Contradictions between the status of each enhancement and its dependencies, readiness and requirements."""
    for item in insight.roadmap.enhancements:
        stage = insight.stages[item.id]
        if insight.is_blocked(item):
            yield from _dependencies(loaded, insight, item)
        if stage in _FREE and not insight.readiness[item.id].is_complete:
            yield _readiness(loaded, insight, item)
        if stage == "done" and any(leaf.status == "open" for leaf in item.leaves):
            yield _requirements(loaded, item)


def _dependencies(loaded: Loaded, insight: Insight, item: Enhancement) -> Iterator[Finding]:
    stage = insight.stages[item.id]
    for index, name in enumerate(item.scope.needs):
        place = ("scope", "depends_on", index)
        if insight.stages[name] == "cancelled":
            message = f"{show(item.id)} depends on {show(name)}, which is cancelled"
            hint = f"Take {show(name)} out of ‘depends_on’, take it up again, or cancel {show(item.id)} too."
            yield Finding(place_of(loaded, item, *place), "RM807", message, hint, "warning")
        elif stage in _FREE and insight.stages[name] != "done":
            status = insight.by_id[name].status
            message = f"{show(item.id)} {_FREE[stage]}, but depends on {show(name)}, which is ‘{status}’"
            hint = f"Finish {show(name)} first, take it out of ‘depends_on’, or set the status back."
            yield Finding(place_of(loaded, item, *place), "RM802", message, hint, "warning")


def _readiness(loaded: Loaded, insight: Insight, item: Enhancement) -> Finding:
    answers = insight.readiness[item.id]
    total = len(answers.criteria)
    unmet = total - answers.met_count
    missing = first_few((f"{show(answer.criterion.id)} ({answer.state})" for answer in answers.first_unmet(_NAMED)), _NAMED, unmet)
    does, are = _FREE[insight.stages[item.id]], one_or_several(unmet, "is", "are")
    message = f"{show(item.id)} {does}, but {unmet} of {total} readiness criteria {are} not met: {missing}"
    hint = "Say under ‘readiness’ what is met by now, or set the status back."
    return Finding(place_of(loaded, item, "status"), "RM803", message, hint, "warning")


def _requirements(loaded: Loaded, item: Enhancement) -> Finding:
    leaves = item.leaves
    still_open = [show(requirement.short_name) for requirement in leaves if requirement.status == "open"]
    number, are = len(still_open), one_or_several(len(still_open), "is", "are")
    missing = first_few(still_open, _NAMED)
    message = f"{show(item.id)} is done, but {number} of {len(leaves)} requirements {are} open: {missing}"
    hint = "Set them to ‘done’ too, take out what is not wanted any more, or set the status back."
    return Finding(place_of(loaded, item, "status"), "RM804", message, hint, "warning")


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
            hint = f"After ‘{before.to}’ may come: {first_few(allowed[before.to], _NAMED_STATUSES) or 'nothing'}."
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
