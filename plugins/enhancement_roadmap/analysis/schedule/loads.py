"""Teams over time, and what moves the end of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enhancement_roadmap.analysis.schedule.courses import run
from enhancement_roadmap.analysis.schedule.critical import effects
from enhancement_roadmap.analysis.schedule.plan_run import PlanRun
from enhancement_roadmap.analysis.schedule.pool import NEVER
from enhancement_roadmap.analysis.schedule.result import Mover, MoverKind, TeamLoad
from enhancement_roadmap.analysis.schedule.work_calendar import TICKS
from enhancement_roadmap.model import Amount, Enhancement, Team

MOVERS = 3
"""Inputs that are told."""


def loads_of(plan: PlanRun) -> list[TeamLoad]:
    """Each team over time."""
    found = []
    for place, team in enumerate(plan.teams):
        there, busy = plan.courses.capacity[place], plan.courses.used[place]
        found.append(TeamLoad(team, plan.calendar.days, there, busy, _settled(plan, place), _waits(plan, place)))
    return found


def _waits(plan: PlanRun, team: int) -> int:
    """Working days that work waits for a team, by the plain schedule."""
    places = [place for place, task in enumerate(plan.tasks) if task.team == team]
    starts, ready = plan.courses.starts[places, 0], plan.courses.ready[places, 0]
    return int((starts - ready)[starts < NEVER].sum()) // TICKS


def _settled(plan: PlanRun, team: int) -> Sequence[float]:
    """People that work with settled days asks for, by working day."""
    days = [0.0] * len(plan.calendar.days)
    for task in plan.tasks:
        if task.fixed and task.team == team:
            for day in range(task.fixed[0] // TICKS, min(-(-task.fixed[1] // TICKS), len(days))):
                days[day] += task.people / TICKS
    return days


def movers_of(plan: PlanRun, bottleneck: Team | None) -> list[Mover]:
    """What moves the end most, the largest first; last, one person more in the bottleneck."""
    found = []
    subjects = _subjects(plan)
    for name, ticks in effects(plan.courses.inputs, plan.courses.ends.max(axis=0))[:MOVERS]:
        kind, items = subjects[name]
        if days := round(ticks / TICKS):
            found.append(Mover(kind, items, None, days))
    if bottleneck is not None and (days := _with_one_more(plan, bottleneck)) > 0:
        found.append(Mover("person", (), bottleneck, days))
    return found


def _subjects(plan: PlanRun) -> Mapping[str, tuple[MoverKind, tuple[Enhancement, ...]]]:
    """What each draw is about, by its name."""
    found: dict[str, tuple[MoverKind, tuple[Enhancement, ...]]] = {}
    for task in plan.tasks:
        found[task.duration.name] = ("duration", (task.item,))
        found |= {need.lag.name: ("lag", (task.item,)) for need in task.needs}
        if task.release is not None:
            _, others = found.get(task.release.name, ("trigger", ()))
            found[task.release.name] = ("trigger", (*others, task.item))
    return found


def _with_one_more(plan: PlanRun, team: Team) -> int:
    """Working days by which the plain schedule ends earlier with one person more in a team."""
    size = Amount(1, 1) if team.size is None else Amount(team.size.low + 1, team.size.high + 1)
    teams = [one.model_copy(update={"size": size}) if one is team else one for one in plan.teams]
    ends = run(plan.tasks, plan.order, teams, plan.calendar, courses=0).ends
    return int(plan.courses.ends[:, 0].max() - ends.max()) // TICKS
