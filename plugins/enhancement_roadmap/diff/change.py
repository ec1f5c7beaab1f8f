"""One change, and all changes between two roadmaps, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from enhancement_roadmap.diff.effects import Effect
from enhancement_roadmap.diff.kinds import ENHANCEMENT_ADDED, ENHANCEMENT_REMOVED, FIELD_CHANGED, Kind
from enhancement_roadmap.diff.values import Json, Step
from enhancement_roadmap.findings import Place


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is otherwise in the new roadmap.

    Attributes:
        kind: what happened. All changes that write facts (`Kind.writes`) together make the new roadmap out of the old.
        enhancement: id of the enhancement that it is about, as the new roadmap has it (the old one where it is gone); None
            where it is about the roadmap.
        title: name of that enhancement; empty where there is none.
        subject: what of it changed, in a few words: a field, the text of a requirement, the title of a phase.
        path: the value path, from the root of the old roadmap's facts (`facts_of`) to what changed; for something added, to
            where it belongs. Empty for a derived change.
        before: the old value as plain data; None where there was none. For ``…-reordered`` the steps of the entries that
            stay, in their old order; for ``requirement-completed`` and ``requirement-reopened`` the fields that changed.
        after: the new value, like `before`.
        index: the place, from 0, of an added entry in the new list, of a removed one in the old; None else.
        effect: what it means; None where it has no effect.
        importance: 1 to 100; what matters more comes first.
        place: where it stands in the new data, or in the old where it is gone; None for a number of the whole roadmap, and in
            a brief difference.
    """

    kind: Kind
    enhancement: str | None
    title: str
    subject: str
    path: tuple[Step, ...]
    before: Json
    after: Json
    index: int | None
    effect: Effect | None
    importance: int
    place: Place | None

    @property
    def is_derived(self) -> bool:
        """Whether nobody wrote it: it follows from other changes."""
        return self.kind.writes == "nothing"

    @property
    def is_described_by_others(self) -> bool:
        """Whether people read the same elsewhere: totals stand apart, and what a phase or quarter loses or gains is named."""
        if self.effect is not None and self.effect.is_total:
            return True
        is_list = self.kind is FIELD_CHANGED and self.path[:1] == ("plan",) and self.path[-1:] == ("enhancements",)
        return is_list and set(self.before) != set(self.after)


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
        """Ids of new enhancements, by number."""
        return [change.enhancement for change in self.changes if change.kind is ENHANCEMENT_ADDED and change.enhancement]

    @cached_property
    def removed(self) -> Sequence[str]:
        """Ids of enhancements that are gone, by number."""
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
        """How many changes have each effect, the most important effect first."""
        counts: dict[Effect, int] = {}
        for change in self.changes:
            if change.effect is not None:
                counts[change.effect] = counts.get(change.effect, 0) + 1
        return counts
