"""Where enhancements stand on risk × impact."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import matrix_of
from enhancement_roadmap.analysis.priority.matrix import heat_of
from enhancement_roadmap.model import Enhancement, Scoring
from support.plans import ABOUT, enhancement, plans

SCORING = Scoring.model_validate(ABOUT["scoring"])


def test_the_most_urgent_stand_top_right() -> None:
    matrix = matrix_of([enhancement(1, score=(5, 5)), enhancement(2, score=(1, 5)), enhancement(3)], SCORING)
    assert [level.value for level in matrix.impacts] == [1, 2, 3, 4, 5]
    assert [row.risk.value for row in matrix.rows] == [5, 4, 3, 2, 1]
    assert [item.number for item in matrix.rows[0].cells[-1].enhancements] == [1]
    assert [item.number for item in matrix.rows[-1].cells[-1].enhancements] == [2]
    assert [item.number for item in matrix.unassessed] == [3]


@given(items=plans())
def test_every_enhancement_stands_in_each_cell_of_its_levels_or_among_the_unassessed(items: list[Enhancement]) -> None:
    matrix = matrix_of(items, SCORING)
    for item in items:
        cells = {
            (row.risk.value, impact.value)
            for row in matrix.rows
            for impact, cell in zip(matrix.impacts, row.cells, strict=True)
            if item in cell.enhancements
        }
        assessment = item.assessment
        assert (item in matrix.unassessed) is (assessment is None)
        assert cells == {
            (risk, impact)
            for risk, impact in product(range(1, 6), repeat=2)
            if assessment is not None and risk in assessment.risk and impact in assessment.impact
        }


@given(items=plans())
def test_the_score_of_a_cell_is_in_the_score_of_each_enhancement_there(items: list[Enhancement]) -> None:
    for row in matrix_of(items, SCORING).rows:
        for cell in row.cells:
            assert all(item.assessment is not None and cell.score in item.assessment.score for item in cell.enhancements)


def test_between_the_levels_of_a_scale_there_is_no_cell() -> None:
    far = {"title": "Far", "levels": [{"value": value, "title": f"Level {value}", "meaning": "So much"} for value in (1, 999_999)]}
    matrix = matrix_of([enhancement(1, score=("1-999999", "1-999999"))], Scoring.model_validate({"risk": far, "impact": far}))
    assert [len(cell.enhancements) for row in matrix.rows for cell in row.cells] == [1, 1, 1, 1]


def test_the_bands_say_which_scores_each_look_stands_for() -> None:
    bands = matrix_of([], SCORING).bands
    assert [(band.heat, band.low, band.high) for band in bands] == [(0, 1, 5), (1, 6, 10), (2, 12, 15), (3, 16, 20), (4, 25, 25)]


@pytest.mark.parametrize(
    ("score", "band"), [(1, 0), (5, 0), (6, 1), (10, 1), (11, 2), (15, 2), (16, 3), (20, 3), (21, 4), (25, 4), (0, 0), (-3, 0), (99, 4)]
)
def test_each_band_is_a_fifth_of_the_highest_score(score: int, band: int) -> None:
    assert heat_of(score, 25) == band


@given(top=st.integers(-5, 200), score=st.integers(-50, 250))
def test_a_higher_score_is_never_calmer(top: int, score: int) -> None:
    assert 0 <= heat_of(score, top) <= heat_of(score + 1, top) <= 4
    if top > 0:
        assert heat_of(top, top) == 4
