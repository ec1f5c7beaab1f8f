"""The difference between two roadmaps: what is written otherwise, and what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from enhancement_roadmap.diff.change import Change
from enhancement_roadmap.diff.derived import DerivedChanges
from enhancement_roadmap.diff.direct import direct_changes
from enhancement_roadmap.diff.effects import Effect
from enhancement_roadmap.diff.enhancements import pair_enhancements
from enhancement_roadmap.diff.kinds import ENHANCEMENT_ADDED, ENHANCEMENT_REMOVED
from enhancement_roadmap.diff.version import Version


@dataclass(frozen=True)
class Difference:
    """Everything that is otherwise, the most important first.

    Attributes:
        changes: in their order.
        renamed: for each enhancement whose id is another, the new id by the old one.
    """

    changes: tuple[Change, ...]
    renamed: Mapping[str, str]

    @cached_property
    def added(self) -> Sequence[str]:
        """Ids of new enhancements, in their order."""
        return [change.enhancement for change in self.changes if change.kind is ENHANCEMENT_ADDED and change.enhancement]

    @cached_property
    def removed(self) -> Sequence[str]:
        """Ids of enhancements that are gone, in their order."""
        return [change.enhancement for change in self.changes if change.kind is ENHANCEMENT_REMOVED and change.enhancement]

    @cached_property
    def changed(self) -> Sequence[str]:
        """Ids of enhancements of both roadmaps about which something was written otherwise, the most important first."""
        apart = {*self.added, *self.removed}
        found = (change.enhancement for change in self.changes if change.kind.writes == "facts")
        return list(dict.fromkeys(name for name in found if name is not None and name not in apart))

    @cached_property
    def described(self) -> Sequence[Change]:
        """The changes that people read one by one, the most important first."""
        return [change for change in self.changes if not change.is_described_by_others]

    @cached_property
    def described_of(self) -> Mapping[str | None, Sequence[Change]]:
        """The same by the enhancement that they are about; under None those about the roadmap."""
        groups: dict[str | None, list[Change]] = {}
        for change in self.described:
            groups.setdefault(change.enhancement, []).append(change)
        return groups

    @cached_property
    def effects(self) -> Mapping[Effect, int]:
        """How often each effect is there (`Change.times`), the most important first."""
        counts: dict[Effect, int] = {}
        for change in self.changes:
            if change.effect is not None:
                counts[change.effect] = counts.get(change.effect, 0) + change.times
        return counts


def difference(before: Version, after: Version, *, brief: bool = False) -> Difference:
    """Hold two roadmaps against each other.

    What only a reader of the files sees is no change: comments, the order of keys, quotes, line breaks, blank lines more
    between paragraphs, defaults that are written out.

    Args:
        before: the old roadmap, on a day.
        after: the new one, on the same day.
        brief: whether only what was written matters: not what follows for triggers, for what is blocked, for decisions and
            totals, nor places, nor what an added or removed enhancement is like, nor values that go without saying
            (`Kind.says_all`). Parts that both roadmaps share (the same objects of the model) cost nothing then.

    Returns:
        Each change, the most important first; of equal ones that of the higher priority, then of the lower number, first.
    """
    pairs = pair_enhancements(before, after)
    derived = DerivedChanges(before, after, pairs, brief=brief)
    changes = [*direct_changes(before, after, pairs, brief=brief), *derived.plain()]
    if not brief:
        changes += derived.derived()
    if len(changes) <= 1:
        return Difference(tuple(changes), pairs.renamed)
    ranks = _ranks(before) | _ranks(after)
    last = (len(ranks), 0)

    def order(change: Change) -> tuple[int, tuple[int, int]]:
        return -change.importance, ranks.get(change.enhancement or "", last)

    return Difference(tuple(sorted(changes, key=order)), pairs.renamed)


def _ranks(version: Version) -> dict[str, tuple[int, int]]:
    """For each enhancement's id the place of its priority, and its own in the roadmap."""
    return {name: (version.priority_rank(item), place) for place, (name, item) in enumerate(version.items.items())}
