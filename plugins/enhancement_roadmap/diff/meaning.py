"""What an edit means in the roadmap's own terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from enhancement_roadmap.diff.edits import Edit
from enhancement_roadmap.diff.effects import (
    ESTIMATE_LONGER,
    ESTIMATE_SHORTER,
    ORDER_CHANGED,
    PRIORITY_LOWERED,
    PRIORITY_RAISED,
    REASSESSED,
    REVIEW_HELD,
    STATUS_CHANGED,
    TRIGGER_CHANGED,
    Effect,
)
from enhancement_roadmap.diff.version import Version
from enhancement_roadmap.model import Estimate, PartialDate

_REVIEWS = (("about", "last_review"), ("governance", "reviews", "last_held"))


def effect_of(edit: Edit, before: Version, after: Version) -> Effect | None:
    """The effect that an edit has by itself; what follows from it elsewhere is in `diff.derived`."""
    if edit.kind.effect or not edit.kind.is_change:
        return edit.kind.effect
    if isinstance(edit.before, Estimate) and isinstance(edit.after, Estimate):
        return _estimate(_length(edit.before, before), _length(edit.after, after))
    path = edit.path.path
    if path[0] == "enhancements":
        return _of_enhancement(path[2:], edit, before, after)
    if path == ("plan", "order"):
        return ORDER_CHANGED
    is_review = (path[0], *path[1:2], *path[3:]) in _REVIEWS
    return REVIEW_HELD if is_review and _is_later(edit.before, edit.after) else None


def _of_enhancement(path: Sequence[Any], edit: Edit, before: Version, after: Version) -> Effect | None:
    match list(path):
        case ["priority"]:
            return _priority(edit.before, edit.after, before, after)
        case ["status"]:
            return STATUS_CHANGED
        case ["trigger", *_]:
            return TRIGGER_CHANGED
        case ["assessment", "on"] if _is_later(edit.before, edit.after):
            return REASSESSED
        case ["assessment", "kind"] if edit.after == "reviewed":
            return REASSESSED
    return None


def _priority(old: str | None, new: str | None, before: Version, after: Version) -> Effect | None:
    """By the new order of levels; a level that it does not have stands where the old order has it, and no level below all."""
    none = max(len(before.rank_of), len(after.rank_of))
    old_rank = none if old is None else after.rank_of.get(old, before.rank_of[old])
    new_rank = none if new is None else after.rank_of[new]
    if old_rank == new_rank:
        return None
    return PRIORITY_RAISED if new_rank < old_rank else PRIORITY_LOWERED


def _estimate(old: float, new: float) -> Effect | None:
    if old == new:
        return None
    return ESTIMATE_LONGER if new > old else ESTIMATE_SHORTER


def _length(estimate: Estimate, version: Version) -> float:
    return estimate.length(version.frame.plan.working_time)


def _is_later(old: PartialDate | None, new: PartialDate | None) -> bool:
    return new is not None and (old is None or new.last > old.last)
