"""A change of the past in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import number
from enhancement_roadmap.history.changelog.entry import PastChange
from enhancement_roadmap.history.difference import EFFECTS, Change

MOST_CHARACTERS = 200
"""Characters of a value; the whole one is in the commit."""

_KINDS: Mapping[str, str] = {
    "enhancement-moved": "File moved",
    "entry-added": "Added",
    "entry-removed": "Removed",
    "entry-reordered": "Reordered",
    "requirement-reordered": "Reordered",
    "reference-followed": "Follows a new id",
}
_WITHOUT_VALUES = (
    "enhancement-added",
    "enhancement-removed",
    "requirement-added",
    "requirement-removed",
    "entry-added",
    "entry-removed",
    "entry-reordered",
    "requirement-reordered",
    "requirement-completed",
    "requirement-reopened",
)
"""Kinds of changes whose subject says it all."""


def past_change(change: Change) -> PastChange:
    """A change of a difference, small enough to be kept for each of thousands of commits."""
    plain = change.kind in _WITHOUT_VALUES
    before, after = ("", "") if plain else (value_words(change.before), value_words(change.after))
    subject = _cut(change.subject)
    return PastChange(change.kind, change.enhancement, _cut(change.title), subject, before, after, change.effect, change.importance)


def happening(change: PastChange) -> str:
    """What happened, in a word or three."""
    return EFFECTS[change.effect].title if change.effect else _KINDS.get(change.kind, "Changed")


def value_words(value: Any) -> str:
    """A value of the data in words, in one line, cut when it is long."""
    return _cut(_words(value))


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, list):
        return ", ".join(words for entry in value if (words := _words(entry)))
    if isinstance(value, Mapping):
        return "; ".join(f"{str(key).replace('_', ' ')}: {words}" for key, entry in value.items() if (words := _words(entry)))
    return " ".join(str(value).split())


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1].rstrip()}…"
