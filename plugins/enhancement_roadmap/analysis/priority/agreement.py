"""Does a declared priority agree with the score, by what the roadmap says that scores mean?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from enhancement_roadmap.analysis.priority.scoring import PriorityBand, levels_of
from enhancement_roadmap.model import LevelRange, PriorityLevel


def levels_instead(priority: str, scores: LevelRange, bands: Sequence[PriorityBand]) -> tuple[PriorityLevel, ...]:
    """The levels that a score means by the ``from_score`` of some level, where the declared one is none of them.

    Where no ``from_score`` parts two neighbouring levels, nobody has said which scores mean the one and which the other, and
    a score that means one of them may mean either. So without any, no priority is contradicted.

    Args:
        priority: id of the declared level.
        scores: the score, or the range of scores.
        bands: by the highest level first, as `analysis.priority.scoring` gives them.

    Returns:
        The levels, the highest first; none where score and priority agree.
    """
    meant = {level.id for level in levels_of(scores, bands)}
    possible = [level for group in _parted([band.level for band in bands]) if not meant.isdisjoint(_ids(group)) for level in group]
    return () if priority in _ids(possible) else tuple(possible)


def _parted(levels: Iterable[PriorityLevel]) -> Iterator[list[PriorityLevel]]:
    """Levels in groups, a new one below each ``from_score``."""
    group: list[PriorityLevel] = []
    for level in levels:
        group.append(level)
        if level.from_score is not None:
            yield group
            group = []
    yield group


def _ids(levels: Iterable[PriorityLevel]) -> set[str]:
    return {level.id for level in levels}
