"""Which enhancements an author's options mean, and in which order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from enhancement_roadmap.analysis import SORTS, STATES, Selection, select
from enhancement_roadmap.model import Enhancement
from support.plans import STATUSES, enhancement, insight, plans

ITEMS = [
    enhancement(
        1,
        title="Beta",
        priority="low",
        status="done",
        owner="Ada",
        labels=["x"],
        score=(2, 3),
        done=1,
        open=0,
        scope={"timeline": "12 hours"},
    ),
    enhancement(
        2, title="alpha", priority="high", status="proposed", labels=["x", "y"], score=(3, 2), done=1, open=1, scope={"timeline": "1 day"}
    ),
    enhancement(3, title="Gamma", priority="medium", status="in-progress", owner="bob", done=0, open=3),
    enhancement(
        4,
        title="alpha",
        priority="high",
        status="proposed",
        owner="Ada",
        labels=["z"],
        score=(5, 5),
        done=2,
        open=1,
        scope={"timeline": "6-12 hours"},
    ),
]
DUE = [
    enhancement(5, title="Free", priority="low", status="triggered"),
    enhancement(6, title="Held back", priority="low", status="ready", scope={"depends_on": ["item-5"]}),
]
PLAN = {
    "phases": [{"id": "one", "number": 1, "title": "One", "summary": "First", "enhancements": ["item-1", "item-3"]}],
    "quarters": [
        {"id": "q1", "title": "Q1", "focus": "First", "enhancements": ["item-3"]},
        {"id": "q2", "title": "Q2", "focus": "Then", "enhancements": ["item-4", "item-3"]},
    ],
}


def _numbers(**options: Any) -> list[int]:
    return [item.number for item in select(Selection.model_validate(options), insight(ITEMS, plan=PLAN))]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ({}, [1, 2, 3, 4]),
        ({"enhancement": "item-3"}, [3]),
        ({"enhancement": ["item-4", "item-1", "item-4"]}, [1, 4]),
        ({"priority": "high"}, [2, 4]),
        ({"priority": ["high", "low"]}, [1, 2, 4]),
        ({"status": "done"}, [1]),
        ({"owner": "Ada"}, [1, 4]),
        ({"owner": "none"}, [2]),
        ({"owner": ["none", "bob"]}, [2, 3]),
        ({"label": "x"}, [1, 2]),
        ({"label": ["y", "z"]}, [2, 4]),
        ({"label": "none"}, [3]),
        ({"phase": "one"}, [1, 3]),
        ({"phase": "none"}, [2, 4]),
        ({"quarter": "q2"}, [3, 4]),
        ({"quarter": ["q1", "q2"]}, [3, 4]),
        ({"quarter": ["none", "q1"]}, [1, 2, 3]),
        ({"text": "ALPHA"}, [2, 4]),
        ({"text": "item-3"}, [3]),
        ({"text": "when it is time"}, [1, 2, 3, 4]),
        ({"text": "nothing like it"}, []),
        ({"priority": "high", "owner": "Ada"}, [4]),
        ({"enhancement": ["item-1", "item-2"], "label": "y", "text": "alpha"}, [2]),
        ({"limit": 1}, [1, 2, 3, 4]),
    ],
)
def test_several_values_widen_and_several_filters_narrow(options: dict[str, Any], numbers: list[int]) -> None:
    assert _numbers(**options) == numbers


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ({"is": "due"}, [5, 6]),
        ({"is": "ready"}, [5]),
        ({"is": "blocked"}, [6]),
        ({"is": ["ready", "blocked"]}, [5, 6]),
        ({"is": "due", "status": "triggered"}, [5]),
        ({"is": "due", "priority": "high"}, []),
    ],
)
def test_what_the_facts_say_can_be_filtered_by(options: dict[str, Any], numbers: list[int]) -> None:
    chosen = select(Selection.model_validate(options), insight([*ITEMS, *DUE]))
    assert [item.number for item in chosen] == numbers


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        ("number", [1, 2, 3, 4]),
        ("title", [2, 4, 1, 3]),
        ("order", [1, 2, 3, 4]),
        ("priority", [2, 4, 3, 1]),
        ("score", [4, 2, 1, 3]),
        ("status", [2, 4, 3, 1]),
        ("progress", [1, 4, 2, 3]),
        ("timeline", [2, 4, 1, 3]),  # 8, 9 and 12 hours of work; none
        ("owner", [1, 4, 3, 2]),
    ],
)
def test_an_order_is_complete(sort: str, numbers: list[int]) -> None:
    assert _numbers(sort=sort) == numbers


def test_every_order_is_tried_here() -> None:
    assert set(SORTS) == {"order", "number", "title", "priority", "score", "status", "progress", "timeline", "owner", "net-value"}


@pytest.mark.parametrize(
    "options",
    [
        {"limit": 0},
        {"sort": "colour"},
        {"status": "No Slug"},
        {"is": "late"},
        {"is_": "due"},
        {"is": "none"},
        {"priority": "No Slug"},
        {"colour": "red"},
    ],
)
def test_an_option_that_means_nothing_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Selection.model_validate(options)


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "priority": st.lists(st.sampled_from(["high", "medium", "low"]), min_size=1),
        "status": st.lists(st.sampled_from(STATUSES), min_size=1),
        "owner": st.lists(st.sampled_from(["Ada", "grace", "none"]), min_size=1),
        "label": st.lists(st.sampled_from(["x", "y", "none"]), min_size=1),
        "is": st.lists(st.sampled_from(list(STATES)), min_size=1),
        "text": st.sampled_from(["same", "other", "item-1"]),
        "enhancement": st.lists(st.sampled_from(["item-1", "item-2", "item-3"]), min_size=1),
    },
)


@given(items=plans(), filters=FILTERS, sort=st.sampled_from(SORTS))
def test_the_order_changes_nothing_but_the_order(items: list[Enhancement], filters: dict[str, Any], sort: str) -> None:
    here = insight(items)
    plain = select(Selection.model_validate(filters), here)
    ordered = select(Selection.model_validate({**filters, "sort": sort}), here)
    assert sorted(item.number for item in ordered) == [item.number for item in plain]


@given(items=plans(), filters=FILTERS)
def test_filters_together_choose_what_each_of_them_chooses(items: list[Enhancement], filters: dict[str, Any]) -> None:
    here = insight(items)
    together = {item.id for item in select(Selection.model_validate(filters), here)}
    each = [{item.id for item in select(Selection.model_validate({key: value}), here)} for key, value in filters.items()]
    assert together == {item.id for item in items}.intersection(*each)


@given(items=plans(), key=st.sampled_from(["priority", "status", "owner"]))
def test_values_of_one_filter_choose_what_each_of_them_chooses(items: list[Enhancement], key: str) -> None:
    here = insight(items)
    values = {"priority": ["high", "low"], "status": ["done", "ready"], "owner": ["Ada", "none"]}[key]
    together = [item.id for item in select(Selection.model_validate({key: values}), here)]
    each = [item.id for value in values for item in select(Selection.model_validate({key: value}), here)]
    assert sorted(together) == sorted(each)
