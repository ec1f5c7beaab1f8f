"""Which entry of a new list is which of the old one?"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from enhancement_roadmap.diff.similar import similar
from enhancement_roadmap.model import Node

_TELLING = ("id", "on")
"""Fields that tell an entry from others, whatever else it has; else it is the first that every entry must have."""


class Pairing(NamedTuple):
    """Two lists held against each other.

    Attributes:
        kept: indexes of the old and the new entry that are the same, by the old one; without the very same ones where the
            lists have the same entries in the same order.
        removed: indexes of old entries that are gone.
        added: indexes of new entries that there were not.
    """

    kept: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def is_reordered(self) -> bool:
        """Whether the entries that stay are in another order."""
        order = [new for _, new in self.kept]
        return order != sorted(order)


@cache
def key_field(model: type[Node]) -> str | None:
    """The field that tells entries of a list apart; None where there is none, and the list is a value as a whole."""
    named = [name for name in _TELLING if name in model.model_fields]
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return next(iter([*named, *required]), None)


def pair_entries(before: Sequence[Node], after: Sequence[Node]) -> Pairing:
    """Pair the entries of two lists of one kind of node: by id, date or name, else by the likeness of their words."""
    key = key_field(type((after or before)[0])) or ""
    if _are_alike(before, after, key):
        return Pairing(tuple((index, index) for index, entry in enumerate(after) if entry is not before[index]), (), ())
    kept: dict[int, int] = {}
    if key != "id":
        _pair(kept, before, after, lambda entry: entry)
    _pair(kept, before, after, lambda entry: getattr(entry, key))
    old, new = _left(kept, before, after)
    if old and new and isinstance(getattr(before[old[0]], key), str):
        texts = [_words(before[index]) for index in old], [_words(after[index]) for index in new]
        kept |= {old[i]: new[j] for i, j in similar(*texts)}
    old, new = _left(kept, before, after)
    return Pairing(tuple(sorted(kept.items())), tuple(old), tuple(new))


def _are_alike(before: Sequence[Node], after: Sequence[Node], key: str) -> bool:
    """Whether both have entries with the same ids, in the same order."""
    if key != "id" or len(before) != len(after):
        return False
    return all(old is new or old.__dict__[key] == new.__dict__[key] for old, new in zip(before, after, strict=True))


def _pair(kept: dict[int, int], before: Sequence[Node], after: Sequence[Node], key: Callable[[Node], Hashable]) -> None:
    """Pair what has the same key; of several with one key the first with the first."""
    old, new = _left(kept, before, after)
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index in old:
        waiting[key(before[index])].append(index)
    for index in new:
        if queue := waiting.get(key(after[index])):
            kept[queue.popleft()] = index


def _left(kept: dict[int, int], before: Sequence[Any], after: Sequence[Any]) -> tuple[list[int], list[int]]:
    taken = set(kept.values())
    return [index for index in range(len(before)) if index not in kept], [index for index in range(len(after)) if index not in taken]


def _words(entry: Node) -> str:
    """The words of an entry, without its id."""
    return " ".join(_texts(entry))


def _texts(entry: Node) -> Iterator[str]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name not in {"id", "status"} and isinstance(value, str):
            yield value
