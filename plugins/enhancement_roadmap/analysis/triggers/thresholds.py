"""Which enhancements wait for a metric, and from where on?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from enhancement_roadmap.analysis.triggers.evaluation import Standing
from enhancement_roadmap.model import Condition, Enhancement


@dataclass(frozen=True, slots=True)
class Watch:
    """A threshold of a metric, and who waits for it.

    Attributes:
        condition: the metric's id and the threshold.
        standing: where the condition stands.
        enhancements: those whose triggers name it, in the order given.
    """

    condition: Condition
    standing: Standing
    enhancements: tuple[Enhancement, ...]


def watches_of(enhancements: Iterable[Enhancement], standings: Mapping[str, Standing]) -> Mapping[str, Sequence[Watch]]:
    """For each metric's id its thresholds, the lowest first; those that nobody names are left out.

    Args:
        enhancements: who may wait.
        standings: where their triggers stand, by their ids.
    """
    leaves: dict[Condition, Standing] = {}
    waiting: dict[Condition, dict[str, Enhancement]] = defaultdict(dict)
    for item in enhancements:
        for leaf in standings[item.id].leaves:
            if leaf.condition is not None and leaf.condition.metric is not None:
                leaves[leaf.condition] = leaf
                waiting[leaf.condition][item.id] = item
    groups: dict[str, list[Watch]] = defaultdict(list)
    for condition, items in waiting.items():
        groups[condition.metric or ""].append(Watch(condition, leaves[condition], tuple(items.values())))
    return {metric: sorted(watches, key=_threshold) for metric, watches in groups.items()}


def _threshold(watch: Watch) -> float:
    return watch.condition.threshold or 0
