"""Where enhancements stand on risk × impact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import heat_of, matrix_of
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
def test_every_enhancement_stands_in_one_cell_of_its_score_or_among_the_unassessed(items: list[Enhancement]) -> None:
    matrix = matrix_of(items, SCORING)
    cells = [cell for row in matrix.rows for cell in row.cells]
    placed = [item for cell in cells for item in cell.enhancements]
    assert sorted(item.number for item in [*placed, *matrix.unassessed]) == [item.number for item in items]
    for cell in cells:
        assert all(item.assessment is not None and item.assessment.score == cell.score for item in cell.enhancements)
    assert all(item.assessment is None for item in matrix.unassessed)


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
