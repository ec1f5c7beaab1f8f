"""What should be done now about each enhancement, and why?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, get_args

from enhancement_roadmap.analysis.decisions.reasons import Reason, reasons_for
from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass

Action = Literal["start", "prepare", "any-time", "under-way", "not-said", "watch", "leave"]
ACTIONS: tuple[Action, ...] = get_args(Action)
ACTION_TITLES: Mapping[Action, str] = {
    "start": "Start now",
    "prepare": "Prepare",
    "any-time": "Any time",
    "under-way": "Under way",
    "not-said": "Not said when",
    "watch": "Watch",
    "leave": "Leave",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about one enhancement.

    Attributes:
        item: the enhancement.
        action: ``start`` it now; ``prepare`` what it lacks; start it at ``any-time``; it is ``under-way``; it is ``not-said``
            when to start it; ``watch`` what it waits for; ``leave`` it alone.
        reasons: why, the deciding fact first; at least one.
    """

    item: Enhancement
    action: Action
    reasons: tuple[Reason, ...]


def decisions(facts: Facts) -> Sequence[Decision]:
    """A decision for each enhancement, by action in the order of `ACTIONS`, within an action the one to look at first on top.

    Within an action the order is that of `analysis.priority.scoring.ranked`, with these exceptions: of what is prepared, that
    which is due comes before that whose trigger is near; of what may start at any time, that which is ready comes first; what
    is watched is ordered by how soon its trigger may fire, by forecast, then near before far; what is left alone is in the
    roadmap's order.
    """
    ranks = {item.id: rank for rank, item in enumerate(facts.ranked(facts.roadmap.enhancements))}
    made = [decide(item, facts) for item in facts.roadmap.enhancements]

    def order(decision: Decision) -> tuple[int, int, date, int]:
        item = decision.item
        evaluation = facts.evaluations[item.id]
        soon = evaluation.forecast.likely if decision.action == "watch" and evaluation.forecast else date.max
        state = _state_order(decision, facts)
        rank = facts.place[item.id] if decision.action == "leave" else ranks[item.id]
        return ACTIONS.index(decision.action), state, soon, rank

    return sorted(made, key=order)


def decide(item: Enhancement, facts: Facts) -> Decision:
    """What to do about one enhancement.

    ========================  ==========================================================================================
    ``leave``                 it is done, deferred or cancelled, or its risk is accepted for now
    ``under-way``             it is in progress
    ``start``                 its trigger has fired (or its status says so), it is ready, and waits for no other
    ``prepare``               its trigger has fired or is near, and something is missing
    ``any-time``              it has no trigger, and waits for no other
    ``watch``                 its trigger waits for a metric or an event, or there is no valid reading to hold it against; or it
                              has no trigger, and waits for another
    ``not-said``              its trigger says nothing in data, so that nobody but people can tell when it is due
    ========================  ==========================================================================================
    """
    action = _action(item, facts)
    return Decision(item, action, tuple(reasons_for(action, item, facts)))


def _action(item: Enhancement, facts: Facts) -> Action:
    stage = facts.stages[item.id]
    if stage == "in-progress":
        return "under-way"
    if facts.is_finished(item) or facts.is_set_aside(item):
        return "leave"
    if facts.is_due(item):
        return "start" if facts.is_ready(item) else "prepare"
    if item.trigger is None:
        return "watch" if facts.is_blocked(item) else "any-time"
    if facts.evaluations[item.id].state == "near":
        return "prepare"
    return "not-said" if item.trigger.when is None else "watch"


def _state_order(decision: Decision, facts: Facts) -> int:
    """What goes before what within an action, before all ranking; the same for all where only the ranking counts."""
    item = decision.item
    match decision.action:
        case "prepare" | "watch":
            return 0 if facts.is_due(item) else _STATE_ORDER[facts.evaluations[item.id].state]
        case "any-time":
            return 0 if facts.readiness[item.id].is_complete else 1
        case _:
            return 0


_STATE_ORDER = {"fired": 0, "near": 1, "waiting": 2, "unknown": 3}


def next_decision(made: Iterable[Decision], facts: Facts) -> Decision | None:
    """The decision to look at next: the first of all about an enhancement that is not to be left alone and waits for no other.

    Args:
        made: all decisions, in their order.
        facts: the roadmap on the day.

    Returns:
        None where each enhancement is to be left alone, or waits for another.
    """
    return next((decision for decision in made if decision.action != "leave" and not facts.is_blocked(decision.item)), None)


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
