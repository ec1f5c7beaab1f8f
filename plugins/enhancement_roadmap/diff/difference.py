"""The difference between two roadmaps: what is written otherwise, and what it means."""

from __future__ import annotations

from enhancement_roadmap.diff.change import Change, Difference
from enhancement_roadmap.diff.derived import DerivedChanges
from enhancement_roadmap.diff.direct import direct_changes
from enhancement_roadmap.diff.enhancements import pair_enhancements
from enhancement_roadmap.diff.version import Version


def difference(before: Version, after: Version, *, brief: bool = False) -> Difference:
    """Hold two roadmaps against each other.

    What only a reader of the files sees is no change: comments, the order of keys, quotes, line breaks, defaults that are
    written out.

    Args:
        before: the old roadmap, on a day.
        after: the new one, on the same day.
        brief: whether only what was written matters: not what follows for triggers, for what is blocked, for decisions and
            totals, nor places, nor what an added or removed enhancement is like, nor values that go without saying
            (`SAYING_ALL`). Parts that both roadmaps share (the same objects of the model) cost nothing then.

    Returns:
        Each change, the most important first; of equal ones that of the higher priority, then of the lower number, first.
    """
    pairs = pair_enhancements(before, after)
    consequences = DerivedChanges(before, after, pairs, brief=brief)
    changes = [*direct_changes(before, after, pairs, brief=brief), *consequences.plain()]
    if not brief:
        changes += consequences.derived()
    if len(changes) <= 1:
        return Difference(tuple(changes), pairs.renamed)
    ranks = _ranks(before) | _ranks(after)
    last = (len(ranks), 0)

    def order(change: Change) -> tuple[int, tuple[int, int]]:
        return -change.importance, ranks.get(change.enhancement or "", last)

    return Difference(tuple(sorted(changes, key=order)), pairs.renamed)


def _ranks(version: Version) -> dict[str, tuple[int, int]]:
    """For each enhancement's id the place of its priority, and its number."""
    return {name: (version.rank_of[item.priority], item.number) for name, item in version.items.items()}
