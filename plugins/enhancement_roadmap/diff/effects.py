"""What a change can mean, and how much that matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Effect = Literal[
    "removed",
    "added",
    "priority-raised",
    "priority-lowered",
    "now-blocked",
    "trigger-fired",
    "status-changed",
    "score-raised",
    "score-lowered",
    "decision-changed",
    "unblocked",
    "trigger-changed",
    "estimate-longer",
    "estimate-shorter",
    "phase-lost",
    "phase-gained",
    "quarter-lost",
    "quarter-gained",
    "requirement-removed",
    "requirement-added",
    "requirement-reopened",
    "requirement-completed",
    "requirement-reworded",
    "reassessed",
    "review-held",
    "renamed",
    "totals-moved",
]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an effect says.

    Attributes:
        title: the effect in a word or three, for readers.
        summary: when a change has it, in a sentence.
        importance: 1 to 100; what matters more comes first.
    """

    title: str
    summary: str
    importance: int


EFFECTS: Mapping[Effect, Meaning] = {
    "removed": Meaning("Removed", "An enhancement is gone.", 95),
    "added": Meaning("Added", "An enhancement is new.", 90),
    "priority-raised": Meaning("Priority raised", "An enhancement has a higher priority level.", 85),
    "priority-lowered": Meaning("Priority lowered", "An enhancement has a lower priority level.", 84),
    "now-blocked": Meaning("Now blocked", "An enhancement waits for another that is not done, and did not before.", 82),
    "trigger-fired": Meaning("Trigger fired", "The trigger of an enhancement has fired, and had not before.", 80),
    "status-changed": Meaning("Status", "An enhancement has another status.", 75),
    "score-raised": Meaning("Score raised", "The priority score of an enhancement is higher.", 72),
    "score-lowered": Meaning("Score lowered", "The priority score of an enhancement is lower.", 71),
    "decision-changed": Meaning("Decision", "The decision about an enhancement is another: start, prepare, watch or leave.", 70),
    "unblocked": Meaning("Unblocked", "An enhancement waited for another, and does not any more.", 68),
    "trigger-changed": Meaning("Trigger changed", "The trigger of an enhancement says something else, or stands elsewhere.", 66),
    "estimate-longer": Meaning("Takes longer", "An estimate is longer.", 64),
    "estimate-shorter": Meaning("Takes less time", "An estimate is shorter.", 63),
    "phase-lost": Meaning("Out of a phase", "A phase does not contain an enhancement any more.", 60),
    "phase-gained": Meaning("In a phase", "A phase contains an enhancement that it did not.", 59),
    "quarter-lost": Meaning("Out of a quarter", "A quarter does not plan an enhancement any more.", 58),
    "quarter-gained": Meaning("In a quarter", "A quarter plans an enhancement that it did not.", 57),
    "requirement-removed": Meaning("Requirement removed", "An enhancement has a requirement less.", 55),
    "requirement-added": Meaning("Requirement added", "An enhancement has a requirement more.", 54),
    "requirement-reopened": Meaning("Requirement reopened", "A requirement was done, and is open again.", 53),
    "requirement-completed": Meaning("Requirement completed", "A requirement was open, and is done.", 52),
    "requirement-reworded": Meaning("Requirement reworded", "A requirement has other words.", 45),
    "reassessed": Meaning("Assessed anew", "An enhancement was assessed on a later date, or its first assessment was reviewed.", 42),
    "review-held": Meaning("Review held", "A review was held on a later date than the one known before.", 40),
    "renamed": Meaning("New id", "An enhancement, or an entry of a list, has another id and is the same in all else that tells it.", 35),
    "totals-moved": Meaning("Totals", "Numbers of the whole roadmap are others: requirements done, enhancements of a priority.", 15),
}
"""Every effect that a change can have, the most important first."""
