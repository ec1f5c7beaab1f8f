"""One change between two roadmaps, as data."""

from __future__ import annotations

from dataclasses import dataclass

from enhancement_roadmap.diff.effects import Effect
from enhancement_roadmap.diff.kinds import FIELD_CHANGED, REQUIREMENT_ADDED, REQUIREMENT_ID_FOLLOWED, REQUIREMENT_REMOVED, Kind
from enhancement_roadmap.diff.values import Json, Step, leaf_count
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
            where it belongs. A paragraph of a long text is an entry of a list, without an id. Empty for a derived change.
        before: the old value as plain data; None where there was none. For ``…-reordered`` the steps of the entries that
            stay, in their old order; for ``…-completed``, ``…-reopened`` and ``…-waived`` the fields that changed.
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
    def times(self) -> int:
        """How often it counts: a requirement that is added or removed as often as it has parts without parts, all else once."""
        facts = self.before if self.after is None else self.after
        return leaf_count([facts]) if facts and self.kind in {REQUIREMENT_ADDED, REQUIREMENT_REMOVED} else 1

    @property
    def is_described_by_others(self) -> bool:
        """Whether people read the same elsewhere.

        Totals stand apart, what a phase or quarter loses or gains is named, and so are the words that an id follows.
        """
        if self.kind is REQUIREMENT_ID_FOLLOWED or (self.effect is not None and self.effect.is_total):
            return True
        is_list = self.kind is FIELD_CHANGED and self.path[:1] == ("plan",) and self.path[-1:] == ("enhancements",)
        return is_list and set(self.before) != set(self.after)
