"""Changes in words, and what a difference comes to, the same wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from enhancement_roadmap.diff.change import Change
from enhancement_roadmap.diff.difference import Difference
from enhancement_roadmap.diff.kinds import title_of
from enhancement_roadmap.diff.values import both, value_words
from enhancement_roadmap.findings import Place
from enhancement_roadmap.text import plain


@dataclass(frozen=True, slots=True)
class Described:
    """A change in words: without inline markup of the data (`text.plain`), and with nothing escaped.

    Attributes:
        name: the enhancement; empty where it is about the roadmap.
        title: what happened: "Priority lowered", "Owner".
        subject: what it happened to; may be empty.
        before: the old value; empty where there was none, None where it need not be said.
        after: the new value, likewise.
    """

    name: str
    title: str
    subject: str
    before: str | None
    after: str | None

    @property
    def values(self) -> tuple[str, ...]:
        """What there is to say of the old and the new value, with a dash where there was none."""
        return tuple(value or "–" for value in (self.before, self.after) if value is not None)


def describe(change: Change) -> Described:
    """A change in words."""
    shows = change.kind.shows or (change.effect.shows if change.effect else both)
    before, after = shows(change.before, change.after)
    if change.effect is None and not change.kind.title:
        return Described(plain(change.title), _capital(plain(change.subject)), "", before, after)
    is_said = change.kind.says_subject or (change.effect is not None and change.effect.says_subject)
    subject = "" if is_said else plain(change.subject)
    return Described(plain(change.title), title_of(change.kind, change.effect), subject, before, after)


def place_words(place: Place) -> str:
    """File and line."""
    return f"{place.file}:{place.line}" if place.line else place.file


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def counted(found: Difference) -> Iterator[tuple[str, int]]:
    """For each effect that there is, but for totals, its title and how many changes have it; the most important first."""
    return ((effect.title, count) for effect, count in found.effects.items() if not effect.is_total)


def totals(found: Difference) -> Iterator[tuple[str, str, str]]:
    """Each number of the whole roadmap that is another: what it counts, the old and the new one."""
    for change in found.changes:
        if change.effect is not None and change.effect.is_total:
            yield change.subject[:1].upper() + change.subject[1:], value_words(change.before), value_words(change.after)
