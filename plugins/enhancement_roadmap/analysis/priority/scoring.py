"""What does a score mean: which priority, and which place among others?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from enhancement_roadmap.model import Enhancement, LevelRange, PriorityLevel, Scale, Scoring
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class PriorityBand:
    """The scores that mean a priority level.

    Attributes:
        level: the priority level.
        scores: from the least to the highest; None where no score of the scales means this level.
    """

    level: PriorityLevel
    scores: LevelRange | None


def priority_bands(levels: Sequence[PriorityLevel], scoring: Scoring | None) -> tuple[PriorityBand, ...]:
    """Which scores mean which priority level, so that each score of the scales means exactly one.

    A level takes the scores from its ``from_score`` up to where the level above it starts; the highest reaches up to the
    highest score of the scales, the lowest down to the least. Levels without ``from_score`` and the next one below them that
    has it share their scores evenly, where that comes out uneven more to those below; where no level has one, all share the
    whole range.

    Args:
        levels: the highest first.
        scoring: the scales; without any there are no scores, and no bands.
    """
    if scoring is None:
        return ()
    whole = _ends_of(scoring.risk) * _ends_of(scoring.impact)
    bands, above = [], whole.high
    for level, start in zip(levels, _starts([level.from_score for level in levels], whole), strict=True):
        low = whole.low if level is levels[-1] else start
        bands.append(PriorityBand(level, LevelRange(low, above) if low <= above else None))
        above = min(above, low - 1)
    return tuple(bands)


def levels_of(scores: LevelRange, bands: Iterable[PriorityBand]) -> tuple[PriorityLevel, ...]:
    """The priority levels that a score, or any score of a range, means; the highest first.

    Args:
        scores: the range.
        bands: by the highest level first, as `priority_bands` gives them.
    """
    return tuple(band.level for band in bands if band.scores and band.scores.low <= scores.high and scores.low <= band.scores.high)


def level_of(score: float, bands: Iterable[PriorityBand]) -> PriorityLevel | None:
    """The priority level that a score means; one between two bands means the lower. None where there are no bands.

    Args:
        score: the score, or the middle of a range.
        bands: by the highest level first, as `priority_bands` gives them.
    """
    return next((band.level for band in bands if band.scores and band.scores.low <= score), None)


def ranked(enhancements: Iterable[Enhancement], among_equals: Callable[[Enhancement], tuple[int, int]]) -> list[Enhancement]:
    """Enhancements with the most urgent first.

    By score (risk level × business impact), highest first, those without a score last; a range counts by its middle, and of
    two with the same middle the one that may be higher comes first. Then by risk, since harm outweighs gain; then by
    priority, those without one last; then in the roadmap's order, so that the order never depends on chance.

    Args:
        enhancements: in any order.
        among_equals: place of an enhancement's priority level, 0 for the highest, and its own place in the roadmap.
    """
    return sorted(enhancements, key=lambda item: (*urgency(item), *among_equals(item)))


def urgency(item: Enhancement) -> tuple[float, float, float]:
    """What its assessment says of how urgent it is; the less, the more urgent."""
    if item.assessment is None:
        return 0, 0, 0
    score, risk = item.assessment.score, item.assessment.risk
    return -score.middle, -score.high, -risk.middle


def _ends_of(scale: Scale) -> LevelRange:
    return LevelRange(scale.values[0], scale.values[-1])


def _starts(given: Sequence[int | None], whole: LevelRange) -> Iterator[int]:
    """The least score of each level, the highest level first; never above that of the level before."""
    upper, waiting = whole.high + 1, 0
    for place, value in enumerate(given):
        start = whole.low if value is None and place == len(given) - 1 else value
        if start is None:
            waiting += 1
            continue
        start = max(whole.low, min(start, upper))
        parts = waiting + 1
        yield from (start - (start - upper) * part // parts for part in range(waiting, 0, -1))
        yield start
        upper, waiting = start, 0
