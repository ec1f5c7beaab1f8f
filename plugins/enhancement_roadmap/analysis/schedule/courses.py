"""The plan run many times at once: serial schedule generation over courses, by numpy.

In each course every duration, lag and trigger date is another; the list of tasks and the rule stay the same. The first course is
the plain schedule, in which everything takes its likeliest time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from enhancement_roadmap.analysis.schedule.draws import COURSES, Ticks, drawn
from enhancement_roadmap.analysis.schedule.pool import NEVER, Placed, Shares, TeamPool
from enhancement_roadmap.analysis.schedule.tasks import ReleaseDay, Span, Task
from enhancement_roadmap.analysis.schedule.work_calendar import TICKS, WorkCalendar
from enhancement_roadmap.model import Period, Team
from enhancement_roadmap.records import dataclass

NOTHING = -1
"""Stands for the place of a task where there is none."""


@dataclass(frozen=True)
class Courses:
    """Every course of a plan.

    Attributes:
        starts: by task and course; the first course is the plain one.
        ends: the same.
        ready: when each could have begun, had there been people.
        behind: which of those that it needs was over last, where it could not have begun before.
        inputs: what was drawn, by its name.
        used: for each team, people at work on each working day.
        capacity: for each team, people who are there.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    ready: npt.NDArray[np.int64]
    behind: npt.NDArray[np.int32]
    inputs: Mapping[str, Ticks]
    used: Sequence[Sequence[float]]
    capacity: Sequence[Sequence[float]]

    @property
    def drawn_ends(self) -> npt.NDArray[np.int64]:
        """Ends without the plain course, or that alone where nothing is drawn."""
        return self.ends[:, 1:] if self.ends.shape[1] > 1 else self.ends


def capacity_of(team: Team, calendar: WorkCalendar) -> Shares:
    """Thousandths of people of a team who are there, by working day."""
    days = np.array(calendar.days)
    there = np.zeros(len(days), dtype=np.int64)
    for person in team.people:
        share = np.full(len(days), round(person.share.middle * TICKS))
        share[~_within(days, person.there)] = 0
        for period in person.away:
            share[_within(days, period)] = 0
        there += share
    if team.size is not None:
        there += round(team.size.middle * TICKS)
    for period in team.away:
        there[_within(days, period)] = 0
    return there


def _within(days: npt.NDArray[np.int64], period: Period) -> npt.NDArray[np.bool_]:
    return (days >= period.first.toordinal()) & (days <= period.last.toordinal())


def run(tasks: Sequence[Task], order: Sequence[int], teams: Sequence[Team], calendar: WorkCalendar, courses: int = COURSES) -> Courses:
    """Run a plan.

    Args:
        tasks: each behind those that it needs.
        order: their places in the order in which they are given their time.
        teams: who does them.
        calendar: the working days.
        courses: how often, besides the plain course; none are run where nothing is drawn.
    """
    is_drawn = any(_is_drawn(task) for task in tasks)
    running = _Run(tasks, [capacity_of(team, calendar) for team in teams], calendar, courses if is_drawn else 0)
    for place in order:
        if (fixed := tasks[place].fixed) is not None:
            running.settle(place, *fixed)
    for place in order:
        if tasks[place].fixed is None:
            running.place(place)
    return running.found()


def _is_drawn(task: Task) -> bool:
    spans = (task.duration, *(need.lag for need in task.needs))
    return task.fixed is None and (task.release is not None or not all(span.is_sure for span in spans))


class _Run:
    def __init__(self, tasks: Sequence[Task], capacity: Sequence[Shares], calendar: WorkCalendar, courses: int) -> None:
        width, count = courses + 1, len(tasks)
        self._tasks = tasks
        self._courses = courses
        self._calendar = calendar
        self._pools = [TeamPool(shares, width) for shares in capacity]
        self._days = np.array(calendar.days)
        self._inputs: dict[str, Ticks] = {}
        self._starts, self._ends, self._ready = (np.zeros((count, width), dtype=np.int64) for _ in range(3))
        self._behind = np.full((count, width), NOTHING, dtype=np.int32)

    def settle(self, place: int, begin: int, end: int) -> None:
        """Note the days of a task that are settled, and take its people for them."""
        task = self._tasks[place]
        self._starts[place] = self._ready[place] = begin
        self._ends[place] = end
        if task.team is not None:
            self._pools[task.team].reserve(begin, end, task.people)

    def place(self, place: int) -> None:
        """Give a task its time, in each course."""
        task = self._tasks[place]
        ready, driver = self._ready_of(task)
        duration = self._input(task.duration)
        placed = Placed(ready, ready + duration) if task.team is None else self._pools[task.team].place(ready, duration, task.people)
        self._ready[place], self._starts[place] = ready, placed.start
        self._ends[place] = np.minimum(placed.end, NEVER)
        self._behind[place] = driver

    def found(self) -> Courses:
        """Everything that came of it."""
        used = [pool.used() for pool in self._pools]
        capacity = [(pool.capacity.astype(np.float64) / TICKS).tolist() for pool in self._pools]
        return Courses(self._starts, self._ends, self._ready, self._behind, self._inputs, used, capacity)

    def _ready_of(self, task: Task) -> tuple[Ticks, npt.NDArray[np.int32]]:
        """When a task can begin, and which of those that it needs is over last."""
        ready = np.full(self._courses + 1, task.not_before, dtype=np.int64)
        if task.release is not None:
            ready = np.maximum(ready, self._released(task.release))
        driver = np.full(self._courses + 1, NOTHING, dtype=np.int32)
        for need in task.needs:
            over = np.minimum(self._ends[need.task] + self._input(need.lag), NEVER)
            driver[over >= ready] = need.task
            ready = np.maximum(ready, over)
        return ready, driver

    def _input(self, span: Span) -> Ticks:
        if span.is_sure or not self._courses:
            return np.full(self._courses + 1, span.mode, dtype=np.int64)
        if span.name not in self._inputs:
            self._inputs[span.name] = drawn(span, self._courses)
        return self._inputs[span.name]

    def _released(self, release: ReleaseDay) -> Ticks:
        """Ticks before the day on which a trigger fires."""
        if release.name not in self._inputs:
            first, likely, last = (day.toordinal() for day in (release.earliest, release.likely, release.latest))
            days = drawn(Span(first, likely, last, release.name), self._courses)
            self._inputs[release.name] = np.searchsorted(self._days, days) * TICKS
        return self._inputs[release.name]


def day_of(ticks: int, calendar: WorkCalendar) -> date | None:
    """The day on which something ends; None where it does not within the days that are looked at."""
    return None if ticks >= NEVER else calendar.day_of_end(ticks)
