"""What there is to do, from when on, and of what nobody can say when."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import Literal

from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.schedule.work_calendar import TICKS, WorkCalendar
from enhancement_roadmap.analysis.triggers.forecast import Forecast
from enhancement_roadmap.model import Enhancement, Estimate, Team
from enhancement_roadmap.records import dataclass

Lack = Literal["no-estimate", "unknown-trigger", "set-aside", "waits", "too-far"]
"""Why nobody can say when: not estimated, a trigger that nobody knows the day of, put off, behind another without a date, or too long."""

_OPEN_END = 2
"""A forecast without an end is taken to end so many times as far behind its likeliest day as that is behind its first."""
_SHORTEST_OPEN_END = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Span:
    """Something that is drawn from a triangle: its least, its likeliest and its most, in ticks.

    Attributes:
        low: the least.
        mode: the likeliest.
        high: the most.
        name: what tells the draw from others: two of one name are always the same.
    """

    low: int
    mode: int
    high: int
    name: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it can be only one thing."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class ReleaseDay:
    """From when on something can begin, where that hangs on a forecast: in days of the calendar.

    Attributes:
        earliest: the first day.
        likely: the likeliest.
        latest: the last.
        name: what tells it from others; enhancements that wait for the same wait for the same day.
        is_open: whether the forecast names no last day, so that it may be later.
    """

    earliest: date
    likely: date
    latest: date
    name: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """What has to be over first.

    Attributes:
        task: place of the task.
        lag: how long after it.
    """

    task: int
    lag: Span


@dataclass(frozen=True, slots=True)
class Task:
    """Work on one enhancement that has a date.

    Attributes:
        item: the enhancement.
        team: place of its team among those of the plan; None where it names none, and takes nobody's time.
        duration: how long it takes people who have all their time for it.
        people: how many of them are on it at once, in thousandths of a person.
        needs: what has to be over first.
        not_before: ticks before which it can not begin.
        release: the forecast that it waits for.
        fixed: its first and last tick, where these are settled.
        is_running: whether it has begun.
    """

    item: Enhancement
    team: int | None
    duration: Span
    people: int
    needs: tuple[Need, ...] = ()
    not_before: int = 0
    release: ReleaseDay | None = None
    fixed: tuple[int, int] | None = None
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class Undated:
    """An enhancement of which nobody can say when it will be done.

    Attributes:
        item: the enhancement.
        lack: why, in a word.
        words: why, in words that end a sentence.
        behind: ids of those without a date that it waits for.
    """

    item: Enhancement
    lack: Lack
    words: str
    behind: tuple[str, ...] = ()


@dataclass
class Tasks:
    """All that is to be done.

    Args:
        facts: the roadmap on the day.
        calendar: its working days.
    """

    facts: Facts
    calendar: WorkCalendar
    undated: list[Undated] = field(default_factory=list)

    @cached_property
    def dated(self) -> Sequence[Task]:
        """Tasks of which something can be said, each behind those that it needs, else in the roadmap's order."""
        made: list[Task] = []
        places: dict[str, int] = {}
        without = {undated.item.id: undated for undated in self._without_date()}
        for item in _behind_what_they_need(self.facts):
            behind = tuple(name for name in self._waited_for(item) if name in without)
            if item.id not in without and behind:
                names = " and ".join(self.facts.by_id[name].name for name in behind)
                without[item.id] = Undated(item, "waits", f"it waits for {names}, of which nobody can say when", behind)
            if item.id not in without:
                places[item.id] = len(made)
                made.append(self._task(item, places))
        unfinished = (item for item in self.facts.roadmap.enhancements if not self.facts.is_finished(item))
        self.undated += (without[item.id] for item in unfinished if item.id in without)
        return made

    def _waited_for(self, item: Enhancement) -> list[str]:
        """Ids of what has to be over before it begins; nothing where it has begun, or its days are settled."""
        if item.fixed or self.facts.stages[item.id] == "in-progress":
            return []
        return [name for name in item.scope.needs if self.facts.stages[name] != "done"]

    def _without_date(self) -> Iterator[Undated]:
        for item in self.facts.roadmap.enhancements:
            if self.facts.stages[item.id] == "cancelled":
                yield Undated(item, "set-aside", "it is cancelled")
            elif not self.facts.is_finished(item) and not item.fixed and (lack := self._lack(item)):
                yield Undated(item, *lack)

    def _lack(self, item: Enhancement) -> tuple[Lack, str] | None:
        facts = self.facts
        if (facts.is_put_off(item) or facts.is_accepted(item)) and self._until(item) is None:
            return "set-aside", "it is deferred" if facts.is_put_off(item) else "its risk is accepted"
        if estimate_of(item) is None:
            return "no-estimate", "nobody has estimated it"
        if self._can_begin(item) or facts.evaluations[item.id].forecast is not None:
            return None
        return "unknown-trigger", "nobody can say when its trigger fires"

    def _until(self, item: Enhancement) -> date | None:
        """The last day on which it is left alone; None where nobody has named one."""
        put_off = item.deferred.until if item.deferred and self.facts.is_put_off(item) else None
        accepted = item.acceptance.until if item.acceptance and self.facts.is_accepted(item) else None
        return max((day.last for day in (put_off, accepted) if day), default=None)

    def _can_begin(self, item: Enhancement) -> bool:
        """Whether no trigger holds it back."""
        has_begun = self.facts.stages[item.id] not in {"proposed", "deferred"}
        return item.trigger is None or has_begun or self.facts.evaluations[item.id].state == "fired"

    def _task(self, item: Enhancement, places: Mapping[str, int]) -> Task:
        is_running = self.facts.stages[item.id] == "in-progress"
        people = item.costs.people.middle if item.costs else 1
        waited_for, lags = self._waited_for(item), item.scope.lags
        needs = tuple(
            Need(places[name], self._span(lags.get(name), f"lag/{item.id}/{name}")) for name in item.scope.needs if name in waited_for
        )
        return Task(
            item,
            team=self._team(item),
            duration=self._left(item),
            people=max(round(people * TICKS), 1),
            needs=needs,
            not_before=self._not_before(item),
            release=self._release(item),
            fixed=self._fixed(item),
            is_running=is_running,
        )

    def _team(self, item: Enhancement) -> int | None:
        teams = self.facts.roadmap.plan.teams
        if item.team is None:
            return 0 if len(teams) == 1 else None
        return next((place for place, team in enumerate(teams) if team.id == item.team), None)

    def _left(self, item: Enhancement) -> Span:
        """What is left to do."""
        span = self._span(estimate_of(item), f"duration/{item.id}")
        share = open_share(item, self.facts)
        if share == 1:
            return span
        low, mode, high = (math.floor(length * share) for length in (span.low, span.mode, span.high))
        return Span(low, mode, high, span.name)

    def _span(self, estimate: Estimate | None, name: str) -> Span:
        if estimate is None:
            return Span(0, 0, 0)
        low, high = self.calendar.ticks_of(estimate)
        return Span(low, (low + high) // 2, high, name)

    def _not_before(self, item: Enhancement) -> int:
        begins = [self.calendar.ticks_before(item.not_before.first)] if item.not_before else []
        until = self._until(item)
        begins += [self.calendar.ticks_until(until)] if until else []
        return max(begins, default=0)

    def _release(self, item: Enhancement) -> ReleaseDay | None:
        evaluation = self.facts.evaluations[item.id]
        if item.fixed or self._can_begin(item) or evaluation.forecast is None or evaluation.condition is None:
            return None
        return _release_day(evaluation.forecast, evaluation.condition.model_dump_json(exclude_none=True))

    def _fixed(self, item: Enhancement) -> tuple[int, int] | None:
        if item.fixed is None:
            return None
        begin = self.calendar.ticks_before(item.fixed.first)
        return begin, max(self.calendar.ticks_until(item.fixed.last), begin)


def team_of(item: Enhancement, teams: Sequence[Team]) -> Team | None:
    """The team that works on an enhancement: the one that it names, else the only one."""
    if item.team is None:
        return teams[0] if len(teams) == 1 else None
    return next((team for team in teams if team.id == item.team), None)


def estimate_of(item: Enhancement) -> Estimate | None:
    """How long it takes: what somebody says is left, else the timeline, or the time that its costs name."""
    return item.left or item.scope.timeline or (item.costs.development if item.costs else None)


def open_share(item: Enhancement, facts: Facts) -> Fraction:
    """Which share of its estimate is left to do: all of what somebody says is left, else that of its open requirements."""
    progress = facts.progress[item.id]
    return Fraction(progress.open, progress.total) if progress.done and not item.left else Fraction(1)


def _release_day(forecast: Forecast, name: str) -> ReleaseDay:
    if forecast.latest is not None:
        return ReleaseDay(forecast.earliest, forecast.likely, forecast.latest, f"trigger/{name}")
    behind = max((forecast.likely - forecast.earliest) * _OPEN_END, _SHORTEST_OPEN_END)
    return ReleaseDay(forecast.earliest, forecast.likely, forecast.likely + behind, f"trigger/{name}", is_open=True)


def _behind_what_they_need(facts: Facts) -> list[Enhancement]:
    """Unfinished enhancements, each behind those that it needs; a search that keeps its own stack."""
    found: dict[str, None] = {}
    for item in facts.roadmap.enhancements:
        pending = [item.id]
        while pending:
            needed = [name for name in facts.by_id[pending[-1]].scope.needs if name not in found]
            if needed and pending[-1] not in found:
                pending += needed
            else:
                found.setdefault(pending.pop())
    return [facts.by_id[name] for name in found if facts.stages[name] != "done"]
