"""Which priority does an enhancement have: the one that its file declares, or the one that its score means?"""

from __future__ import annotations

from collections.abc import Callable

from enhancement_roadmap.analysis.priority.scoring import level_of, priority_bands
from enhancement_roadmap.model import Enhancement, RoadmapFile

PriorityRule = Callable[[Enhancement], str | None]
"""The id of an enhancement's priority level; None for one that is not prioritised."""


def priority_rule(about: RoadmapFile) -> PriorityRule:
    """How a roadmap finds the priority of an enhancement.

    One that its file declares is the priority. Without one, the score says it by the middle of its range, but only where
    a `from_score` of the priority levels says what scores mean.

    Args:
        about: the priority levels, and the scales of scores.
    """
    bands = priority_bands(about.priorities, about.scoring) if says_what_scores_mean(about) else ()

    def priority(item: Enhancement) -> str | None:
        if item.priority is not None or item.assessment is None:
            return item.priority
        level = level_of(item.assessment.score.middle, bands)
        return level.id if level else None

    return priority


def says_what_scores_mean(about: RoadmapFile) -> bool:
    """Whether somebody has said which scores mean which priority level."""
    return about.scoring is not None and any(level.from_score is not None for level in about.priorities)
