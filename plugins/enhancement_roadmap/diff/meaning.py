"""What an edit means in the roadmap's own terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from enhancement_roadmap.diff.edits import Edit
from enhancement_roadmap.diff.kinds import KINDS, EffectName
from enhancement_roadmap.diff.version import Version
from enhancement_roadmap.model import Estimate, PartialDate

_REVIEWS = (("about", "last_review"), ("governance", "reviews", "last_held"))


def effect_of(edit: Edit, before: Version, after: Version) -> EffectName | None:
    """The effect that an edit has by itself; what follows from it elsewhere is in `diff.derived`."""
    kind = KINDS[edit.kind]
    if kind.effect or not kind.is_change:
        return kind.effect
    if isinstance(edit.before, Estimate) and isinstance(edit.after, Estimate):
        return _estimate(_length(edit.before, before), _length(edit.after, after))
    path = edit.path.path
    if path[0] == "enhancements":
        return _of_enhancement(path[2:], edit, before, after)
    is_review = (path[0], *path[1:2], *path[3:]) in _REVIEWS
    return "review-held" if is_review and _is_later(edit.before, edit.after) else None


def _of_enhancement(path: Sequence[Any], edit: Edit, before: Version, after: Version) -> EffectName | None:
    match list(path):
        case ["priority"]:
            return _priority(edit.before, edit.after, before, after)
        case ["status"]:
            return "status-changed"
        case ["trigger", *_]:
            return "trigger-changed"
        case ["assessment", "on"] if _is_later(edit.before, edit.after):
            return "reassessed"
        case ["assessment", "kind"] if edit.after == "reviewed":
            return "reassessed"
    return None


def _priority(old: str, new: str, before: Version, after: Version) -> EffectName | None:
    """By the new order of levels; a level that it does not have stands where the old order has it."""
    old_rank = after.rank_of.get(old, before.rank_of[old])
    new_rank = after.rank_of[new]
    if old_rank == new_rank:
        return None
    return "priority-raised" if new_rank < old_rank else "priority-lowered"


def _estimate(old: float, new: float) -> EffectName | None:
    if old == new:
        return None
    return "estimate-longer" if new > old else "estimate-shorter"


def _length(estimate: Estimate, version: Version) -> float:
    return estimate.length(version.frame.plan.working_time)


def _is_later(old: PartialDate | None, new: PartialDate | None) -> bool:
    return new is not None and (old is None or new.last > old.last)
