"""Where does each enhancement stand on risk × impact?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from enhancement_roadmap.model import Enhancement, LevelRange, Scale, ScaleLevel, Scoring
from enhancement_roadmap.records import dataclass

HEAT_BANDS = 5
"""Number of bands that scores are told apart by, from 0 (calm) to 4 (urgent)."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One pair of levels, and the enhancements there.

    Attributes:
        score: risk level × business impact.
        heat: band of the score, 0 to 4.
        enhancements: in the order given.
    """

    score: int
    heat: int
    enhancements: tuple[Enhancement, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One risk level, and its cells in the order of the matrix's impact levels."""

    risk: ScaleLevel
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Scores of one look.

    Attributes:
        heat: 0 to 4.
        low: the least score of the matrix in this band.
        high: the highest.
    """

    heat: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The priority matrix.

    Attributes:
        impacts: business impact levels, the lowest first.
        rows: one a risk level, the highest first, so that the most urgent stand top right.
        bands: what each look means, the calmest first; a band that no cell is in is left out.
        unassessed: enhancements without an assessment, in the order given.
    """

    impacts: tuple[ScaleLevel, ...]
    rows: tuple[MatrixRow, ...]
    bands: tuple[Band, ...]
    unassessed: tuple[Enhancement, ...]


def matrix_of(enhancements: Iterable[Enhancement], scoring: Scoring) -> Matrix:
    """Put enhancements where their assessments place them; one assessed with a range is in every cell of it."""
    unassessed: list[Enhancement] = []
    placed: dict[tuple[int, int], list[Enhancement]] = defaultdict(list)
    for item in enhancements:
        if item.assessment is None:
            unassessed.append(item)
        else:
            for place in product(_levels_in(item.assessment.risk, scoring.risk), _levels_in(item.assessment.impact, scoring.impact)):
                placed[place].append(item)
    impacts = sorted(scoring.impact.levels, key=_value)
    risks = sorted(scoring.risk.levels, key=_value, reverse=True)
    top = risks[0].value * impacts[-1].value

    def cell(risk: int, impact: int) -> MatrixCell:
        return MatrixCell(risk * impact, heat_of(risk * impact, top), tuple(placed.get((risk, impact), ())))

    rows = tuple(MatrixRow(risk, tuple(cell(risk.value, impact.value) for impact in impacts)) for risk in risks)
    return Matrix(tuple(impacts), rows, _bands(rows), tuple(unassessed))


def _levels_in(levels: LevelRange, scale: Scale) -> list[int]:
    """Levels of a scale that are in a range: what lies between them has no cell."""
    return [value for value in scale.values if value in levels]


def _bands(rows: Iterable[MatrixRow]) -> tuple[Band, ...]:
    scores: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            scores[cell.heat].append(cell.score)
    return tuple(Band(heat, min(scores[heat]), max(scores[heat])) for heat in sorted(scores))


def heat_of(score: int, top: int) -> int:
    """Band of a score, 0 to 4: each band is a fifth of the way from nothing to the highest score.

    Args:
        score: the score.
        top: the highest score of the scales.
    """
    if top <= 0:
        return 0
    return max(0, min(HEAT_BANDS - 1, (score * HEAT_BANDS - 1) // top))


def _value(level: ScaleLevel) -> int:
    return level.value
