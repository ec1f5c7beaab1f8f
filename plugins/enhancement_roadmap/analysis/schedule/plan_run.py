"""A plan that has been run, and its ends as days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enhancement_roadmap.analysis.decisions.decision import Action
from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.schedule.courses import Courses, run
from enhancement_roadmap.analysis.schedule.critical import Chains
from enhancement_roadmap.analysis.schedule.draws import Ticks
from enhancement_roadmap.analysis.schedule.pool import NEVER
from enhancement_roadmap.analysis.schedule.result import ExpectedEnd
from enhancement_roadmap.analysis.schedule.rule import in_turn
from enhancement_roadmap.analysis.schedule.tasks import Task, Tasks, Undated
from enhancement_roadmap.analysis.schedule.work_calendar import WorkCalendar
from enhancement_roadmap.model import Enhancement, Team
from enhancement_roadmap.records import dataclass

LIKELY, LATE = 50, 85
"""The two percentiles that are told: as likely before as after, and rarely later."""


class Percentiles(NamedTuple):
    """What `LIKELY` and `LATE` percent of the courses do not exceed."""

    likely: Ticks
    late: Ticks


@dataclass(frozen=True)
class PlanRun:
    """A plan that has been run.

    Attributes:
        facts: the roadmap on the day.
        calendar: its working days.
        tasks: what has a date, each behind those that it needs.
        undated: what has none.
        order: places of the tasks in the order in which they were given their time.
    """

    facts: Facts
    calendar: WorkCalendar
    tasks: Sequence[Task]
    undated: Sequence[Undated]
    order: Sequence[int]

    @classmethod
    def of(cls, facts: Facts, actions: Mapping[str, Action]) -> PlanRun:
        """Run the plan of a roadmap.

        Args:
            facts: the roadmap on a day.
            actions: what to do about each enhancement, by its id.
        """
        plan = facts.roadmap.plan
        first = max(plan.first_day.first, facts.today) if plan.first_day else facts.today
        calendar = WorkCalendar(plan, first)
        everything = Tasks(facts, calendar)
        tasks = everything.dated
        return cls(facts, calendar, tasks, everything.undated, in_turn(tasks, facts, actions))

    @property
    def teams(self) -> Sequence[Team]:
        """Who does the work."""
        return self.facts.roadmap.plan.teams

    @cached_property
    def courses(self) -> Courses:
        """What came of it."""
        return run(self.tasks, self.order, self.teams, self.calendar)

    @cached_property
    def chains(self) -> Chains:
        """What waited for what."""
        return Chains(self.tasks, self.order, self.courses)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each enhancement's task, by its id."""
        return {task.item.id: place for place, task in enumerate(self.tasks)}

    @cached_property
    def is_open(self) -> Sequence[bool]:
        """For each task whether it, or one that it needs, waits for a forecast without an end."""
        found: list[bool] = []
        for task in self.tasks:
            own = task.release is not None and task.release.is_open
            found.append(own or any(found[need.task] for need in task.needs))
        return found

    def end_of(self, items: Iterable[Enhancement], due: date | None) -> ExpectedEnd | None:
        """When the last of some enhancements is done; None where none of them has a date.

        Args:
            items: the enhancements.
            due: the last day on which they should be done.
        """
        places = [self.places[item.id] for item in items if item.id in self.places]
        if not places:
            return None
        ends = self.courses.drawn_ends[places].max(axis=0)
        settled = max((fixed.last for place in places if (fixed := self.tasks[place].item.fixed)), default=date.min)
        likely, late = (self._day_of_several(int(one), settled) for one in percentiles(ends))
        on_time = 0.0 if due is not None and due < settled else self.on_time(ends, due)
        return ExpectedEnd(likely, late, due, on_time, any(self.is_open[place] for place in places))

    def _day_of_several(self, ticks: int, settled: date) -> date | None:
        """The day on which the last of several ends; settled days may be no working days, or further ahead than others are told."""
        if ticks >= NEVER:
            return None
        return max(self.day(ticks) or date.min, settled)

    def on_time(self, ends: Ticks, due: date | None) -> float | None:
        """The share of courses that end by a day."""
        return None if due is None else round(float((ends <= self.calendar.ticks_until(due)).mean()), 3)

    def day(self, ticks: int) -> date | None:
        """The day on which something ends; None where it does not within the years that are looked at."""
        return None if ticks >= NEVER else self.calendar.day_of_end(ticks)


def percentiles(values: npt.NDArray[np.int64]) -> Percentiles:
    """Percentiles over the last axis: values that occur, none between two of them."""
    count = values.shape[-1]
    ranks = [max(-(-percent * count // 100) - 1, 0) for percent in (LIKELY, LATE)]
    found = np.partition(values, ranks, axis=-1)
    return Percentiles(found[..., ranks[0]], found[..., ranks[1]])
