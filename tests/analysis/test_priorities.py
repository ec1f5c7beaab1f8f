"""Which priority an enhancement has that declares none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.analysis.priority.scoring import levels_of
from support.plans import LEVELS, enhancement, insight


def _about(starts: list[int | None]) -> dict[str, Any]:
    levels = zip(("high", "medium", "low"), starts, strict=True)
    return {"priorities": [{"id": name, "title": name, "meaning": "So urgent", "from_score": start} for name, start in levels]}


def _insight(starts: list[int | None], score: Any, priority: str | None = None) -> Insight:
    return insight([enhancement(1, priority=priority, score=score)], about=_about(starts))


@pytest.mark.parametrize(
    ("starts", "score", "priority"),
    [
        ([17, 10, None], (5, 5), "high"),
        ([17, 10, None], (4, 4), "medium"),
        ([17, 10, None], (1, 1), "low"),
        ([17, 10, None], ("3-5", 5), "high"),  # 15–25, by its middle
        ([17, 10, None], ("3-4", "4-5"), "medium"),  # 12–20: 16, which is no more than the end of medium
        ([17, 10, None], None, None),
        ([None, None, None], (5, 5), "high"),  # evenly: 18–25, 10–17 and 1–9
        ([None, None, None], (3, 4), "medium"),
        ([None, None, None], (1, 1), "low"),
        ([17, None, None], (5, 5), "high"),
        ([17, None, None], (1, 1), "low"),
        ([None, None, 5], (5, 5), "high"),
        ([None, 10, None], (1, 1), "low"),
    ],
)
def test_it_has_the_one_that_its_score_means(starts: list[int | None], score: Any, priority: str | None) -> None:
    here = _insight(starts, score)
    assert here.priorities["item-1"] == priority
    assert [item.id for item in here.unprioritised] == ([] if priority else ["item-1"])
    assert here.contradicting_levels(here.by_id["item-1"]) == ()


def test_a_declared_one_holds_whatever_the_score_means() -> None:
    assert _insight([17, 10, None], (5, 5), "low").priorities["item-1"] == "low"


def test_what_has_none_comes_after_the_lowest_and_can_be_chosen() -> None:
    here = insight([enhancement(1, priority=None), enhancement(2, priority="low"), enhancement(3, priority="high")])
    assert [item.number for item in here.ranked(here.roadmap.enhancements)] == [3, 2, 1]
    assert [item.number for item in select(Selection(sort="priority"), here)] == [3, 2, 1]
    assert [item.number for item in select(Selection.model_validate({"priority": "none"}), here)] == [1]
    assert [item.number for item in select(Selection.model_validate({"priority": ["none", "low"]}), here)] == [1, 2]


@given(risk=LEVELS, impact=LEVELS, starts=st.lists(st.integers(1, 25), min_size=2, max_size=2, unique=True))
def test_it_is_one_that_the_score_can_mean(risk: Any, impact: Any, starts: list[int]) -> None:
    here = _insight([*sorted(starts, reverse=True), None], (risk, impact))
    item = here.by_id["item-1"]
    assert item.assessment is not None
    assert here.priorities["item-1"] in {level.id for level in levels_of(item.assessment.score, here.priority_bands)}
