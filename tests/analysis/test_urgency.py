"""What is most urgent, and what is next."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import ACTIONS, Insight
from enhancement_roadmap.analysis.priority.scoring import ranked
from enhancement_roadmap.model import Enhancement, LevelRange
from support.plans import enhancement, insight, plans

RANKS = {"high": 0, "medium": 1, "low": 2, None: 3}


def _numbers(*items: Enhancement) -> list[int | None]:
    return [item.number for item in ranked(items, _among_equals)]


def _among_equals(item: Enhancement) -> tuple[int, int]:
    return RANKS[item.priority], item.number or 0


def test_a_higher_score_comes_first() -> None:
    assert _numbers(enhancement(1, score=(2, 2)), enhancement(2, score=(3, 2))) == [2, 1]


def test_of_one_score_the_higher_risk_comes_first() -> None:
    assert _numbers(enhancement(1, score=(2, 3)), enhancement(2, score=(3, 2))) == [2, 1]


def test_then_the_higher_priority_then_the_lower_number() -> None:
    items = [enhancement(3, score=(2, 2)), enhancement(2, score=(2, 2)), enhancement(4, score=(2, 2), priority="high")]
    assert _numbers(*items) == [4, 2, 3]


def test_without_a_score_it_comes_last_by_priority() -> None:
    assert _numbers(enhancement(1), enhancement(2, priority="high"), enhancement(3, score=(1, 1), priority="low")) == [3, 2, 1]


@given(items=plans(), random=st.randoms(use_true_random=False))
def test_the_ranking_does_not_depend_on_the_order_it_is_given(items: list[Enhancement], random: Random) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    assert ranked(shuffled, _among_equals) == ranked(items, _among_equals)


def test_a_range_counts_by_its_middle_and_of_one_middle_the_wider_comes_first() -> None:
    items = [enhancement(1, score=(3, 3)), enhancement(2, score=("2-4", 3)), enhancement(3, score=("3-4", 3)), enhancement(4, score=(4, 3))]
    assert _numbers(*items) == [4, 3, 2, 1]


@given(items=plans())
def test_scores_never_rise_down_the_ranking(items: list[Enhancement]) -> None:
    order = ranked(items, _among_equals)
    scores = [item.assessment.score.middle if item.assessment else 0 for item in order]
    assert scores == sorted(scores, reverse=True)
    assert sorted(item.number or 0 for item in order) == [item.number for item in items]


@given(items=plans(), data=st.data())
def test_a_higher_risk_never_lowers_the_rank(items: list[Enhancement], data: st.DataObject) -> None:
    raisable = [item for item in items if item.assessment and item.assessment.risk.high < 5]
    assume(raisable)
    item = data.draw(st.sampled_from(raisable))
    assert item.assessment is not None
    low, high = item.assessment.risk.low, item.assessment.risk.high
    risk = data.draw(st.sampled_from([LevelRange(low + 1, high + 1), LevelRange(low, high + 1), LevelRange(high, high), LevelRange(5, 5)]))
    riskier = item.model_copy(update={"assessment": item.assessment.model_copy(update={"risk": risk})})
    after = ranked([riskier if other is item else other for other in items], _among_equals)
    assert after.index(riskier) <= ranked(items, _among_equals).index(item)


def _next(here: Insight) -> Enhancement | None:
    return here.next_up.item if here.next_up else None


def test_what_waits_for_another_is_not_next() -> None:
    first, second = enhancement(1, scope={"depends_on": ["item-2"]}), enhancement(2)
    here = insight([first, second])
    assert here.open_dependencies(first) == [second]
    assert _next(here) == second


def test_a_dependency_that_is_done_holds_nothing_back() -> None:
    first, second = enhancement(1, scope={"depends_on": ["item-2"]}), enhancement(2, status="done")
    assert _next(insight([first, second])) == first


def test_what_is_deferred_is_not_next() -> None:
    first, second = enhancement(1, status="deferred"), enhancement(2)
    assert _next(insight([first, second])) == second
    assert _next(insight([first])) is None


@given(items=plans())
def test_the_next_one_could_start_and_nothing_that_could_is_more_urgent(items: list[Enhancement]) -> None:
    here = insight(items)
    able = [
        item
        for item in here.ranked(items)
        if item.status not in {"done", "cancelled", "deferred"} and all(here.by_id[name].status == "done" for name in item.scope.needs)
    ]
    found = here.next_up
    if found is None:
        assert able == []
        return
    assert found.item in able
    actions = {decision.item.id: decision.action for decision in here.decisions}
    assert ACTIONS.index(found.action) == min(ACTIONS.index(actions[item.id]) for item in able)
    if found.action in {"start", "under-way", "not-said"}:
        assert found.item == next(item for item in able if actions[item.id] == found.action)


@given(items=plans())
def test_what_is_due_has_not_begun_and_the_most_urgent_comes_first(items: list[Enhancement]) -> None:
    here = insight(items)
    assert here.due == here.ranked(here.due)
    assert {item.status for item in here.due} <= {"proposed", "triggered", "ready"}


def test_a_proposed_one_is_due_when_its_trigger_fires() -> None:
    items = [enhancement(1, trigger={"summary": "When it launches", "kind": "immediate", "when": {"event": "launch"}})]
    event = {"id": "launch", "title": "Launch", "happened_on": "2026-06-30"}
    assert insight(items, metrics={"events": [event]}, today=date(2026, 6, 29)).due == []
    assert insight(items, metrics={"events": [event]}, today=date(2026, 6, 30)).due == items


def test_one_that_is_due_is_next_even_where_another_has_a_higher_score() -> None:
    items = [enhancement(1, score=(5, 5)), enhancement(2, score=(1, 1), status="triggered")]
    assert _next(insight(items)) == items[1]
