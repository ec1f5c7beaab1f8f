"""Do the plan's days fit together: what is due with what is expected, phases with dependencies, settled work with the people there are?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.schedule.result import ExpectedEnd, TeamLoad
from enhancement_roadmap.analysis.schedule.telling import end_words
from enhancement_roadmap.checks.subjects import place_of
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement, PartialDate, Phase, PlanStep, Quarter
from enhancement_roadmap.sentences import number, plural
from enhancement_roadmap.strict_yaml import show

_PLAN = "plan.yml"
_BEGUN = frozenset({"in-progress", "done", "cancelled"})
"""Stages in which nothing waits for others any more."""
_LEAST = 0.005
"""People above those who are there that are too many."""
_HINT = "See what moves it (roadmap schedule --set …), or move the day that it is due."


def impossible_days(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Enhancements that are due before they can begin, or before their settled days are over."""
    for item in insight.roadmap.enhancements:
        if item.due is None or insight.is_finished(item):
            continue
        if item.fixed is not None and item.due.last < item.fixed.last:
            words = f"while its settled days end on {PartialDate.of(item.fixed.last)}"
        elif item.not_before is not None and item.due.last < item.not_before.first:
            words = f"while it can not begin before {PartialDate.of(item.not_before.first)}"
        else:
            continue
        message = f"{show(item.id)} is due {item.due}, {words}"
        yield Finding(place_of(loaded, item, "due"), "RM841", message, "Move one of the two days.", "warning")


def late_ends(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Enhancements, phases and quarters that are expected, or may well be, later than they are due.

    An enhancement whose due day is over already is told by `passed_findings`, for those who ask for what is overdue.
    """
    plan = insight.roadmap.plan
    items = [item for item in insight.roadmap.enhancements if _is_due(item, insight) and not item.fixed]
    steps = [*_dated("phases", plan.phases), *_dated("quarters", plan.quarters)]
    if not plan.teams or not (items or steps) or insight.schedule is None:
        return
    for item in items:
        course = insight.schedule.courses.get(item.id)
        undated = insight.schedule.undated_of.get(item.id)
        if course and (finding := _late(place_of(loaded, item, "due"), show(item.id), course.end)):
            yield finding
        elif undated and undated.lack == "too-far":
            yield Finding(
                place_of(loaded, item, "due"), "RM842", f"{show(item.id)} is due {item.due}, while {undated.words}", _HINT, "warning"
            )
    expected = {id(one.step): one.end for one in (*insight.schedule.phases, *insight.schedule.quarters)}
    for loc, step in steps:
        end = expected.get(id(step))
        if end and (finding := _late(loaded.positions[_PLAN].of_value((*loc, "to")), show(step.title), end)):
            yield finding


def _is_due(item: Enhancement, insight: Insight) -> bool:
    return item.due is not None and item.due.last >= insight.today and not insight.is_finished(item)


def _dated(key: str, steps: Sequence[Phase | Quarter]) -> Iterator[tuple[tuple[str, int], Phase | Quarter]]:
    yield from (((key, index), step) for index, step in enumerate(steps) if step.to)


def _late(place: Place, name: str, end: ExpectedEnd) -> Finding | None:
    if end.due is None or (end.late is not None and end.late <= end.due):
        return None
    by = f"{_after(end.late, end.due)} after it is due, {PartialDate.of(end.due)}" if end.late else f"after {PartialDate.of(end.due)}"
    message = f"{name} is expected {end_words(end)}: that is {by}"
    return Finding(place, "RM842", message, _HINT, "warning")


def _after(day: date, due: date) -> str:
    return plural((day - due).days, "day")


def steps_out_of_order(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Enhancements that are planned for an earlier phase or quarter than what they depend on."""
    plan = insight.roadmap.plan
    phases = sorted(enumerate(plan.phases), key=lambda pair: pair[1].number)
    for key, what, steps in (("phases", "phase", phases), ("quarters", "quarter", list(enumerate(plan.quarters)))):
        yield from _out_of_order(loaded, insight, key, what, steps)


def _out_of_order(loaded: Loaded, insight: Insight, key: str, what: str, steps: Sequence[tuple[int, Phase | Quarter]]) -> Iterator[Finding]:
    turn = _turns([step for _, step in steps])
    for place, (index, step) in enumerate(steps):
        for position, name in enumerate(step.enhancements):
            item = insight.by_id[name]
            if not item.scope.depends_on or turn[name] != place or insight.is_finished(item):
                continue
            for other in (other for other in item.scope.needs if turn.get(other, place) > place and insight.stages[other] != "done"):
                message = f"{show(name)} is in the {what} {show(step.title)}, before {show(other)}, which it needs"
                hint = f"{show(other)} is in {show(steps[turn[other]][1].title)}: plan it earlier, or the other one later."
                where = loaded.positions[_PLAN].of_value((key, index, "enhancements", position))
                yield Finding(where, "RM843", message, hint, "warning")


def settled_too_early(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Enhancements with settled days that begin before another is expected to be done, which they need."""
    settled = [item for item in insight.roadmap.enhancements if item.fixed and item.scope.needs and insight.stages[item.id] not in _BEGUN]
    if not settled or not insight.roadmap.plan.teams or insight.schedule is None:
        return
    for item in settled:
        for name in item.scope.needs:
            course = insight.schedule.courses.get(name)
            if course and item.fixed and course.end.likely and course.end.likely >= item.fixed.first:
                begins = f"{show(item.id)} is settled to begin on {PartialDate.of(item.fixed.first)}"
                message = f"{begins}, before {show(name)}, which it needs and which is expected {end_words(course.end)}"
                hint = "Settle later days, or see what lets the other one be done earlier (roadmap schedule --set …)."
                yield Finding(place_of(loaded, item, "fixed"), "RM843", message, hint, "warning")


def _turns(steps: Sequence[PlanStep]) -> Mapping[str, int]:
    """The first step that each enhancement is in."""
    turn: dict[str, int] = {}
    for place, step in enumerate(steps):
        for name in step.enhancements if isinstance(step, Phase | Quarter) else ():
            turn.setdefault(name, place)
    return turn


def crowded_days(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Settled work that asks for more people than a team has."""
    settled = [item for item in insight.roadmap.enhancements if item.fixed and not insight.is_finished(item)]
    if not settled or not insight.roadmap.plan.teams or insight.schedule is None:
        return
    for load in insight.schedule.loads:
        if (day := _first_crowded(load)) is not None:
            on = date.fromordinal(load.days[day])
            item = next((item for item in settled if _is_of(item, load, insight) and item.fixed and on in item.fixed), None)
            if item is not None:
                asked, there = number(round(load.settled[day], 1)), number(round(load.there[day], 1))
                message = f"settled work asks for {asked} people of {show(load.team.title)} on {PartialDate.of(on)}, of {there}"
                yield Finding(place_of(loaded, item, "fixed"), "RM844", message, "Move one of the settled days, or add people.", "warning")


def _first_crowded(load: TeamLoad) -> int | None:
    pairs = enumerate(zip(load.settled, load.there, strict=False))
    return next((place for place, (settled, there) in pairs if settled > there + _LEAST), None)


def _is_of(item: Enhancement, load: TeamLoad, insight: Insight) -> bool:
    course = insight.schedule.courses.get(item.id) if insight.schedule else None
    return course is not None and course.team is load.team
