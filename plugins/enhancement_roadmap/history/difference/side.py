"""One of the two roadmaps of a difference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.findings import Place
from enhancement_roadmap.history.difference.change import Step
from enhancement_roadmap.loading import Loaded, Positions
from enhancement_roadmap.model import Enhancement, GovernanceFile, MetricsFile, PlanFile, Roadmap, RoadmapFile

PARTS = ("about", "plan", "governance", "metrics")
"""What a roadmap says outside its enhancements, by the names that the model has for it."""

_NO_PLAN, _NO_GOVERNANCE, _NO_METRICS = PlanFile(), GovernanceFile(), MetricsFile()
_NO_POSITIONS: Final[Mapping[str, Positions]] = {}


class Side:
    """One of the two roadmaps: all of it, or what of it may be otherwise than in the other.

    Args:
        today: the day to judge by, the same for both.
        about: `roadmap.yml`.
        items: enhancements by their ids, in the order of their numbers.
        files: for each enhancement's id, its file's path in the data folder.
        plan: `plan.yml`; None where there is none.
        governance: `governance.yml`, like `plan`.
        metrics: `metrics.yml`, like `plan`.
        positions: finds the places of values, by the file's path in the folder.
    """

    def __init__(
        self,
        today: date,
        about: RoadmapFile,
        items: Mapping[str, Enhancement],
        files: Mapping[str, str],
        plan: PlanFile | None = None,
        governance: GovernanceFile | None = None,
        metrics: MetricsFile | None = None,
        positions: Mapping[str, Positions] = _NO_POSITIONS,
    ) -> None:
        self.today = today
        self.about = about
        self.plan = plan or _NO_PLAN
        self.governance = governance or _NO_GOVERNANCE
        self.metrics = metrics or _NO_METRICS
        self.items = items
        self._files = files
        self._positions = positions

    @classmethod
    def of(cls, loaded: Loaded, today: date) -> Side:
        """All of a roadmap, on a day.

        Raises:
            ValueError: it has mistakes.
        """
        roadmap = loaded.roadmap
        if roadmap is None:
            raise ValueError(loaded.findings)
        items = {item.id: item for item in roadmap.enhancements}
        return cls(today, roadmap.about, items, loaded.files, roadmap.plan, roadmap.governance, roadmap.metrics, loaded.positions)

    @cached_property
    def insight(self) -> Insight:
        """Answers about it."""
        parts = {name: getattr(self, name) for name in PARTS}
        return Insight(Roadmap.model_construct(**parts, enhancements=tuple(self.items.values())), self.today)

    @cached_property
    def rank_of(self) -> Mapping[str, int]:
        """For each priority level's id its place, 0 for the highest."""
        return {level.id: rank for rank, level in enumerate(self.about.priorities)}

    def file_of(self, enhancement: str) -> str:
        """Path of an enhancement's file in the data folder; empty where it has none."""
        return self._files.get(enhancement, "")

    def place(self, file: str, loc: tuple[Step, ...], *, lines: bool) -> Place:
        """Where a value stands.

        Args:
            file: path in the data folder.
            loc: keys and indexes from the root of the file.
            lines: whether to look for the line, which takes as long as reading the file.
        """
        positions = self._positions.get(file)
        if positions is None:
            return Place(file)
        return positions.of_key(loc) if lines else Place(positions.file)
