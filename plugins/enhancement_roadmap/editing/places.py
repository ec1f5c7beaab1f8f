"""Which places of a data file a change touches, so that two changes of one file are told apart, wherever their lines are by then.

An entry of a list is known by what it says of itself, such as its id, and not by its number: somebody may have put another before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import cut
from enhancement_roadmap.strict_yaml import Positions, read_values

Steps = tuple[str, ...]

_NAMES = ("id", "text", "title", "to", "by", "path", "value")
"""Keys by which an entry of a list is known, the first that it has."""
_ORDER = "the order"
_SENTENCES = frozenset({"requirements", "parts"})
"""Lists in which a sentence alone is the same as a mapping with it as ``text``."""
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that somebody else has changed since.

    Attributes:
        place: what it is, as people read it.
        was: what the change was made from; None where nothing was there.
        theirs: what is there now.
        yours: what the change would write.
    """

    place: str
    was: Any
    theirs: Any
    yours: Any


def clashes(base: bytes | None, present: bytes | None, wanted: bytes | None) -> Iterator[Clash]:
    """Each place that a change touches, and that is no longer what the change was made from.

    Args:
        base: the file that the change was made from; None where there was none.
        present: the file as it is.
        wanted: the file as the change would have it.
    """
    if base == present:
        return
    was, theirs, yours = (_flat(content) for content in (base, present, wanted))
    touched = [steps for steps in dict.fromkeys([*theirs, *yours]) if theirs.get(steps) != yours.get(steps)]
    for steps in touched:
        if steps[-1:] == (_ORDER,):
            if _orders(theirs, yours, steps) and _orders(was, theirs, steps):
                yield _clash(steps, was, theirs, yours)
        elif was.get(steps) != theirs.get(steps):
            yield _clash(steps, was, theirs, yours)


def _clash(steps: Steps, was: Mapping[Steps, Any], theirs: Mapping[Steps, Any], yours: Mapping[Steps, Any]) -> Clash:
    place = " · ".join(cut(step, _SHOWN) for step in steps) or "the file"
    return Clash(place, *(said.get(steps) for said in (was, theirs, yours)))


def _orders(one: Mapping[Steps, Any], other: Mapping[Steps, Any], steps: Steps) -> bool:
    """Whether what both lists have stands in another order."""
    first, second = one.get(steps, ()), other.get(steps, ())
    return [name for name in first if name in second] != [name for name in second if name in first]


def _flat(content: bytes | None) -> dict[Steps, Any]:
    if content is None:
        return {}
    return dict(_leaves(read_values(content, Positions("", content), []), ()))


def _leaves(value: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*steps, str(key)))
    elif isinstance(value, list):
        names = list(_named(value))
        yield (*steps, _ORDER), tuple(names)
        for name, entry in zip(names, value, strict=True):
            is_sentence = isinstance(entry, str) and steps[-1:] and steps[-1] in _SENTENCES
            yield from _leaves({"text": entry} if is_sentence else entry, (*steps, name))
    else:
        yield steps, value


def _named(entries: Sequence[Any]) -> Iterator[str]:
    """A name for each entry; the second of the same name has its number with it."""
    seen: dict[str, int] = {}
    for entry in entries:
        known = next((str(entry[key]) for key in _NAMES if key in entry), "") if isinstance(entry, Mapping) else str(entry)
        if isinstance(entry, Mapping) and "on" in entry:
            known = f"{known} {entry['on']}".strip()
        seen[known] = seen.get(known, 0) + 1
        yield known if seen[known] == 1 else f"{known} ({seen[known]})"
