"""Which priority a score means, and whether the declared one agrees."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.priority.scoring import PriorityBand, levels_of, priority_bands
from enhancement_roadmap.model import LevelRange, PriorityLevel, Scoring
from support.plans import ABOUT, LEVELS, enhancement, insight, plans

SCORING = Scoring.model_validate(ABOUT["scoring"])


def _levels(*starts: int | None) -> tuple[PriorityLevel, ...]:
    return tuple(
        PriorityLevel(id=f"l{rank}", title=f"Level {rank}", meaning="So urgent", from_score=start) for rank, start in enumerate(starts)
    )


def _scores(*starts: int | None) -> list[str]:
    return [str(band.scores) for band in priority_bands(_levels(*starts), SCORING)]


@pytest.mark.parametrize(
    ("starts", "scores"),
    [
        ([17, 10, 1], ["17–25", "10–16", "1–9"]),
        ([17, 10, 0], ["17–25", "10–16", "1–9"]),
        ([25, 1], ["25", "1–24"]),
    ],
)
def test_a_level_has_the_scores_from_its_own_up_to_the_next_higher_level(starts: list[int], scores: list[str]) -> None:
    assert _scores(*starts) == scores


def test_a_score_below_all_belongs_to_the_lowest_level() -> None:
    assert _scores(17, 10, 5) == ["17–25", "10–16", "1–9"]


@pytest.mark.parametrize(
    ("count", "scores"),
    [
        (1, ["1–25"]),
        (2, ["14–25", "1–13"]),
        (3, ["18–25", "10–17", "1–9"]),
        (5, ["21–25", "16–20", "11–15", "6–10", "1–5"]),
    ],
)
def test_where_nothing_is_said_the_scores_are_split_evenly(count: int, scores: list[str]) -> None:
    assert _scores(*[None] * count) == scores


@pytest.mark.parametrize(
    ("starts", "scores"),
    [
        ([17, None, None], ["17–25", "9–16", "1–8"]),
        ([None, 10, None], ["18–25", "10–17", "1–9"]),
        ([None, None, 1], ["18–25", "10–17", "1–9"]),
        ([21, None, 11, None], ["21–25", "16–20", "11–15", "1–10"]),
    ],
)
def test_levels_without_a_score_share_what_the_others_leave(starts: list[int | None], scores: list[str]) -> None:
    assert _scores(*starts) == scores


def test_a_level_that_starts_above_the_highest_score_has_none() -> None:
    assert _scores(99, 26, 10) == ["None", "None", "1–25"]


def test_without_scales_there_are_no_bands() -> None:
    assert priority_bands(_levels(5, 1), None) == ()
    assert insight([enhancement(1)], about={"scoring": None}).scored_levels == {"item-1": ()}


STARTS = st.lists(st.none() | st.integers(-5, 30), min_size=1, max_size=8)
SCALES = st.lists(st.integers(-6, 6), min_size=2, max_size=6, unique=True)


def _scale(values: list[int]) -> dict[str, Any]:
    return {"title": "Scale", "levels": [{"value": value, "title": "Level", "meaning": "So much"} for value in values]}


@st.composite
def banded(draw: st.DrawFn) -> tuple[list[PriorityBand], list[int]]:
    """Bands of any levels, and every whole number from the least to the highest score of their scales."""
    risks, impacts = draw(SCALES), draw(SCALES)
    scoring = Scoring.model_validate({"risk": _scale(risks), "impact": _scale(impacts)})
    products = [risk * impact for risk in risks for impact in impacts]
    bands = priority_bands(_levels(*draw(STARTS)), scoring)
    return list(bands), list(range(min(products), max(products) + 1))


@given(banded=banded())
def test_every_score_means_exactly_one_level_and_a_higher_one_no_lower_level(banded: tuple[list[PriorityBand], list[int]]) -> None:
    bands, scores = banded
    meant = [levels_of(LevelRange(score, score), bands) for score in scores]
    assert all(len(levels) == 1 for levels in meant)
    ranks = [int(level.id[1:]) for (level,) in meant]
    assert ranks == sorted(ranks, reverse=True)
    assert all(band.scores.low <= band.scores.high for band in bands if band.scores)


@given(count=st.integers(1, 8), scales=st.tuples(SCALES, SCALES))
def test_an_even_split_gives_no_level_two_scores_more_than_another(count: int, scales: tuple[list[int], list[int]]) -> None:
    scoring = Scoring.model_validate({"risk": _scale(scales[0]), "impact": _scale(scales[1])})
    sizes = [band.scores.high - band.scores.low + 1 if band.scores else 0 for band in priority_bands(_levels(*[None] * count), scoring)]
    assert max(sizes) - min(sizes) <= 1


@given(starts=STARTS, risk=LEVELS, impact=LEVELS)
def test_a_range_means_every_level_from_that_of_its_least_score_to_that_of_its_highest(
    starts: list[int | None], risk: int | str, impact: int | str
) -> None:
    here = _insight(starts, score=(risk, impact))
    assessment = here.by_id["item-1"].assessment
    assert assessment is not None
    score = assessment.score
    assert (score.low, score.high) == (assessment.risk.low * assessment.impact.low, assessment.risk.high * assessment.impact.high)
    assert score.low <= score.middle <= score.high
    meant = [level for value in range(score.high, score.low - 1, -1) for level in levels_of(LevelRange(value, value), here.priority_bands)]
    assert list(here.scored_levels["item-1"]) == list(dict.fromkeys(meant))


def _insight(starts: list[int | None], **values: Any) -> Insight:
    levels = [level.model_dump() for level in _levels(*starts)]
    return insight([enhancement(1, priority="l0", **values)], about={"priorities": levels})


@pytest.mark.parametrize(
    ("score", "meant"),
    [
        ((5, 5), []),
        ((4, 4), ["l1"]),
        (("4-5", 4), []),
        (("1-4", 4), ["l1", "l2"]),
        (None, []),
    ],
)
def test_a_declared_priority_is_contradicted_where_no_score_of_the_range_means_it(score: Any, meant: list[str]) -> None:
    here = _insight([17, 10, 1], score=score)
    assert [level.id for level in here.contradicting_levels(here.by_id["item-1"])] == meant


@given(items=plans())
def test_a_priority_is_contradicted_or_among_those_that_the_score_means(items: Any) -> None:
    here = insight(items)
    for item in items:
        meant = {level.id for level in here.scored_levels[item.id]}
        assert bool(meant) is (item.assessment is not None)
        assert (not here.contradicting_levels(item)) is (not meant or item.priority in {None, *meant})
