"""Kinds of changes and values of the data in words, the same wherever a change is told."""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.analysis import number
from enhancement_roadmap.diff.change import Kind
from enhancement_roadmap.diff.effects import EFFECTS, Effect
from enhancement_roadmap.diff.values import Json
from enhancement_roadmap.text import plain

_TITLES: Mapping[Kind, str] = {
    "enhancement-moved": "File moved",
    "requirement-reordered": "Requirements in another order",
    "entry-added": "Added",
    "entry-removed": "Removed",
    "entry-reordered": "In another order",
    "reference-followed": "Follows a new id",
}
"""What the kinds are called that have no effect; a field that changed is called by its name."""


def title_of(kind: Kind, effect: Effect | None) -> str:
    """What happened, in a word or three: what it means, else what kind of change it is."""
    return EFFECTS[effect].title if effect else _TITLES.get(kind, "Changed")


def value_words(value: Json) -> str:
    """A value in words; empty where there is none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(value_words, value)))
    if isinstance(value, dict):
        return "; ".join(
            f"{key.replace('_', ' ')}: {words}" for key, entry in value.items() if entry is not False and (words := value_words(entry))
        )
    return "" if value is None else plain(str(value))
