"""The kinds of changes and their effects: everything about each in one record.

What a kind is called, how much it matters, what it means, what of it is told: the differences, their texts, the changelog
and the JSON Schema all ask here, so that a new kind is one record, and the place that finds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

KindName = str
EffectName = str

Shows = Literal["both", "given", "nothing", "enhancement", "done-on"]
"""What is told of the values: the old and the new one; those that there are; none; the enhancement in a line; its day."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change can mean.

    Attributes:
        title: the effect in a word or three, for readers.
        summary: when a change has it, in a sentence.
        importance: 1 to 100; what matters more comes first.
        says_subject: whether the title says what the subject would say again.
        shows: what is told of the values.
    """

    title: str
    summary: str
    importance: int
    says_subject: bool = False
    shows: Shows = "both"


@dataclass(frozen=True, slots=True)
class Kind:
    """What can happen to something in the data.

    Attributes:
        title: what it is called where it has no effect; empty for the name of the field that changed.
        effect: what it always means; None where that depends on the field, or it means nothing.
        importance: 1 to 100, where it has no effect; None for as much as any change of a field.
        subject: what is named as changed: ``field`` for the words of its path, ``requirement`` for the requirement's text,
            else these words themselves.
        says_subject: whether the title says what the subject would say again.
        shows: what is told of the values; ``both`` leaves it to the effect.
        says_all: whether its values go without saying in a brief difference.
        is_change: whether the enhancement says something else afterwards.
        is_direct: whether it is one of those that together make the new roadmap out of the old one; not so where only a file
            was moved, and where a change follows from others.
    """

    title: str = ""
    effect: EffectName | None = None
    importance: int | None = None
    subject: str = "field"
    says_subject: bool = False
    shows: Shows = "both"
    says_all: bool = False
    is_change: bool = True
    is_direct: bool = True


EFFECTS: dict[EffectName, Effect] = {
    "removed": Effect("Removed", "An enhancement is gone.", 95),
    "added": Effect("Added", "An enhancement is new.", 90),
    "priority-raised": Effect("Priority raised", "An enhancement has a higher priority level.", 85, says_subject=True),
    "priority-lowered": Effect("Priority lowered", "An enhancement has a lower priority level.", 84, says_subject=True),
    "now-blocked": Effect("Now blocked", "An enhancement waits for another that is not done, and did not before.", 82),
    "trigger-fired": Effect("Trigger fired", "The trigger of an enhancement has fired, and had not before.", 80),
    "status-changed": Effect("Status", "An enhancement has another status.", 75, says_subject=True),
    "score-raised": Effect("Score raised", "The priority score of an enhancement is higher.", 72, says_subject=True),
    "score-lowered": Effect("Score lowered", "The priority score of an enhancement is lower.", 71, says_subject=True),
    "decision-changed": Effect(
        "Decision", "The decision about an enhancement is another: start, prepare, watch or leave.", 70, says_subject=True
    ),
    "unblocked": Effect("Unblocked", "An enhancement waited for another, and does not any more.", 68),
    "trigger-changed": Effect("Trigger changed", "The trigger of an enhancement says something else, or stands elsewhere.", 66),
    "estimate-longer": Effect("Takes longer", "An estimate is longer.", 64),
    "estimate-shorter": Effect("Takes less time", "An estimate is shorter.", 63),
    "phase-lost": Effect("Out of a phase", "A phase does not contain an enhancement any more.", 60, says_subject=True, shows="given"),
    "phase-gained": Effect("In a phase", "A phase contains an enhancement that it did not.", 59, says_subject=True, shows="given"),
    "quarter-lost": Effect("Out of a quarter", "A quarter does not plan an enhancement any more.", 58, says_subject=True, shows="given"),
    "quarter-gained": Effect("In a quarter", "A quarter plans an enhancement that it did not.", 57, says_subject=True, shows="given"),
    "requirement-removed": Effect("Requirement removed", "An enhancement has a requirement less.", 55),
    "requirement-added": Effect("Requirement added", "An enhancement has a requirement more.", 54),
    "requirement-reopened": Effect("Requirement reopened", "A requirement was done, and is open again.", 53),
    "requirement-completed": Effect("Requirement completed", "A requirement was open, and is done.", 52),
    "requirement-reworded": Effect("Requirement reworded", "A requirement has other words.", 45, says_subject=True),
    "reassessed": Effect("Assessed anew", "An enhancement was assessed on a later date, or its first assessment was reviewed.", 42),
    "review-held": Effect("Review held", "A review was held on a later date than the one known before.", 40),
    "renamed": Effect("New id", "An enhancement, or an entry of a list, has another id and is the same in all else that tells it.", 35),
    "totals-moved": Effect("Totals", "Numbers of the whole roadmap are others: requirements done, enhancements of a priority.", 15),
}
"""Every effect that a change can have, the most important first."""

if TYPE_CHECKING:
    EffectChoice = EffectName
else:
    EffectChoice = Literal[tuple(EFFECTS)]
"""The effects as choices of an option."""

KINDS: dict[KindName, Kind] = {
    "enhancement-added": Kind(effect="added", subject="", shows="enhancement", says_all=True),
    "enhancement-removed": Kind(effect="removed", subject="", shows="enhancement", says_all=True),
    "enhancement-renamed": Kind(effect="renamed", subject="id", says_subject=True),
    "enhancement-moved": Kind("File moved", importance=5, subject="file", says_subject=True, is_change=False, is_direct=False),
    "requirement-added": Kind(effect="requirement-added", subject="requirement", shows="nothing", says_all=True),
    "requirement-removed": Kind(effect="requirement-removed", subject="requirement", shows="nothing", says_all=True),
    "requirement-renamed": Kind(effect="renamed", subject="requirement"),
    "requirement-reworded": Kind(effect="requirement-reworded", subject="requirement"),
    "requirement-completed": Kind(effect="requirement-completed", subject="requirement", shows="done-on", says_all=True),
    "requirement-reopened": Kind(effect="requirement-reopened", subject="requirement", shows="nothing", says_all=True),
    "requirement-reordered": Kind("Requirements in another order", importance=8, shows="nothing", says_all=True),
    "entry-added": Kind("Added", shows="given", says_all=True),
    "entry-removed": Kind("Removed", shows="given", says_all=True),
    "entry-renamed": Kind(effect="renamed"),
    "entry-reordered": Kind("In another order", importance=5, shows="nothing", says_all=True),
    "field-changed": Kind(),
    "reference-followed": Kind("Follows a new id", importance=3, is_change=False),
    "derived": Kind(is_direct=False),
}
"""Every kind of change."""


def title_of(kind: KindName, effect: EffectName | None) -> str:
    """What happened, in a word or three: what it means, else what kind of change it is."""
    return EFFECTS[effect].title if effect else KINDS[kind].title or "Changed"
