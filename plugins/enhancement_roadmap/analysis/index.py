"""What a roadmap holds, found by id: the same on every day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from enhancement_roadmap.analysis.decisions.lifecycle import FINISHED, following
from enhancement_roadmap.analysis.own_values import OwnValue, own_values
from enhancement_roadmap.analysis.priority.effective import priority_rule
from enhancement_roadmap.analysis.priority.scoring import ranked
from enhancement_roadmap.model import (
    Enhancement,
    Event,
    Metric,
    Phase,
    PriorityLevel,
    Quarter,
    Requirement,
    Roadmap,
    ScaleLevel,
    Stage,
    Status,
)

C = TypeVar("C", Phase, Quarter)


class Index:
    """A roadmap's parts by their ids, and what they are to each other; each is worked out at most once.

    Args:
        roadmap: a roadmap without findings.
    """

    def __init__(self, roadmap: Roadmap) -> None:
        self.roadmap = roadmap

    @cached_property
    def by_id(self) -> Mapping[str, Enhancement]:
        """Enhancements by their ids."""
        return {item.id: item for item in self.roadmap.enhancements}

    @cached_property
    def uses_evidence(self) -> bool:
        """Whether the roadmap asks for evidence, or has some anywhere."""
        items = self.roadmap.enhancements
        return self.roadmap.about.evidence == "required" or any(leaf.evidence for item in items for leaf in item.leaves)

    def own_values(self, of: Enhancement | Requirement) -> list[OwnValue]:
        """What an enhancement or a requirement says of the team's own fields."""
        kind = "enhancement" if isinstance(of, Enhancement) else "requirement"
        return list(own_values(of, (field for field in self.roadmap.about.fields if field.of == kind))) if of.fields else []

    @cached_property
    def place(self) -> Mapping[str, int]:
        """For each enhancement its place in the roadmap's order, from 0."""
        return {item.id: index for index, item in enumerate(self.roadmap.enhancements)}

    @cached_property
    def levels(self) -> Mapping[str, PriorityLevel]:
        """Priority levels by their ids, the highest first."""
        return {level.id: level for level in self.roadmap.about.priorities}

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """Statuses by their ids, in their order."""
        return {status.id: status for status in self.roadmap.about.statuses}

    @cached_property
    def status_order(self) -> Mapping[str, int]:
        """For each status's id its place, from 0."""
        return {status: place for place, status in enumerate(self.statuses)}

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """For each enhancement's id what its status means."""
        return {item.id: self.statuses[item.status].counts_as for item in self.roadmap.enhancements}

    @cached_property
    def next_statuses(self) -> Mapping[str, Mapping[str, Status]] | None:
        """For each status's id the statuses that may follow it, by their ids; None where each may follow each other."""
        return following(self.statuses)

    def is_finished(self, item: Enhancement) -> bool:
        """Whether it is done or cancelled."""
        return self.stages[item.id] in FINISHED

    def is_blocked(self, item: Enhancement) -> bool:
        """Whether it is unfinished, and an enhancement that must be done first is not."""
        needs = item.scope.needs
        return bool(needs) and not self.is_finished(item) and any(self.stages[name] != "done" for name in needs)

    def open_dependencies(self, item: Enhancement) -> list[Enhancement]:
        """Enhancements that must be done first and are not."""
        return [self.by_id[name] for name in item.scope.needs if self.stages[name] != "done"]

    @cached_property
    def rank_of(self) -> Mapping[str, int]:
        """For each priority level's id its place, 0 for the highest."""
        return {level.id: rank for rank, level in enumerate(self.roadmap.about.priorities)}

    @cached_property
    def priorities(self) -> Mapping[str, str | None]:
        """For each enhancement's id that of its priority level, by `analysis.priority.effective`; None where it has none."""
        priority = priority_rule(self.roadmap.about)
        return {item.id: priority(item) for item in self.roadmap.enhancements}

    def priority_rank(self, item: Enhancement) -> int:
        """The place of its priority level, 0 for the highest; one that is not prioritised comes after the lowest."""
        priority = self.priorities[item.id]
        return len(self.rank_of) if priority is None else self.rank_of[priority]

    @cached_property
    def by_priority(self) -> Mapping[str, Sequence[Enhancement]]:
        """For each priority level's id its enhancements, in the roadmap's order."""
        groups: dict[str, list[Enhancement]] = {level: [] for level in self.levels}
        for item in self.roadmap.enhancements:
            priority = self.priorities[item.id]
            if priority is not None:
                groups[priority].append(item)
        return groups

    @cached_property
    def unprioritised(self) -> Sequence[Enhancement]:
        """Enhancements without a priority, in the roadmap's order."""
        return [item for item in self.roadmap.enhancements if self.priorities[item.id] is None]

    @cached_property
    def priority_groups(self) -> Sequence[tuple[PriorityLevel | None, Sequence[Enhancement]]]:
        """Each priority level that has enhancements, with these, the highest first; last, under None, what is not prioritised."""
        groups = [(level, self.by_priority[name]) for name, level in self.levels.items()]
        return [(level, items) for level, items in (*groups, (None, self.unprioritised)) if items]

    @cached_property
    def needed_by(self) -> Mapping[str, Sequence[Enhancement]]:
        """For each enhancement's id those that depend on it directly."""
        groups: dict[str, list[Enhancement]] = defaultdict(list)
        for item in self.roadmap.enhancements:
            for dependency in item.scope.needs:
                groups[dependency].append(item)
        return groups

    @cached_property
    def phases_of(self) -> Mapping[str, Sequence[Phase]]:
        """For each enhancement's id the phases it is in."""
        return _containers(self.roadmap.plan.phases)

    @cached_property
    def quarters_of(self) -> Mapping[str, Sequence[Quarter]]:
        """For each enhancement's id the quarters it is in."""
        return _containers(self.roadmap.plan.quarters)

    def neighbours(self, item: Enhancement) -> tuple[Enhancement | None, Enhancement | None]:
        """The enhancements before and after this one, in the roadmap's order."""
        place, everything = self.place[item.id], self.roadmap.enhancements
        before = everything[place - 1] if place else None
        after = everything[place + 1] if place + 1 < len(everything) else None
        return before, after

    def ranked(self, items: Iterable[Enhancement]) -> list[Enhancement]:
        """The most urgent first, by `analysis.priority.scoring`."""
        return sorted(items, key=lambda item: self._urgent_place[item.id])

    @cached_property
    def _urgent_place(self) -> Mapping[str, int]:
        """For each enhancement its place among all, the most urgent first."""
        everything = ranked(self.roadmap.enhancements, lambda item: (self.priority_rank(item), self.place[item.id]))
        return {item.id: place for place, item in enumerate(everything)}

    @cached_property
    def unfinished(self) -> Sequence[Enhancement]:
        """Enhancements that are neither done nor cancelled, the most urgent first."""
        return self.ranked(item for item in self.roadmap.enhancements if not self.is_finished(item))

    @cached_property
    def risk_levels(self) -> Mapping[int, ScaleLevel]:
        """Levels of the risk scale by their values; empty without scales."""
        scoring = self.roadmap.about.scoring
        return {level.value: level for level in scoring.risk.levels} if scoring else {}

    @cached_property
    def impact_levels(self) -> Mapping[int, ScaleLevel]:
        """Levels of the business impact scale by their values; empty without scales."""
        scoring = self.roadmap.about.scoring
        return {level.value: level for level in scoring.impact.levels} if scoring else {}

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """Metrics by their ids."""
        return {metric.id: metric for metric in self.roadmap.metrics.metrics}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by their ids."""
        return {event.id: event for event in self.roadmap.metrics.events}


def _containers(containers: Iterable[C]) -> Mapping[str, Sequence[C]]:
    groups: dict[str, list[C]] = defaultdict(list)
    for container in containers:
        for name in container.enhancements:
            groups[name].append(container)
    return groups
