"""A change in words, as every form shows it."""

from __future__ import annotations

from dataclasses import dataclass

from enhancement_roadmap.diff.change import Change
from enhancement_roadmap.diff.effects import Effect
from enhancement_roadmap.diff.titles import title_of, value_words
from enhancement_roadmap.diff.values import Json
from enhancement_roadmap.findings import Place
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.text import plain

_SAID_ALREADY: frozenset[Effect | None] = frozenset(
    (
        "priority-raised",
        "priority-lowered",
        "status-changed",
        "score-raised",
        "score-lowered",
        "decision-changed",
        "requirement-reworded",
        "phase-lost",
        "phase-gained",
        "quarter-lost",
        "quarter-gained",
    )
)
"""Effects whose title says what the subject would say again."""


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
    before, after = _values(change)
    if change.effect is None and change.kind == "field-changed":
        return Described(plain(change.title), _capital(plain(change.subject)), "", before, after)
    title = title_of(change.kind, change.effect)
    subject = "" if change.effect in _SAID_ALREADY or change.kind in {"enhancement-moved", "enhancement-renamed"} else change.subject
    return Described(plain(change.title), title, plain(subject), before, after)


def place_words(place: Place) -> str:
    """File and line."""
    return f"{place.file}:{place.line}" if place.line else place.file


def _values(change: Change) -> tuple[str | None, str | None]:
    """The old and the new value, as far as they say more than the title and the subject do."""
    kind, effect = change.kind, change.effect or ""
    if kind.startswith("enhancement-") and kind.endswith(("-added", "-removed")):
        return _summary(change.before), _summary(change.after)
    if kind == "requirement-completed":
        done_on = change.after["done_on"]
        return None, f"on {PartialDate.parse(done_on)}" if done_on else None
    if kind in {"requirement-added", "requirement-removed", "requirement-reopened"} or kind.endswith("-reordered"):
        return None, None
    before, after = value_words(change.before), value_words(change.after)
    if effect.startswith(("phase-", "quarter-")) or kind in {"entry-added", "entry-removed"}:
        return before or None, after or None
    return before, after


def _summary(facts: Json) -> str | None:
    """An enhancement in a line: its number, priority and size."""
    if facts is None:
        return None
    count = len(facts["requirements"])
    return f"number {facts['number']}, priority {facts['priority']}, {count} requirement{'' if count == 1 else 's'}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
