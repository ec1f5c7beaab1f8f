"""Which enhancements wait for a metric, and from where on?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from enhancement_roadmap.analysis.triggers.evaluation import Evaluation
from enhancement_roadmap.model import Condition, Enhancement
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold of a metric, and who waits for it.

    Attributes:
        condition: the metric's id and the threshold.
        evaluation: where the condition stands.
        enhancements: those whose triggers name it, in the order given.
    """

    condition: Condition
    evaluation: Evaluation
    enhancements: tuple[Enhancement, ...]


def thresholds_of(enhancements: Iterable[Enhancement], evaluations: Mapping[str, Evaluation]) -> Mapping[str, Sequence[Threshold]]:
    """For each metric's id its thresholds, the lowest first; those that nobody names are left out.

    Args:
        enhancements: who may wait.
        evaluations: where their triggers stand, by their ids.
    """
    leaves: dict[Condition, Evaluation] = {}
    waiting: dict[Condition, dict[str, Enhancement]] = defaultdict(dict)
    for item in enhancements:
        for leaf in evaluations[item.id].leaves:
            if leaf.condition is not None and leaf.condition.metric is not None:
                leaves[leaf.condition] = leaf
                waiting[leaf.condition][item.id] = item
    groups: dict[str, list[Threshold]] = defaultdict(list)
    for condition, items in waiting.items():
        groups[condition.metric or ""].append(Threshold(condition, leaves[condition], tuple(items.values())))
    return {metric: sorted(thresholds, key=_threshold) for metric, thresholds in groups.items()}


def _threshold(threshold: Threshold) -> float:
    return threshold.condition.threshold or 0
