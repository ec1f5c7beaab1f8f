"""The kinds of changes: everything about each in one record.

What a kind is called, how much it matters, what it means, what of it is described: the differences, their texts, the changelog
and the JSON Schema all ask the record, so that a new kind is one record, and the place that finds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from enhancement_roadmap.diff.effects import RENAMED, SHARED_EFFECTS, Effect, EffectName
from enhancement_roadmap.diff.paragraphs import around
from enhancement_roadmap.diff.values import Json, Shows, given, leaf_count, nothing
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.sentences import plural

Writes = Literal["facts", "file", "nothing"]


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What can happen to something in the data. No two are the same, whatever they say.

    Attributes:
        name: what programs call it.
        title: what it is called where it has no effect; empty for the name of the field that changed.
        effect: what it always means; None where that depends on the field, or it means nothing.
        importance: 1 to 100, where it has no effect; None for as much as any change of a field.
        subject: what is named as changed: ``field`` for the words of its path, ``paragraph`` for those of the text that it is
            in, ``requirement`` for the requirement's text, else these words themselves.
        says_subject: whether the title says what the subject would say again.
        shows: what is described of the values; None for what the effect shows, and without one for both.
        says_all: whether its values go without saying in a brief difference.
        is_change: whether the enhancement says something else afterwards.
        writes: what somebody wrote otherwise: ``facts``, and all such changes together make the new roadmap out of the old one;
            only the name of a ``file``; or ``nothing``: it is derived, and follows from other changes.
    """

    name: str
    title: str = ""
    effect: Effect | None = None
    importance: int | None = None
    subject: str = "field"
    says_subject: bool = False
    shows: Shows | None = None
    says_all: bool = False
    is_change: bool = True
    writes: Writes = "facts"


def _in_a_line(before: Json, after: Json) -> tuple[str | None, str | None]:
    """Show an enhancement in a line: its number, priority and size."""
    return _summary(before), _summary(after)


def _summary(facts: Json) -> str | None:
    if facts is None:
        return None
    named = [f"{key} {facts[key]}" for key in ("number", "priority") if facts[key] is not None]
    count = leaf_count(facts["requirements"])
    size = [plural(count, "requirement")] if count else []
    return ", ".join([*named, *size])


def _parts(before: Json, after: Json) -> tuple[str | None, str | None]:
    """Show of how many parts it is made, where it has any."""
    counts = [leaf_count([facts]) if facts and facts["parts"] else 0 for facts in (before, after)]
    old, new = (plural(count, "part") if count else None for count in counts)
    return old, new


def _day(_before: Json, after: Json) -> tuple[str | None, str | None]:
    """Show the day on which it was done."""
    done_on = after["done_on"]
    return None, f"on {PartialDate.parse(done_on)}" if done_on else None


ENHANCEMENT_ADDED: Final = Kind(
    "enhancement-added",
    effect=Effect("added", "Added", "An enhancement is new.", 90),
    subject="",
    shows=_in_a_line,
    says_all=True,
)
ENHANCEMENT_REMOVED: Final = Kind(
    "enhancement-removed",
    effect=Effect("removed", "Removed", "An enhancement is gone.", 95),
    subject="",
    shows=_in_a_line,
    says_all=True,
)
ENHANCEMENT_RENAMED: Final = Kind("enhancement-renamed", effect=RENAMED, subject="id", says_subject=True)
ENHANCEMENT_MOVED: Final = Kind(
    "enhancement-moved", "File moved", importance=5, subject="file", says_subject=True, is_change=False, writes="file"
)
REQUIREMENT_ADDED: Final = Kind(
    "requirement-added",
    effect=Effect("requirement-added", "Requirement added", "An enhancement has a requirement more.", 54),
    subject="requirement",
    shows=_parts,
    says_all=True,
)
REQUIREMENT_REMOVED: Final = Kind(
    "requirement-removed",
    effect=Effect("requirement-removed", "Requirement removed", "An enhancement has a requirement less.", 55),
    subject="requirement",
    shows=_parts,
    says_all=True,
)
REQUIREMENT_RENAMED: Final = Kind("requirement-renamed", effect=RENAMED, subject="requirement")
REQUIREMENT_ID_FOLLOWED: Final = Kind(
    "requirement-id-followed", "Id follows the words", importance=3, subject="requirement", is_change=False
)
REQUIREMENT_REWORDED: Final = Kind(
    "requirement-reworded",
    effect=Effect("requirement-reworded", "Requirement reworded", "A requirement has other words.", 45, says_subject=True),
    subject="requirement",
)
REQUIREMENT_COMPLETED: Final = Kind(
    "requirement-completed",
    effect=Effect("requirement-completed", "Requirement completed", "A requirement was open, and is done.", 52),
    subject="requirement",
    shows=_day,
    says_all=True,
)
REQUIREMENT_REOPENED: Final = Kind(
    "requirement-reopened",
    effect=Effect("requirement-reopened", "Requirement reopened", "A requirement was done, and is open again.", 53),
    subject="requirement",
    shows=nothing,
    says_all=True,
)
REQUIREMENT_WAIVED: Final = Kind(
    "requirement-waived",
    effect=Effect("requirement-waived", "Requirement waived", "A requirement need not be done.", 47),
    subject="requirement",
    shows=nothing,
    says_all=True,
)
REQUIREMENT_PARTS_COMPLETED: Final = Kind(
    "requirement-parts-completed", "All parts done", importance=51, subject="requirement", shows=_day, says_all=True
)
REQUIREMENT_PARTS_REOPENED: Final = Kind(
    "requirement-parts-reopened", "Not all parts done", importance=50, subject="requirement", shows=nothing, says_all=True
)
REQUIREMENT_REORDERED: Final = Kind("requirement-reordered", "Requirements in another order", importance=8, shows=nothing, says_all=True)
ENTRY_ADDED: Final = Kind("entry-added", "Added", shows=given, says_all=True)
ENTRY_REMOVED: Final = Kind("entry-removed", "Removed", shows=given, says_all=True)
ENTRY_RENAMED: Final = Kind("entry-renamed", effect=RENAMED)
ENTRY_REORDERED: Final = Kind("entry-reordered", "In another order", importance=5, shows=nothing, says_all=True)
FIELD_CHANGED: Final = Kind("field-changed")
PARAGRAPH_ADDED: Final = Kind("paragraph-added", "Paragraph added", shows=given, subject="paragraph")
PARAGRAPH_REMOVED: Final = Kind("paragraph-removed", "Paragraph removed", shows=given, subject="paragraph")
PARAGRAPH_REWORDED: Final = Kind("paragraph-reworded", "Paragraph reworded", shows=around, subject="paragraph")
REFERENCE_FOLLOWED: Final = Kind("reference-followed", "Follows a new id", importance=3, is_change=False)
DERIVED: Final = Kind("derived", writes="nothing")

KINDS: Final[Mapping[str, Kind]] = {value.name: value for value in list(globals().values()) if isinstance(value, Kind)}
"""Every kind of change above, by its name."""


def effects_of(kinds: Iterable[Kind]) -> Mapping[EffectName, Effect]:
    """Every effect that a change of one of these kinds may have, by its name, the most important first."""
    own = [kind.effect for kind in kinds if kind.effect is not None]
    return {effect.name: effect for effect in sorted([*SHARED_EFFECTS, *own], key=lambda effect: -effect.importance)}


EFFECTS: Final[Mapping[EffectName, Effect]] = effects_of(KINDS.values())
"""Every effect that a change can have, by its name, the most important first."""

if TYPE_CHECKING:
    EffectChoice = EffectName
else:
    EffectChoice = Literal[tuple(EFFECTS)]
"""The effects as choices of an option."""


def title_of(kind: Kind, effect: Effect | None) -> str:
    """What happened, in a word or three: what it means, else what kind of change it is."""
    return effect.title if effect else kind.title or "Changed"
