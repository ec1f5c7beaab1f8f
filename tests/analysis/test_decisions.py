"""What to do now about each enhancement, and why."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from enhancement_roadmap.analysis import ACTIONS, Decision, Insight, changed_actions
from enhancement_roadmap.model import Enhancement
from support.plans import enhancement, insight, plans

CRITERIA = [{"id": "budget", "text": "Budget approved"}, {"id": "people", "text": "People free"}]
METRICS = {
    "metrics": [
        {"id": "users", "title": "daily users", "readings": [{"on": "2026-06-30", "value": 850}]},
        {"id": "calls", "title": "calls"},
    ],
    "events": [{"id": "launch", "title": "The launch", "happened_on": "2026-06-01"}, {"id": "audit", "title": "The audit"}],
}
READY = {"budget": "yes", "people": "yes"}
FIRED = {"event": "launch"}


def _trigger(when: dict[str, Any] | None) -> dict[str, Any]:
    return {"summary": "When it is time", "kind": "growth", "when": when}


def _understood(*items: Enhancement) -> Insight:
    return insight(items, about={"readiness_criteria": CRITERIA}, metrics=METRICS)


def _one(**values: Any) -> Decision:
    when = values.pop("when", None)
    (decision,) = _understood(enhancement(1, trigger=_trigger(when), **values)).decisions
    return decision


@pytest.mark.parametrize(
    ("values", "action"),
    [
        ({"when": FIRED, "readiness": READY}, "start"),
        ({"status": "triggered", "readiness": READY}, "start"),
        ({"status": "ready", "readiness": READY}, "start"),
        ({"when": FIRED, "readiness": {"budget": "yes"}}, "prepare"),
        ({"when": FIRED, "readiness": {"budget": "yes", "people": "partly"}}, "prepare"),
        ({"when": {"metric": "users", "above": 1000}}, "prepare"),
        ({"when": {"metric": "users", "above": 1000}, "readiness": READY}, "prepare"),
        ({"when": {"metric": "users", "above": 2000}, "readiness": READY}, "watch"),
        ({"when": {"metric": "calls", "above": 2000}}, "watch"),
        ({"when": {"event": "audit"}}, "watch"),
        ({}, "not-said"),
        ({"when": FIRED, "status": "in-progress"}, "under-way"),
        ({"when": FIRED, "status": "done"}, "leave"),
        ({"when": FIRED, "status": "deferred", "readiness": READY}, "leave"),
        ({"when": FIRED, "status": "cancelled"}, "leave"),
    ],
)
def test_trigger_status_and_readiness_make_the_decision(values: dict[str, Any], action: str) -> None:
    assert _one(**values).action == action


@pytest.mark.parametrize("readiness", [{}, READY])
def test_what_has_no_trigger_may_start_any_time(readiness: dict[str, str]) -> None:
    assert _understood(enhancement(1, trigger=None, readiness=readiness)).decisions[0].action == "any-time"


def test_of_what_may_start_any_time_what_is_ready_comes_first() -> None:
    items = [enhancement(1, trigger=None, score=(5, 5)), enhancement(2, trigger=None, readiness=READY)]
    assert [decision.item.number for decision in _understood(*items).decisions] == [2, 1]


def test_what_has_no_trigger_and_waits_for_another_is_watched() -> None:
    waits = enhancement(2, trigger=None, scope={"depends_on": ["item-1"]})
    decision = _understood(enhancement(1, trigger=None), waits).decisions[1]
    assert (decision.item.id, decision.action) == ("item-2", "watch")
    assert [reason.text for reason in decision.reasons] == ["Waits for Item 1, which is not done."]


def test_what_to_add_to_the_data_is_said_apart_from_why() -> None:
    assert [reason.advice for reason in _one(when={"metric": "calls", "below": 10}).reasons] == ["Add a reading with ‘roadmap metric add’."]
    assert [reason.advice for reason in _one().reasons] == [
        "Give its trigger a ‘when’, a metric with a threshold or an event; or set its status once it is due."
    ]


def test_what_waits_for_another_is_prepared_until_that_is_done() -> None:
    second = enhancement(2, trigger=_trigger(FIRED), readiness=READY, scope={"depends_on": ["item-1"]})
    blocked = _understood(enhancement(1), second).decisions[0]
    assert (blocked.item.id, blocked.action) == ("item-2", "prepare")
    assert blocked.reasons[-1].text == "Waits for Item 1, which is not done."
    assert blocked.reasons[-1].enhancements == ("item-1",)
    assert _understood(enhancement(1, status="done"), second).decisions[0].action == "start"


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        (
            {"when": FIRED, "readiness": READY, "score": (5, 4)},
            [
                "Its trigger has fired on 1 June 2026: When it is time (The launch).",
                "Ready: all 2 criteria are met, and it waits for no other.",
                "Score 20: For a reason.",
            ],
        ),
        (
            {"when": {"metric": "users", "above": 1000}, "readiness": {"budget": {"state": "no", "note": "Asked in May."}}},
            [
                "Its trigger is near: When it is time (daily users above 1,000: 850 on 30 June 2026 (85 %)).",
                "Not ready yet: Budget approved (no: Asked in May), People free (not stated).",
            ],
        ),
        (
            {"when": {"metric": "users", "above": 2000}},
            [
                "Waits for: When it is time (daily users above 2,000: 850 on 30 June 2026 (42 %)).",
                "No forecast: fewer than 5 readings.",
            ],
        ),
        (
            {"when": {"metric": "calls", "below": 10}},
            ["Nobody can tell whether its trigger has fired: calls below 10: no reading yet."],
        ),
        ({"when": {"event": "audit"}}, ["Waits for: When it is time (The audit)."]),
        ({}, ["When it is time: no metric or event tells when that is."]),
        ({"status": "in-progress", "done": 1, "open": 2}, ["1 of 3 requirements are done."]),
        (
            {"status": "deferred", "moves": [{"to": "deferred", "on": "2026-05", "why": "No money this year."}]},
            ["Deferred in May 2026: No money this year."],
        ),
        ({"status": "done"}, ["Done."]),
    ],
)
def test_each_decision_says_why(values: dict[str, Any], texts: list[str]) -> None:
    assert [reason.text for reason in _one(**values).reasons] == texts


def test_what_is_deferred_although_its_trigger_has_fired_says_so() -> None:
    assert [reason.fact for reason in _one(when=FIRED, status="deferred").reasons] == ["status", "trigger"]


def test_the_highest_score_starts_first() -> None:
    items = [enhancement(n, trigger=_trigger(FIRED), readiness=READY, score=score) for n, score in ((1, (2, 2)), (2, (5, 5)), (3, (3, 3)))]
    assert [decision.item.number for decision in _understood(*items).decisions] == [2, 3, 1]


def test_what_has_fired_is_prepared_before_what_is_near() -> None:
    near = enhancement(1, trigger=_trigger({"metric": "users", "above": 1000}), score=(5, 5))
    assert [decision.item.number for decision in _understood(near, enhancement(2, trigger=_trigger(FIRED))).decisions] == [2, 1]


@given(items=plans())
def test_each_enhancement_has_one_decision_with_a_reason_in_the_order_of_calls(items: list[Enhancement]) -> None:
    decisions = insight(items).decisions
    assert sorted(decision.item.number for decision in decisions) == [item.number for item in items]
    assert all(decision.reasons and all(reason.text for reason in decision.reasons) for decision in decisions)
    order = [ACTIONS.index(decision.action) for decision in decisions]
    assert order == sorted(order)


def test_changed_decisions_are_those_that_come_out_otherwise() -> None:
    before = _understood(enhancement(1, trigger=_trigger(FIRED)), enhancement(2))
    after = _understood(enhancement(1, trigger=_trigger(FIRED), readiness=READY), enhancement(2))
    assert [(change.item.id, change.before, change.after) for change in changed_actions(before.decisions, after.decisions)] == [
        ("item-1", "prepare", "start")
    ]
    assert changed_actions(before.decisions, before.decisions) == []
