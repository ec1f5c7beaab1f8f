"""Plans with a team in a few words, and the dates that come of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.schedule.plan_run import PlanRun
from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, Schedule
from enhancement_roadmap.model import Enhancement
from support.plans import enhancement, insight

MONDAY = date(2027, 1, 4)
"""The first day of each of these plans; the week of New Year is over then."""
ONE = ({"title": "Platform", "people": "1"},)
TWO = ({"title": "Platform", "people": "2"},)


def work(number: int, time: str, *needs: Any, **values: Any) -> Enhancement:
    """An enhancement that takes a time and waits for no trigger; `needs` are the numbers of others, or more about them."""
    depends_on = [f"item-{need}" if isinstance(need, int) else need for need in needs]
    base: dict[str, Any] = {"trigger": None, "open": 0, "scope": {"timeline": time, "depends_on": depends_on}}
    return enhancement(number, **(base | values))


def understood(*items: Enhancement, teams: Sequence[Mapping[str, Any] | str] = ONE, today: date = MONDAY, **parts: Any) -> Insight:
    """A roadmap of this work; `plan` and `metrics` say more."""
    plan = {"teams": list(teams), **parts.pop("plan", {})}
    return insight(items, plan=plan, today=today, **parts)


def schedule(*items: Enhancement, **parts: Any) -> Schedule:
    """Its dates."""
    found = understood(*items, **parts).schedule
    assert found is not None
    return found


def course(found: Schedule, number: int) -> ExpectedCourse:
    """How one enhancement goes on."""
    return found.courses[f"item-{number}"]


def days(found: Schedule) -> dict[int, tuple[str, str]]:
    """For each enhancement's number its first and its last day, by the median course: month and day."""
    return {one.item.number or 0: (_short(one.start), _short(one.end.likely)) for one in found.courses.values()}


def _short(day: date | None) -> str:
    return f"{day:%m-%d}" if day else ""


def run_of(found: Insight) -> PlanRun:
    """The same with every course."""
    return PlanRun.of(found, {decision.item.id: decision.action for decision in found.decisions})
