"""A roadmap beside an older one: what a preview shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.diff.difference import Difference, difference
from enhancement_roadmap.diff.version import Version
from enhancement_roadmap.model import Enhancement

Mark = Literal["new", "changed", "removed"]


@dataclass(frozen=True)
class Comparison:
    """What a roadmap is held against.

    Attributes:
        base: how people call the older version: a branch, a tag, a commit.
        before: the older roadmap, on the same day.
        difference: what is otherwise.
    """

    base: str
    before: Insight
    difference: Difference

    @classmethod
    def of(cls, before: Version, after: Version, base: str) -> Comparison:
        """Hold a roadmap against an older one."""
        return cls(base, before.insight, difference(before, after))

    def mark(self, enhancement: str) -> Mark | None:
        """Whether an enhancement is new, changed or removed; None where nothing was written otherwise."""
        return self._marks.get(enhancement)

    def was(self, enhancement: str) -> Enhancement | None:
        """An enhancement as it was, by the id that it has now; None for a new one."""
        return self.before.by_id.get(self._old_ids.get(enhancement, enhancement))

    @cached_property
    def removed(self) -> Sequence[Enhancement]:
        """Enhancements that are gone, as they were, in their order."""
        return sorted((self.before.by_id[name] for name in self.difference.removed), key=lambda item: self.before.place[item.id])

    @cached_property
    def _old_ids(self) -> dict[str, str]:
        return {new: old for old, new in self.difference.renamed.items()}

    @cached_property
    def _marks(self) -> dict[str, Mark]:
        marks: dict[str, Mark] = dict.fromkeys(self.difference.changed, "changed")
        marks |= dict.fromkeys(self.difference.added, "new")
        marks |= dict.fromkeys(self.difference.removed, "removed")
        return marks
