"""Which priority does an enhancement have: the one that its file declares, or the one that its score means?"""

from __future__ import annotations

from collections.abc import Callable

from enhancement_roadmap.analysis.priority.scoring import level_of, priority_bands
from enhancement_roadmap.model import Enhancement, RoadmapFile

PriorityRule = Callable[[Enhancement], str | None]
"""The id of an enhancement's priority level; None for one that is not prioritised."""


def priority_rule(about: RoadmapFile) -> PriorityRule:
    """How a roadmap finds the priority of an enhancement.

    One that its file declares is the priority. Without one, the score says it, by the middle of its range and the bands of
    `analysis.priority.scoring`, which part the scores evenly where no ``from_score`` says otherwise.

    Args:
        about: the priority levels, and the scales of scores.
    """
    bands = priority_bands(about.priorities, about.scoring)

    def priority(item: Enhancement) -> str | None:
        if item.priority is not None or item.assessment is None:
            return item.priority
        level = level_of(item.assessment.score.middle, bands)
        return level.id if level else None

    return priority
