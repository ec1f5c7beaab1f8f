"""What a difference comes to, in numbers."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.diff.change import Difference
from enhancement_roadmap.diff.effects import EFFECTS
from enhancement_roadmap.diff.titles import value_words


def counted(found: Difference) -> Iterator[tuple[str, int]]:
    """For each effect that there is, but for totals, its title and how many changes have it; the most important first."""
    return ((EFFECTS[effect].title, found.effects[effect]) for effect in EFFECTS if effect in found.effects and effect != "totals-moved")


def totals(found: Difference) -> Iterator[tuple[str, str, str]]:
    """Each number of the whole roadmap that is another: what it counts, the old and the new one."""
    for change in found.changes:
        if change.effect == "totals-moved":
            yield change.subject[:1].upper() + change.subject[1:], value_words(change.before), value_words(change.after)
