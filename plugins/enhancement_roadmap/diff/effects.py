"""The effects that a change may have: one record each.

An effect that one kind of change always has, and no other, is said there, in `diff.kinds`; here are all others. Whoever finds
one names its record, so that a misspelt one is found before anything runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from enhancement_roadmap.diff.values import Shows, both, given, where_they_part

EffectName = str
"""What an effect is called by those who choose among them."""


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """What a change can mean. No two are the same, whatever they say.

    Attributes:
        name: what programs call it, and people who choose it.
        title: the effect in a word or three, for readers.
        summary: when a change has it, in a sentence.
        importance: 1 to 100; what matters more comes first.
        says_subject: whether the title says what the subject would say again.
        shows: what is described of the values, where the kind leaves it to the effect.
        is_total: whether it moves a number of the whole roadmap; these stand apart from changes that are described one by one.
    """

    name: EffectName
    title: str
    summary: str
    importance: int
    says_subject: bool = False
    shows: Shows = both
    is_total: bool = False


PRIORITY_RAISED: Final = Effect("priority-raised", "Priority raised", "An enhancement has a higher priority level.", 85, says_subject=True)
PRIORITY_LOWERED: Final = Effect(
    "priority-lowered", "Priority lowered", "An enhancement has a lower priority level.", 84, says_subject=True
)
NOW_BLOCKED: Final = Effect("now-blocked", "Now blocked", "An enhancement waits for another that is not done, and did not before.", 82)
TRIGGER_FIRED: Final = Effect("trigger-fired", "Trigger fired", "The trigger of an enhancement has fired, and had not before.", 80)
STATUS_CHANGED: Final = Effect("status-changed", "Status", "An enhancement has another status.", 75, says_subject=True)
SCORE_RAISED: Final = Effect("score-raised", "Score raised", "The priority score of an enhancement is higher.", 72, says_subject=True)
SCORE_LOWERED: Final = Effect("score-lowered", "Score lowered", "The priority score of an enhancement is lower.", 71, says_subject=True)
DECISION_CHANGED: Final = Effect(
    "decision-changed",
    "Decision",
    "The decision about an enhancement is another: start, prepare, any time, under way, not said when, watch or leave.",
    70,
    says_subject=True,
)
UNBLOCKED: Final = Effect("unblocked", "Unblocked", "An enhancement waited for another, and does not any more.", 68)
TRIGGER_CHANGED: Final = Effect(
    "trigger-changed", "Trigger changed", "The trigger of an enhancement says something else, or stands elsewhere.", 66
)
ESTIMATE_LONGER: Final = Effect("estimate-longer", "Takes longer", "An estimate is longer.", 64)
ESTIMATE_SHORTER: Final = Effect("estimate-shorter", "Takes less time", "An estimate is shorter.", 63)
FINISHES_LATER: Final = Effect("finishes-later", "Finishes later", "An enhancement is expected to be done a week later, or more.", 74)
DATE_LOST: Final = Effect("date-lost", "No date any more", "Nobody can say any more when an enhancement will be done.", 73, shows=given)
FINISHES_EARLIER: Final = Effect(
    "finishes-earlier", "Finishes earlier", "An enhancement is expected to be done a week earlier, or more.", 62
)
DATE_GAINED: Final = Effect(
    "date-gained", "Has a date", "It can be said when an enhancement will be done, and could not before.", 61, shows=given
)
PHASE_LOST: Final = Effect(
    "phase-lost", "Out of a phase", "A phase does not contain an enhancement any more.", 60, says_subject=True, shows=given
)
PHASE_GAINED: Final = Effect(
    "phase-gained", "In a phase", "A phase contains an enhancement that it did not.", 59, says_subject=True, shows=given
)
QUARTER_LOST: Final = Effect(
    "quarter-lost", "Out of a quarter", "A quarter does not plan an enhancement any more.", 58, says_subject=True, shows=given
)
QUARTER_GAINED: Final = Effect(
    "quarter-gained", "In a quarter", "A quarter plans an enhancement that it did not.", 57, says_subject=True, shows=given
)
REASSESSED: Final = Effect(
    "reassessed", "Assessed anew", "An enhancement was assessed on a later date, or its first assessment was reviewed.", 42
)
REVIEW_HELD: Final = Effect("review-held", "Review held", "A review was held on a later date than the one known before.", 40)
RENAMED: Final = Effect(
    "renamed", "New id", "An enhancement, or an entry of a list, has another id and is the same in all else that tells it.", 35
)
ORDER_CHANGED: Final = Effect(
    "order-changed", "Order changed", "The plan puts its enhancements in another order.", 30, says_subject=True, shows=where_they_part
)
TOTALS_MOVED: Final = Effect(
    "totals-moved",
    "Totals",
    "Numbers of the whole roadmap are others: requirements done, enhancements of a priority.",
    15,
    is_total=True,
)

SHARED_EFFECTS: Final[Sequence[Effect]] = tuple(value for value in globals().values() if isinstance(value, Effect))
"""Every effect above: those that more than one kind of change may have."""
