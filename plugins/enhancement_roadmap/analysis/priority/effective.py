"""Which priority does an enhancement have: the one that its file declares, or the one that its score means?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from enhancement_roadmap.analysis.priority.scoring import level_of, priority_bands
from enhancement_roadmap.model import Enhancement, PriorityLevel, RoadmapFile

PriorityRule = Callable[[Enhancement], str | None]
"""The id of an enhancement's priority level; None for one that is not prioritised."""


def priority_rule(about: RoadmapFile) -> PriorityRule:
    """How a roadmap finds the priority of an enhancement.

    One that its file declares is the priority. Without one, the score says it, by the middle of its range; but only where
    a ``from_score`` says both where a level begins and where the one above it does, as nobody has said it otherwise.

    Args:
        about: the priority levels, and the scales of scores.
    """
    bands = priority_bands(about.priorities, about.scoring)
    told = {level.id for level in _told(about.priorities)}

    def priority(item: Enhancement) -> str | None:
        if item.priority is not None or item.assessment is None:
            return item.priority
        level = level_of(item.assessment.score.middle, bands)
        return level.id if level and level.id in told else None

    return priority


def _told(levels: Sequence[PriorityLevel]) -> Iterator[PriorityLevel]:
    """Levels of which it is said which scores mean them: the lowest begins with the least score, the highest ends with the highest."""
    for above, level in pairwise((None, *levels)):
        begins = level is not None and (level.from_score is not None or level is levels[-1])
        if level and begins and (above is None or above.from_score is not None):
            yield level
