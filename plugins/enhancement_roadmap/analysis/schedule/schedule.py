"""From a roadmap with teams to dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from enhancement_roadmap.analysis.decisions.decision import Action
from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.schedule.courses import NOTHING
from enhancement_roadmap.analysis.schedule.critical import slack
from enhancement_roadmap.analysis.schedule.loads import loads_of, movers_of
from enhancement_roadmap.analysis.schedule.plan_days import Days, days_of_phase, days_of_quarters
from enhancement_roadmap.analysis.schedule.plan_run import PlanRun, percentiles
from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, ExpectedEnd, ExpectedStep, Progressing, Schedule
from enhancement_roadmap.analysis.schedule.tasks import Task, Undated
from enhancement_roadmap.analysis.schedule.work_calendar import MOST_YEARS, TICKS
from enhancement_roadmap.model import Phase, Quarter

_TOO_FAR = f"with the people that there are, it would be done more than {MOST_YEARS} years ahead"


def schedule_of(facts: Facts, actions: Mapping[str, Action]) -> Schedule:
    """The dates of a roadmap.

    Args:
        facts: a roadmap whose plan has teams, on a day.
        actions: what to do about each enhancement, by its id.
    """
    plan = PlanRun.of(facts, actions)
    made = _courses(plan) if plan.tasks else []
    undated = (*plan.undated, *(_too_far(course, plan) for course in made if course.end.likely is None))
    courses = {course.item.id: course for course in made if course.end.likely is not None}
    loads = loads_of(plan)
    waiting = [load for load in loads if load.waits]
    bottleneck = max(waiting, key=lambda load: load.waits).team if waiting else None
    quarters = days_of_quarters(facts.roadmap.plan, facts.today)
    return Schedule(
        plan.calendar.first,
        courses,
        undated,
        phases=[_step(plan, phase, days_of_phase(phase), undated) for phase in facts.roadmap.plan.phases if phase.enhancements],
        quarters=[_step(plan, quarter, quarters[quarter.id], undated) for quarter in facts.roadmap.plan.quarters if quarter.enhancements],
        end=plan.end_of((course.item for course in courses.values()), None),
        loads=loads,
        bottleneck=bottleneck,
        movers=movers_of(plan, bottleneck) if courses else (),
        without_team=[task.item for task in plan.tasks if task.team is None and task.fixed is None],
    )


def _too_far(course: ExpectedCourse, plan: PlanRun) -> Undated:
    place = plan.teams.index(course.team) if course.team else None
    is_empty = place is not None and not any(plan.courses.capacity[place])
    words = f"nobody of {course.team.title} is there" if course.team and is_empty else _TOO_FAR
    return Undated(course.item, "too-far", words)


def _courses(plan: PlanRun) -> list[ExpectedCourse]:
    """How each enhancement goes on, the first to begin first."""
    drawn = plan.courses.starts[:, 1:] if plan.courses.starts.shape[1] > 1 else plan.courses.starts
    begins = percentiles(drawn).likely
    ends = percentiles(plan.courses.drawn_ends)
    criticality = plan.chains.criticality()
    left = slack(plan.tasks, plan.order, plan.courses, plan.chains)
    found = []
    for place in np.lexsort((ends.likely, begins)).tolist():
        task = plan.tasks[place]
        behind = plan.chains.waited_for[place]
        found.append(
            ExpectedCourse(
                task.item,
                team=plan.teams[task.team] if task.team is not None else None,
                state=_state(task),
                start=_start(plan, task, int(begins[place])),
                end=_end(plan, place, int(ends.likely[place]), int(ends.late[place])),
                criticality=round(float(criticality[place]), 3),
                slack=left[place] // TICKS,
                waits=int(plan.courses.starts[place, 0] - plan.courses.ready[place, 0]) // TICKS,
                behind=None if behind == NOTHING else plan.tasks[behind].item.id,
                is_needed=any(need.task == behind for need in task.needs),
            )
        )
    return found


def _state(task: Task) -> Progressing:
    return "running" if task.is_running else "fixed" if task.fixed else "planned"


def _start(plan: PlanRun, task: Task, begin: int) -> date | None:
    """The day on which it begins, or began; None where that is not known, or too far ahead."""
    if task.item.fixed:
        return task.item.fixed.first
    if not task.is_running:
        return plan.calendar.day_of_start(begin)
    statuses = plan.facts.statuses
    return next((move.on.first for move in reversed(task.item.moves) if statuses[move.to].counts_as == "in-progress"), None)


def _end(plan: PlanRun, place: int, likely: int, late: int) -> ExpectedEnd:
    item = plan.tasks[place].item
    due = item.due.last if item.due else None
    if item.fixed:
        return ExpectedEnd(item.fixed.last, item.fixed.last, due, None if due is None else float(item.fixed.last <= due))
    on_time = plan.on_time(plan.courses.drawn_ends[place], due)
    return ExpectedEnd(plan.day(likely), plan.day(late), due, on_time, plan.is_open[place])


def _step(plan: PlanRun, step: Quarter | Phase, days: Days, undated: Sequence[Undated]) -> ExpectedStep:
    items = [item for name in step.enhancements if not plan.facts.is_finished(item := plan.facts.by_id[name])]
    names = {item.id for item in items}
    without = tuple(one for one in undated if one.item.id in names)
    return ExpectedStep(step, days.first, days.last, plan.end_of(items, days.last), len(items), without)
