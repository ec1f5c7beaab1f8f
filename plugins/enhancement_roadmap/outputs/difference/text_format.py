"""A difference as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from enhancement_roadmap.diff import Change, Difference, counted, totals
from enhancement_roadmap.diff.descriptions import describe, place_words
from enhancement_roadmap.sentences import cut, visible
from enhancement_roadmap.text import one_line

Role = Literal["name", "old", "new", "note"]
Paint = Callable[[Role, str], str]
"""Gives a piece of text its colour."""

NOTHING = "No change of the roadmap."
_LONGEST = 160


def as_text(found: Difference, paint: Paint = lambda _, text: text) -> str:
    """A line that counts, then for each enhancement its changes, the most important first.

    Args:
        found: the difference.
        paint: gives names, old and new values and notes their colours; default: none.
    """
    if not found.changes:
        return NOTHING
    lines = [", ".join(f"{title}: {number}" for title, number in counted(found)) or "Nothing that has an effect"]
    lines += [f"{subject}: {old} → {new}" for subject, old, new in totals(found)]
    for name, changes in found.described_of.items():
        lines += ["", paint("name", _head(name, changes)), *(line for change in changes for line in _lines(change, paint))]
    return "\n".join(lines)


def _head(name: str | None, changes: Sequence[Change]) -> str:
    return "The roadmap" if name is None else f"{_shown(describe(changes[0]).name)} [{name}]"


def _lines(change: Change, paint: Paint) -> Iterator[str]:
    words = describe(change)
    place = paint("note", f"  {visible(place_words(change.place))}") if change.place else ""
    subject = f": {_shown(words.subject)}" if words.subject else ""
    yield f"  {_shown(words.title)}{subject}{place}"
    if words.before:
        yield paint("old", f"    - {_shown(words.before)}")
    if words.after:
        yield paint("new", f"    + {_shown(words.after)}")


def _shown(text: str) -> str:
    return visible(cut(one_line(text), _LONGEST))
