"""What should be done now about each enhancement, and why?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from enhancement_roadmap.analysis.decisions.reasons import Reason, reasons_for
from enhancement_roadmap.model import Enhancement

if TYPE_CHECKING:
    from enhancement_roadmap.analysis.insight import Insight

Call = Literal["start", "prepare", "under-way", "watch", "leave"]
CALLS: tuple[Call, ...] = get_args(Call)
CALL_TITLES: Mapping[Call, str] = {
    "start": "Start now",
    "prepare": "Prepare",
    "under-way": "Under way",
    "watch": "Watch",
    "leave": "Leave",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about one enhancement.

    Attributes:
        item: the enhancement.
        call: ``start`` it now; ``prepare`` what it lacks; it is ``under-way``; ``watch`` its trigger; ``leave`` it alone.
        reasons: why, the deciding fact first; at least one.
    """

    item: Enhancement
    call: Call
    reasons: tuple[Reason, ...]


def decisions(insight: Insight) -> Sequence[Decision]:
    """A decision for each enhancement, by call in the order of `CALLS`, within a call the one to look at first on top.

    What can start, what is to be prepared and what is under way is ordered by `analysis.ranking`; of what is prepared, that
    whose trigger has fired comes before that whose trigger is near. What is watched is ordered by how soon its trigger may
    fire: by forecast, then near before far, then by ranking. The rest is in the order of numbers.
    """
    ranks = {item.id: rank for rank, item in enumerate(insight.ranked(insight.roadmap.enhancements))}
    made = [decide(item, insight) for item in insight.roadmap.enhancements]

    def order(decision: Decision) -> tuple[int, int, date, int]:
        item = decision.item
        standing = insight.standings[item.id]
        soon = standing.forecast.likely if decision.call == "watch" and standing.forecast else date.max
        state = _STATE_ORDER[standing.state] if decision.call in {"prepare", "watch"} else 0
        rank = item.number if decision.call == "leave" else ranks[item.id]
        return CALLS.index(decision.call), state, soon, rank

    return sorted(made, key=order)


def decide(item: Enhancement, insight: Insight) -> Decision:
    """What to do about one enhancement.

    ========================  ==========================================================================================
    ``leave``                 it is done, deferred or cancelled, or nothing in the data tells when it is due
    ``under-way``             it is in progress
    ``start``                 its trigger has fired (or its status says so), it is ready, and waits for no other
    ``prepare``               its trigger has fired or is near, and something is missing
    ``watch``                 its trigger waits for a metric or an event, or there is no valid reading to hold it against
    ========================  ==========================================================================================
    """
    call = _call(item, insight)
    return Decision(item, call, tuple(reasons_for(call, item, insight)))


def _call(item: Enhancement, insight: Insight) -> Call:
    stage = insight.stages[item.id]
    if stage in {"done", "deferred", "cancelled"}:
        return "leave"
    if stage == "in-progress":
        return "under-way"
    if insight.is_due(item):
        return "start" if insight.is_ready(item) else "prepare"
    if insight.standings[item.id].state == "near":
        return "prepare"
    return "leave" if item.trigger.when is None else "watch"


_STATE_ORDER = {"fired": 0, "near": 1, "waiting": 2, "unknown": 3}


@dataclass(frozen=True, slots=True)
class ChangedCall:
    """A decision that another roadmap gives another outcome.

    Attributes:
        item: the enhancement, as it is in the second roadmap.
        before: the decision in the first.
        after: the decision in the second.
    """

    item: Enhancement
    before: Call
    after: Call


def changed_calls(before: Insight, after: Insight) -> Sequence[ChangedCall]:
    """Enhancements of both roadmaps about which the decision is another, in the order of the second one's decisions."""
    earlier = {decision.item.id: decision.call for decision in before.decisions}
    pairs = ((decision, earlier.get(decision.item.id, decision.call)) for decision in after.decisions)
    return [ChangedCall(decision.item, call, decision.call) for decision, call in pairs if call != decision.call]
