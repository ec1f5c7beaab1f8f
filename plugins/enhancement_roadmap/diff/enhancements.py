"""Which enhancement of the new roadmap is which of the old one?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from enhancement_roadmap.diff.similar import common_share
from enhancement_roadmap.diff.version import Version
from enhancement_roadmap.model import Enhancement

_SAME = 0.5
"""Share of words in common from which on an enhancement with another id is the same."""


class Pairs(NamedTuple):
    """The enhancements of two roadmaps, held against each other.

    Attributes:
        kept: those of both, in the new order.
        removed: those that are gone, in the old order.
        added: those that are new, in their order.
        renamed: the new id by the old one, where it is another.
    """

    kept: Sequence[tuple[Enhancement, Enhancement]]
    removed: Sequence[Enhancement]
    added: Sequence[Enhancement]
    renamed: Mapping[str, str]

    def new_id(self, old: str) -> str:
        """The new id of what had an id in the old roadmap."""
        return self.renamed.get(old, old)


def pair_enhancements(before: Version, after: Version) -> Pairs:
    """Pair enhancements by id; else the same file, number or title, with at least half of the words in common."""
    old, new = before.items, after.items
    if old.keys() == new.keys():
        return Pairs([(old[name], item) for name, item in new.items()], (), (), {})
    origin = {name: name for name in new if name in old}
    gone = [item for item in old.values() if item.id not in new]
    come = [item for item in new.values() if item.id not in old]
    origin |= _renamed(gone, come, before, after)
    kept = [(old[origin[item.id]], item) for item in new.values() if item.id in origin]
    same = set(origin.values())
    removed, added = [item for item in gone if item.id not in same], [item for item in come if item.id not in origin]
    return Pairs(kept, removed, added, {old: new for new, old in origin.items() if old != new})


def _renamed(gone: Sequence[Enhancement], come: Sequence[Enhancement], before: Version, after: Version) -> Mapping[str, str]:
    """The old id by the new one."""
    holders = {sign: item for item in reversed(gone) for sign in _signs(item, before)}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for item in come:
        likely = [holders[sign] for sign in _signs(item, after) if sign in holders]
        shares = {other.id: common_share(_words(other), _words(item)) for other in likely if other.id not in taken}
        best = max(shares, key=lambda name: shares[name], default=None)
        if best is not None and shares[best] >= _SAME:
            found[item.id] = best
            taken.add(best)
    return found


def _signs(item: Enhancement, version: Version) -> Iterator[tuple[str, object]]:
    """What an enhancement may be known by when its id is another."""
    yield "file", version.file_of(item.id)
    if item.number is not None:
        yield "number", item.number
    yield "title", item.title


def _words(item: Enhancement) -> Iterator[str]:
    yield item.title
    yield item.trigger.summary if item.trigger else ""
    yield from (requirement.text for requirement in item.requirements)
