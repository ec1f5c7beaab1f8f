"""One of the two roadmaps of a difference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple, get_type_hints

from enhancement_roadmap.analysis import Insight, PriorityRule, priority_rule
from enhancement_roadmap.diff.values import Step
from enhancement_roadmap.findings import Place
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import FILE_KINDS, Enhancement, GovernanceFile, MetricsFile, PlanFile, Roadmap, RoadmapFile
from enhancement_roadmap.strict_yaml import Positions


class RoadmapFrame(NamedTuple):
    """What a roadmap says outside its enhancements; where a file is missing, what it says then.

    Attributes:
        about: `roadmap.yml`.
        plan: `plan.yml`.
        governance: `governance.yml`.
        metrics: `metrics.yml`.
    """

    about: RoadmapFile
    plan: PlanFile = PlanFile()
    governance: GovernanceFile = GovernanceFile()
    metrics: MetricsFile = MetricsFile()


FRAME_FILES: Mapping[str, str] = {
    part: kind.path for part, model in get_type_hints(RoadmapFrame).items() for kind in FILE_KINDS if kind.model is model
}
"""The file that says each part of the frame."""

_NO_POSITIONS: Final[Mapping[str, Positions]] = {}


class Version:
    """One of the two roadmaps: all of it, or what of it may be otherwise than in the other.

    Args:
        today: the day to judge by, the same for both.
        frame: what stands outside the enhancements.
        items: enhancements by their ids, in the roadmap's order.
        files: for each enhancement's id, its file's path in the data folder.
        positions: finds the places of values, by the file's path in the folder.
    """

    def __init__(
        self,
        today: date,
        frame: RoadmapFrame,
        items: Mapping[str, Enhancement],
        files: Mapping[str, str],
        positions: Mapping[str, Positions] = _NO_POSITIONS,
    ) -> None:
        self.today = today
        self.frame = frame
        self.items = items
        self._files = files
        self._positions = positions

    @classmethod
    def of(cls, loaded: Loaded, today: date) -> Version:
        """All of a roadmap, on a day.

        Raises:
            ValueError: it has mistakes.
        """
        roadmap = loaded.roadmap
        if roadmap is None:
            raise ValueError(loaded.findings)
        frame = RoadmapFrame(roadmap.about, roadmap.plan, roadmap.governance, roadmap.metrics)
        return cls(today, frame, {item.id: item for item in roadmap.enhancements}, loaded.files, loaded.positions)

    @cached_property
    def insight(self) -> Insight:
        """Answers about it."""
        return Insight(Roadmap.model_construct(**self.frame._asdict(), enhancements=tuple(self.items.values())), self.today)

    @cached_property
    def rank_of(self) -> Mapping[str, int]:
        """For each priority level's id its place, 0 for the highest."""
        return {level.id: rank for rank, level in enumerate(self.frame.about.priorities)}

    @cached_property
    def priority_of(self) -> PriorityRule:
        """How it finds the priority of an enhancement."""
        return priority_rule(self.frame.about)

    def title_of(self, level: str | None) -> str:
        """Title of a priority level; what it is called that an enhancement has none."""
        about = self.frame.about
        return next((entry.title for entry in about.priorities if entry.id == level), about.wording.unprioritised)

    def priority_rank(self, item: Enhancement) -> int:
        """The place of an enhancement's priority level, 0 for the highest; one that is not prioritised comes after the lowest."""
        priority = self.priority_of(item)
        return len(self.rank_of) if priority is None else self.rank_of[priority]

    def file_of(self, enhancement: str) -> str:
        """Path of an enhancement's file in the data folder; empty where it has none."""
        return self._files.get(enhancement, "")

    def place(self, file: str, loc: tuple[Step, ...]) -> Place:
        """Where a value stands.

        Args:
            file: path in the data folder.
            loc: keys and indexes from the root of the file.
        """
        positions = self._positions.get(file)
        return Place(file) if positions is None else positions.of_key(loc)

    def place_in_text(self, file: str, loc: tuple[Step, ...], words: str) -> Place:
        """Where the first of some words stand in a text, which is at a place like that of `place`."""
        positions = self._positions.get(file)
        return Place(file) if positions is None else positions.in_text(loc, words)
