"""Where an enhancement stands by the facts: readiness, what holds it back, what its status should be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import FINISHED
from enhancement_roadmap.analysis.decisions.lifecycle import NOT_STARTED, derived_stage
from enhancement_roadmap.model import STAGES, Enhancement, Stage
from support.plans import enhancement, insight, plans

CRITERIA = {"readiness_criteria": [{"id": name, "text": f"Criterion {name}"} for name in ("team", "budget", "way-back", "trigger")]}
ALL = dict.fromkeys(("team", "budget", "way-back", "trigger"), "yes")
FIRED = {"summary": "When it launches", "kind": "immediate", "when": {"event": "launch"}}
LAUNCHED = {"events": [{"id": "launch", "title": "Launch", "happened_on": "2026-06-01"}]}


def test_criteria_are_answered_in_the_order_of_the_roadmap() -> None:
    item = enhancement(1, readiness={"way-back": "no", "budget": {"state": "partly", "note": "Half of it"}, "team": "yes"})
    answers = insight([item], about=CRITERIA).readiness["item-1"]
    assert [(answer.criterion.id, answer.state, answer.note) for answer in answers.answers] == [
        ("team", "yes", None),
        ("budget", "partly", "Half of it"),
        ("way-back", "no", None),
        ("trigger", "not stated", None),
    ]
    assert [criterion.id for criterion in answers.met] == ["team"]
    assert [criterion.id for criterion in answers.partly] == ["budget"]
    assert [criterion.id for criterion in answers.missing] == ["way-back", "trigger"]
    assert not answers.is_complete


def test_readiness_is_complete_when_every_criterion_is_met() -> None:
    here = insight([enhancement(1, readiness=ALL), enhancement(2, readiness=ALL | {"team": "partly"})], about=CRITERIA)
    assert here.readiness["item-1"].is_complete
    assert not here.readiness["item-2"].is_complete


def test_without_criteria_there_is_nothing_to_meet() -> None:
    assert insight([enhancement(1)]).readiness["item-1"].is_complete


@given(states=st.dictionaries(st.sampled_from(list(ALL)), st.sampled_from(["yes", "partly", "no"])))
def test_every_criterion_is_met_or_partly_met_or_missing(states: dict[str, str]) -> None:
    answers = insight([enhancement(1, readiness=states)], about=CRITERIA).readiness["item-1"]
    parts = [*answers.met, *answers.partly, *answers.missing]
    assert sorted(criterion.id for criterion in parts) == sorted(ALL)
    assert answers.is_complete == (set(states.values()) == {"yes"} and len(states) == len(ALL))
    assert answers.met_count == len(answers.met)
    assert [answer.criterion for answer in answers.unmet] == [answer.criterion for answer in answers.answers if answer.state != "yes"]


@pytest.mark.parametrize(
    ("values", "stage"),
    [
        ({}, "proposed"),
        ({"readiness": ALL}, "proposed"),
        ({"trigger": FIRED}, "triggered"),
        ({"trigger": FIRED, "readiness": ALL | {"team": "partly"}}, "triggered"),
        ({"trigger": FIRED, "readiness": ALL}, "ready"),
        ({"trigger": FIRED, "readiness": ALL, "scope": {"depends_on": ["item-2"]}}, "triggered"),
        ({"trigger": FIRED, "readiness": ALL, "scope": {"depends_on": ["item-3"]}}, "ready"),
        ({"status": "triggered"}, "triggered"),
        ({"status": "triggered", "readiness": ALL}, "ready"),
        ({"status": "ready"}, "triggered"),
        ({"status": "ready", "readiness": ALL, "scope": {"depends_on": ["item-4"]}}, "triggered"),
        ({"status": "in-progress", "trigger": FIRED, "readiness": ALL}, "in-progress"),
        ({"status": "deferred", "trigger": FIRED, "readiness": ALL}, "deferred"),
        ({"status": "cancelled", "trigger": FIRED}, "cancelled"),
        ({"status": "done"}, "done"),
    ],
)
def test_before_work_begins_the_facts_tell_the_status(values: dict[str, Any], stage: Stage) -> None:
    others = [enhancement(2), enhancement(3, status="done"), enhancement(4, status="cancelled")]
    here = insight([enhancement(1, **values), *others], about=CRITERIA, metrics=LAUNCHED)
    assert here.derived_stages["item-1"] == stage


@given(declared=st.sampled_from(STAGES), fired=st.booleans(), prepared=st.booleans(), blocked=st.booleans())
def test_facts_alone_never_start_or_end_work(declared: Stage, fired: bool, prepared: bool, blocked: bool) -> None:
    derived = derived_stage(declared, has_fired=fired, is_prepared=prepared, is_blocked=blocked)
    assert (derived in NOT_STARTED) == (declared in NOT_STARTED)
    assert derived in NOT_STARTED or derived == declared
    assert derived != "ready" or (prepared and not blocked)


@given(items=plans())
def test_nothing_is_ready_and_blocked_and_what_is_ready_is_due(items: list[Enhancement]) -> None:
    here = insight(items)
    for item in items:
        assert not (here.is_ready(item) and here.is_blocked(item))
        assert here.is_due(item) or not here.is_ready(item)
        assert here.is_due(item) == (item in here.due)
        assert here.is_blocked(item) == (here.stages[item.id] not in FINISHED and bool(here.open_dependencies(item)))


def test_a_status_that_the_facts_contradict_is_named_as_the_team_names_it() -> None:
    statuses = [
        {"id": "idea", "title": "Idea", "counts_as": "proposed"},
        {"id": "seen", "title": "Seen", "counts_as": "triggered"},
        {"id": "again", "title": "Seen again", "counts_as": "triggered"},
    ]
    items = [enhancement(1, status="idea", trigger=FIRED), enhancement(2, status="again"), enhancement(3, status="idea")]
    here = insight(items, about={**CRITERIA, "statuses": statuses}, metrics=LAUNCHED)
    named = [here.status_by_facts(item) for item in items]
    assert [status and status.title for status in named] == ["Seen", None, None]


def test_a_stage_that_the_team_has_no_status_for_is_not_named() -> None:
    statuses = [{"id": "idea", "title": "Idea", "counts_as": "proposed"}]
    item = enhancement(1, status="idea", trigger=FIRED)
    here = insight([item], about={"statuses": statuses}, metrics=LAUNCHED)
    assert here.derived_stages["item-1"] == "ready"
    assert here.status_by_facts(item) is None


def _after(*moves: tuple[str, list[str]]) -> dict[str, list[str]] | None:
    statuses = [{"id": name, "title": name, "counts_as": "proposed", "moves_to": following} for name, following in moves]
    allowed = insight([], about={"statuses": statuses}).next_statuses
    return None if allowed is None else {name: list(after) for name, after in allowed.items()}


def test_what_may_follow_a_status_is_what_it_says() -> None:
    assert _after(("a", ["b", "c", "b"]), ("b", []), ("c", ["c"])) == {"a": ["b", "c"], "b": [], "c": ["c"]}


def test_where_no_status_says_what_may_follow_moves_are_free() -> None:
    assert _after(("a", []), ("b", []), ("c", [])) is None


def test_the_default_statuses_lead_from_the_first_to_done_and_back() -> None:
    after = insight([]).next_statuses
    assert after is not None
    reached, pending = {"proposed"}, ["proposed"]
    while pending:
        new = [status for status in after[pending.pop()] if status not in reached]
        reached.update(new)
        pending += new
    assert reached == set(STAGES)
