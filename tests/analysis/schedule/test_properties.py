"""What holds of every schedule, whatever the plan."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from enhancement_roadmap.analysis.schedule.plan_run import PlanRun
from enhancement_roadmap.analysis.schedule.work_calendar import TICKS
from enhancement_roadmap.model import Enhancement
from support.schedules import run_of, schedule, understood, work

TEAMS = ("alpha", "beta")
LENGTHS = st.tuples(st.integers(1, 12), st.integers(0, 10))


@st.composite
def work_lists(draw: st.DrawFn, largest: int = 7) -> list[Enhancement]:
    """Work with dependencies, lags and settled days."""
    found = []
    for number in range(1, draw(st.integers(1, largest)) + 1):
        low, more = draw(LENGTHS)
        names = [f"item-{other}" for other in range(1, number)]
        needs: list[Any] = draw(st.lists(st.sampled_from(names), unique=True, max_size=2)) if names else []
        if needs and draw(st.booleans()):
            needs[0] = {"id": needs[0], "after": f"{draw(st.integers(1, 5))}-6 days"}
        values: dict[str, Any] = {"team": draw(st.sampled_from(TEAMS)), "costs": {"people": draw(st.sampled_from(["1", "0.5", "2"]))}}
        if draw(st.integers(0, 6)) == 0:
            values["not_before"] = "2027-02"
        found.append(work(number, f"{low}-{low + more} days", *needs, **values))
    return found


PEOPLE = st.sampled_from([["Ada", "Grace 50 %"], ["Ada 50 %"], ["Ada to 2027-01-15", "Grace from 2027-01-11"], ["Ada", "Grace", "Linus"]])


@st.composite
def team_lists(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Two teams, in each of which somebody is there all the time."""
    return [{"title": name, "people": [*draw(PEOPLE), "Zoe"]} for name in TEAMS]


@given(work_lists(), team_lists())
@settings(max_examples=40)
def test_nobody_works_twice_and_nothing_begins_before_what_it_needs(work_items: list[Enhancement], teams: list[Any]) -> None:
    run = run_of(understood(*work_items, teams=teams))
    found = run.courses
    for there, busy in zip(found.capacity, found.used, strict=True):
        assert all(0 <= at_work <= there[day] + 1e-9 for day, at_work in enumerate(busy))
    assert (found.starts >= found.ready).all()
    assert (found.ends > found.starts).all()
    for task, start in zip(run.tasks, found.starts, strict=True):
        assert (start >= task.not_before).all()
        for need in task.needs:
            lag = found.inputs.get(need.lag.name, need.lag.mode)
            assert (start >= found.ends[need.task] + lag).all()
    _assert_all_of_it_is_done(run)


def _assert_all_of_it_is_done(run: PlanRun) -> None:
    """As much work is done as there is, on average over the courses."""
    for team, busy in enumerate(run.courses.used):
        mine = [task for task in run.tasks if task.team == team]
        asked = sum(float(np.mean(run.courses.inputs.get(task.duration.name, task.duration.mode))) * task.people for task in mine)
        assert abs(sum(busy) - asked / TICKS / TICKS) <= 0.01 * (len(mine) + 1)


@given(work_lists(), team_lists(), st.sampled_from(TEAMS))
@settings(max_examples=25)
def test_a_person_more_ends_no_later_on_average(work_items: list[Enhancement], teams: list[Any], larger: str) -> None:
    more = [{**team, "people": [*team["people"], "Somebody"]} if team["title"] == larger else team for team in teams]
    before, after = (run_of(understood(*work_items, teams=one)).courses.ends.max(axis=0).mean() for one in (teams, more))
    # More people may lead to another order on one day or another (Graham 1966): a day is what that may cost.
    assert after <= before + TICKS


@given(work_lists(largest=4))
@settings(max_examples=10)
def test_the_same_plan_gives_the_same_dates(work_items: list[Enhancement]) -> None:
    teams = [{"title": name, "people": "1"} for name in TEAMS]
    assert schedule(*work_items, teams=teams) == schedule(*work_items, teams=teams)


@given(LENGTHS, st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=40)
def test_a_wider_estimate_never_gives_a_narrower_range(length: tuple[int, int], less: int, more: int) -> None:
    low, wide = length[0] + 5, length[1]
    narrow = run_of(understood(work(1, f"{low}-{low + wide} days"), work(2, "1-2 days"))).courses.ends[0]
    wider = run_of(understood(work(1, f"{low - less}-{low + wide + more} days"), work(2, "1-2 days"))).courses.ends[0]
    spans = [np.sort(ends)[[100, 850]] for ends in (narrow, wider)]
    assert spans[1][1] - spans[1][0] >= spans[0][1] - spans[0][0] - 2


def test_an_enhancement_more_leaves_the_draws_of_others_alone() -> None:
    one, two = work(1, "5-9 days"), work(2, "5-9 days")
    alone, together = (run_of(understood(*items)).courses.inputs for items in ([one], [one, two]))
    assert (alone["duration/item-1"] == together["duration/item-1"]).all()
