"""What is left of a team's time, in all courses of the plan at once."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from enhancement_roadmap.analysis.schedule.draws import Ticks
from enhancement_roadmap.analysis.schedule.work_calendar import TICKS

NEVER = 1 << 30
"""Ticks of what is not done within the days that are looked at: more than ten years have."""

Shares = npt.NDArray[np.signedinteger[Any]]
"""Thousandths of people."""

_STEP = 8
"""Days that are looked at in one go, at least."""
_FIRST_DAYS = 512
_FEW = 3
"""Where less than this part of the courses is open, these are looked at alone."""
_SMALL = 100_000
"""Thousandths of people up to which sums over ten years fit into 32 bits, which take half the memory and the time."""
_MOST_PEOPLE = 1 << 32
_LONG = 100
"""Courses from which on numpy sums up days faster one by one than all at once."""


class Placed(NamedTuple):
    """When a task is worked on, in each course.

    Attributes:
        start: its first tick.
        end: the tick after its last.
    """

    start: Ticks
    end: Ticks


class TeamPool:
    """A team whose people work on one task after another, each day on what was placed first.

    A task gets as many people as it wants, where so many are free, else those that are; what they are short of, it takes longer.
    So no day ever has more work than people. Work that something more urgent interrupts goes on later.

    Args:
        capacity: thousandths of people who are there, by working day.
        width: courses, the plain one counted.
    """

    def __init__(self, capacity: Shares, width: int) -> None:
        self._most = int(capacity.max(initial=0))
        self._type = np.int32 if self._most <= _SMALL else np.int64
        self._most_work = int(np.iinfo(self._type).max) // 2
        self.capacity = capacity.astype(self._type)
        self._width = width
        self._free = self._in_each_course(slice(_FIRST_DAYS))
        self._first_free = 0

    def reserve(self, begin: int, end: int, people: int) -> None:
        """Take people for days that are settled, whether there are enough or not."""
        last = min(-(-end // TICKS), len(self.capacity))
        self._grow(last)
        days = self._free[begin // TICKS : last]
        np.maximum(days - min(people, self._most), 0, out=days)

    def place(self, ready: Ticks, duration: Ticks, people: int) -> Placed:
        """Give a task the earliest time that is left.

        Args:
            ready: ticks before which it can not begin.
            duration: ticks that it takes, where as many people as it wants are there.
            people: that many, in thousandths.
        """
        asked = np.minimum(duration, NEVER) * min(people, _MOST_PEOPLE)
        work = np.minimum(-(-asked // TICKS), self._most_work).astype(self._type)
        placing = _Placing(ready, work, min(people, self._most))
        first = max(int(placing.ready_day.min()), self._first_free)
        step = _STEP + int(work.max()) // max(placing.rate, 1)
        while first < len(self.capacity) and placing.is_open:
            last = min(first + step, len(self.capacity))
            self._grow(last)
            placing.go_on(self._free[first:last], first)
            first = last
        while self._first_free < len(self._free) and not self._free[self._first_free].any():
            self._first_free += 1
        return Placed(placing.start, placing.end)

    def used(self) -> list[float]:
        """People at work on each working day, on average over the courses."""
        there = self.capacity[: len(self._free)].astype(np.float64)
        return [share / TICKS for share in (there - self._free.mean(axis=1)).tolist()]

    def _grow(self, days: int) -> None:
        if days > len(self._free):
            more = self._in_each_course(slice(len(self._free), max(days, 2 * len(self._free))))
            self._free = np.concatenate((self._free, more))

    def _in_each_course(self, days: slice) -> Shares:
        there = self.capacity[days, None]
        return np.broadcast_to(there, (len(there), self._width)).copy()


class _Placing:
    """A task while it is given its time.

    Args:
        ready: ticks before which it can not begin.
        work: what there is to do, in thousandths of a person's day.
        rate: thousandths of people who are on it at most.
    """

    def __init__(self, ready: Ticks, work: Shares, rate: int) -> None:
        self.rate = rate
        self._ready = ready
        self.ready_day, self._late = np.divmod(ready, TICKS)
        self._is_late = bool(self._late.any())
        self._left = work
        self.start = np.where(work > 0, NEVER, ready)
        self.end = self.start.copy()

    @property
    def is_open(self) -> bool:
        """Whether it is not done in every course."""
        return bool(self._left.any())

    def go_on(self, free: Shares, first: int) -> None:
        """Work on it for some days in a row, in those courses in which it is not done.

        Args:
            free: thousandths of people who are left on each of them, in each course; what is taken is gone from it.
            first: the first of the days.
        """
        columns = np.flatnonzero(self._left)
        if columns.size * _FEW > self._left.size:
            self.work_on(free, first)
            return
        few = _Placing(self._ready[columns], self._left[columns], self.rate)
        few.start = self.start[columns]
        left = free[:, columns]
        few.work_on(left, first)
        free[:, columns] = left
        self.start[columns], self.end[columns], self._left[columns] = few.start, few.end, few._left

    def work_on(self, free: Shares, first: int) -> None:
        """Work on it for some days in a row, in every course."""
        offered = np.minimum(free, self.rate)
        self._leave_out_before_ready(offered, first)
        done = _summed_up(offered)
        self._note_start(done, first)
        self._note_end(done, first)
        np.minimum(done, self._left, out=done)
        free -= done
        free[1:] += done[:-1]
        self._left = self._left - done[-1]

    def _leave_out_before_ready(self, offered: Shares, first: int) -> None:
        """Offer nobody before it can begin, and of that day only what is left of it."""
        row = self.ready_day - first
        last = int(row.max())
        if last < 0:
            return
        if last > 0:
            days = np.arange(min(last, len(offered)), dtype=np.int16)
            offered[: len(days)] *= days[:, None] >= np.minimum(row, len(days)).astype(np.int16)
        if self._is_late:
            columns = np.flatnonzero((row >= 0) & (row < len(offered)) & (self._late > 0))
            rest = self.rate * (TICKS - self._late[columns]) // TICKS
            offered[row[columns], columns] = np.minimum(offered[row[columns], columns], rest)

    def _note_start(self, done: Shares, first: int) -> None:
        columns = np.flatnonzero((self.start == NEVER) & (done[-1] > 0))
        if columns.size:
            day = first + _rows(done == 0)[columns]
            self.start[columns] = day * TICKS + self._over_by(day, columns)

    def _note_end(self, done: Shares, first: int) -> None:
        columns = np.flatnonzero((self._left > 0) & (done[-1] >= self._left))
        if columns.size:
            row = _rows(done < self._left)[columns]
            over = self._over_by(first + row, columns)
            before = np.where(row > 0, done[row - 1, columns], 0)
            part = (self._left[columns] - before).astype(np.int64) * (TICKS - over)
            self.end[columns] = (first + row) * TICKS + over - (-part // (done[row, columns] - before))

    def _over_by(self, day: Ticks, columns: npt.NDArray[np.int64]) -> Ticks | int:
        """Ticks of a day that are over before it can begin."""
        return 0 if not self._is_late else np.where(day == self.ready_day[columns], self._late[columns], 0)


def _rows(picked: npt.NDArray[np.bool_]) -> Ticks:
    """For each column how many rows are picked: where these are the first ones, the place of the next."""
    counted: npt.NDArray[np.int16] = np.add.reduce(picked.view(np.int8), axis=0, dtype=np.int16)
    return counted.astype(np.int64)


def _summed_up(rows: Shares) -> Shares:
    """Each row with all before it, in its place. Long rows one by one, which is several times as fast as what numpy has for it."""
    if rows.shape[1] < _LONG:
        return np.add.accumulate(rows, axis=0, out=rows)
    for before, row in pairwise(rows):
        np.add(before, row, row)
    return rows
