"""What the end of a plan hangs on: the chain of work that ends last, what each piece of it leaves, and what moves it most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from enhancement_roadmap.analysis.schedule.courses import NOTHING, Courses
from enhancement_roadmap.analysis.schedule.draws import Ticks
from enhancement_roadmap.analysis.schedule.tasks import Task
from enhancement_roadmap.analysis.schedule.work_calendar import TICKS

_NOISE = 4
"""Standard errors that an effect must have to be no chance."""


class Chains:
    """What waited for what, in each course.

    A task waits at its start for one that it needs, or, where it could have begun before, for the last one that its team worked on
    before it, be it until some hour of the day on which it begins; else for its trigger or a day.

    Args:
        tasks: all tasks.
        order: their places in the order in which they were given their time.
        courses: what came of it.
    """

    def __init__(self, tasks: Sequence[Task], order: Sequence[int], courses: Courses) -> None:
        self._courses = courses
        self._turn = np.empty(len(tasks), dtype=np.int64)
        self._turn[list(order)] = np.arange(len(tasks))
        self._team = np.array([NOTHING if task.team is None else task.team for task in tasks])
        self._teams = {int(team): np.flatnonzero(self._team == team) for team in np.unique(self._team) if team != NOTHING}

    @cached_property
    def waited_for(self) -> Sequence[int]:
        """For each task the one that it waited for at its start in the plain schedule; `NOTHING` where it waited for none."""
        places = np.arange(len(self._turn))
        found: list[int] = self._before(places, np.zeros_like(places)).tolist()
        return found

    def criticality(self) -> npt.NDArray[np.float64]:
        """For each task, the share of courses in which it is on the chain that ends last (Dodin & Elmaghraby 1985)."""
        ends = self._courses.ends
        first = 1 if ends.shape[1] > 1 else 0
        columns = np.arange(first, ends.shape[1])
        hits = np.zeros(len(ends), dtype=np.int64)
        at = np.argmax(ends[:, first:], axis=0)
        count = columns.size
        while columns.size:
            np.add.at(hits, at, 1)
            at = self._before(at, columns)
            goes_on = at != NOTHING
            at, columns = at[goes_on], columns[goes_on]
        return hits / count

    def _before(self, at: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """What tasks waited for, each in its course."""
        found = self._courses.behind[at, columns].astype(np.int64)
        start, ready = self._courses.starts[at, columns], self._courses.ready[at, columns]
        for team, members in self._teams.items():
            picked = np.flatnonzero((self._team[at] == team) & (start > ready))
            if picked.size:
                ends = self._courses.ends[members[:, None], columns[picked]]
                evening = (start[picked] // TICKS + 1) * TICKS
                is_before = (ends <= evening) & (ends > ready[picked]) & (self._turn[members][:, None] < self._turn[at[picked]])
                last = np.where(is_before, ends, NOTHING)
                rows = np.argmax(last, axis=0)
                is_there = last[rows, np.arange(picked.size)] != NOTHING
                found[picked[is_there]] = members[rows[is_there]]
        return found


def slack(tasks: Sequence[Task], order: Sequence[int], courses: Courses, chains: Chains) -> list[int]:
    """Ticks by which each task may end later in the plain schedule, without anything ending later than the last does now."""
    starts, ends = courses.starts[:, 0].tolist(), courses.ends[:, 0].tolist()
    last = max(ends)
    left = [last - end for end in ends]
    for place in reversed(order):
        for need in tasks[place].needs:
            free = starts[place] - need.lag.mode - ends[need.task]
            left[need.task] = min(left[need.task], left[place] + max(free, 0))
        before = chains.waited_for[place]
        if before != NOTHING:
            left[before] = min(left[before], left[place] + max(starts[place] - ends[before], 0))
    return left


def effects(inputs: Mapping[str, Ticks], end: Ticks) -> list[tuple[str, float]]:
    """By how many ticks the end is later on average where an input is in the upper half of its draws than in the lower.

    Args:
        inputs: what was drawn, by its name; the first course is the plain one.
        end: the end of it all, in each course.

    Returns:
        The name of each input with an effect that is no chance, the largest first.
    """
    drawn = end[1:]
    if drawn.size <= 1:
        return []
    noise = _NOISE * float(drawn.std()) / drawn.size**0.5 * 2
    found = []
    everything, middle = int(drawn.sum()), (drawn.size - 1) // 2
    for name, values in inputs.items():
        is_upper = values[1:] > np.partition(values[1:], middle)[middle]
        if uppers := np.count_nonzero(is_upper):
            upper = int(drawn[is_upper].sum())
            effect = upper / uppers - (everything - upper) / (drawn.size - uppers)
            found += [(name, effect)] if effect > noise else []
    return sorted(found, key=lambda one: (-one[1], one[0]))
