"""Which priority does a score mean?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enhancement_roadmap.model import Enhancement, LevelRange, PriorityLevel, Scale, Scoring

if TYPE_CHECKING:
    from enhancement_roadmap.analysis.insight import Insight


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
    whole = _span(scoring.risk) * _span(scoring.impact)
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


def contradicts(item: Enhancement, insight: Insight) -> tuple[PriorityLevel, ...] | None:
    """The levels that the score of an enhancement means, where the declared priority is none of them; else None."""
    meant = insight.scored_levels[item.id]
    if not meant or any(level.id == item.priority for level in meant):
        return None
    return meant


def _span(scale: Scale) -> LevelRange:
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
