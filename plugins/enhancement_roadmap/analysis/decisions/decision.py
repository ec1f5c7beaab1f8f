"""What should be done now about each enhancement, and why?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from enhancement_roadmap.analysis.decisions.reasons import Reason, reasons_for
from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.model import Enhancement

Action = Literal["start", "prepare", "under-way", "watch", "leave"]
ACTIONS: tuple[Action, ...] = get_args(Action)
ACTION_TITLES: Mapping[Action, str] = {
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
        action: ``start`` it now; ``prepare`` what it lacks; it is ``under-way``; ``watch`` its trigger; ``leave`` it alone.
        reasons: why, the deciding fact first; at least one.
    """

    item: Enhancement
    action: Action
    reasons: tuple[Reason, ...]


def decisions(facts: Facts) -> Sequence[Decision]:
    """A decision for each enhancement, by action in the order of `ACTIONS`, within an action the one to look at first on top.

    What can start, what is to be prepared and what is under way is ordered by `analysis.priority.scoring.ranked`; of what is prepared, that
    whose trigger has fired comes before that whose trigger is near. What is watched is ordered by how soon its trigger may
    fire: by forecast, then near before far, then by ranking. The rest is in the roadmap's order.
    """
    ranks = {item.id: rank for rank, item in enumerate(facts.ranked(facts.roadmap.enhancements))}
    made = [decide(item, facts) for item in facts.roadmap.enhancements]

    def order(decision: Decision) -> tuple[int, int, date, int]:
        item = decision.item
        evaluation = facts.evaluations[item.id]
        soon = evaluation.forecast.likely if decision.action == "watch" and evaluation.forecast else date.max
        state = _STATE_ORDER[evaluation.state] if decision.action in {"prepare", "watch"} else 0
        rank = facts.place[item.id] if decision.action == "leave" else ranks[item.id]
        return ACTIONS.index(decision.action), state, soon, rank

    return sorted(made, key=order)


def decide(item: Enhancement, facts: Facts) -> Decision:
    """What to do about one enhancement.

    ========================  ==========================================================================================
    ``leave``                 it is done, deferred or cancelled, or nothing in the data tells when it is due
    ``under-way``             it is in progress
    ``start``                 its trigger has fired (or its status says so), it is ready, and waits for no other
    ``prepare``               its trigger has fired or is near, and something is missing
    ``watch``                 its trigger waits for a metric or an event, or there is no valid reading to hold it against
    ========================  ==========================================================================================
    """
    action = _action(item, facts)
    return Decision(item, action, tuple(reasons_for(action, item, facts)))


def _action(item: Enhancement, facts: Facts) -> Action:
    stage = facts.stages[item.id]
    if stage in {"done", "deferred", "cancelled"}:
        return "leave"
    if stage == "in-progress":
        return "under-way"
    if facts.is_due(item):
        return "start" if facts.is_ready(item) else "prepare"
    if facts.evaluations[item.id].state == "near":
        return "prepare"
    return "leave" if item.trigger is None or item.trigger.when is None else "watch"


_STATE_ORDER = {"fired": 0, "near": 1, "waiting": 2, "unknown": 3}


@dataclass(frozen=True, slots=True)
class ChangedAction:
    """A decision that another roadmap gives another outcome.

    Attributes:
        item: the enhancement, as it is in the second roadmap.
        before: the decision in the first.
        after: the decision in the second.
    """

    item: Enhancement
    before: Action
    after: Action


def changed_actions(before: Iterable[Decision], after: Iterable[Decision]) -> Sequence[ChangedAction]:
    """Enhancements of both roadmaps about which the decision is another, in the order of the second one's decisions.

    Args:
        before: the decisions of the first roadmap.
        after: the decisions of the second.
    """
    earlier = {decision.item.id: decision.action for decision in before}
    pairs = ((decision, earlier.get(decision.item.id, decision.action)) for decision in after)
    return [ChangedAction(decision.item, action, decision.action) for decision, action in pairs if action != decision.action]
