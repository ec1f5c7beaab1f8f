"""Ranges come from a thousand courses: held against what can be worked out exactly."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from enhancement_roadmap.analysis.schedule.draws import triangular, uniform
from enhancement_roadmap.analysis.schedule.plan_run import percentiles
from support.exact_schedules import COUNT, SmallPlan, small_plan, stored
from support.schedules import ONE, TWO, course, run_of, schedule, understood, work

_STEP = 0.01
"""Days of a step of the numbers that are convolved."""


def test_without_ranges_every_course_is_the_plain_schedule() -> None:
    items = [work(1, "3 days"), work(2, "2 days", 1), work(3, "4 days", 1), work(4, "1 day", 2, 3)]
    teams = [*ONE, {"title": "Security", "people": "1"}]
    items = [item.model_copy(update={"team": "platform"}) for item in items]
    sure = run_of(understood(*items, teams=teams))
    unsure = run_of(understood(*items, work(5, "1-2 days", team="security"), teams=teams))
    assert sure.courses.ends.shape == (4, 1)
    assert (unsure.courses.ends[:4] == sure.courses.ends).all()
    found = schedule(*items, teams=teams)
    assert all(one.end.likely == one.end.late for one in found.courses.values())


@pytest.mark.parametrize("ends", [[(2, 6)] * 4, [(1, 3), (5, 15), (2, 2.5)], [(10, 30)]])
def test_a_chain_of_triangular_durations_is_their_convolution(ends: list[tuple[float, float]]) -> None:
    items = [work(place, f"{low}-{high} days", *([place - 1] if place > 1 else [])) for place, (low, high) in enumerate(ends, start=1)]
    total = run_of(understood(*items)).courses.drawn_ends[-1]
    likely, late = (float(value) / 1000 for value in percentiles(total))
    exact_likely, exact_late = _convolved(ends)
    assert likely == pytest.approx(exact_likely, abs=0.25)
    assert late == pytest.approx(exact_late, abs=0.35)


def _convolved(ends: list[tuple[float, float]]) -> tuple[float, float]:
    """P50 and P85 of a sum of symmetric triangular durations, by the convolution of their densities."""
    total = np.array([1.0])
    for low, high in ends:
        edges = np.arange(0, high + _STEP, _STEP)
        rising, falling = 2 * np.clip(edges - low, 0, None) ** 2, 2 * (high - np.minimum(edges, high)) ** 2
        below = np.where(edges < (low + high) / 2, rising, (high - low) ** 2 - falling)
        total = np.convolve(total, np.diff(below / (high - low) ** 2))
    share = np.cumsum(total)
    likely, late = (float(np.searchsorted(share, percent)) * _STEP for percent in (0.5, 0.85))
    return likely, late


def test_what_waits_for_two_begins_later_than_each_is_expected_to_end() -> None:
    # Two durations between 4 and 6 days with the same triangle: F(x) = 1 - (6 - x)² / 2 from 5 days on. Both are over by x with
    # F(x)², which is a half at x = 6 - √(2 (1 - √½)) = 5.235 days: merge bias, where each alone takes 5.
    run = run_of(understood(work(1, "4-6 days"), work(2, "4-6 days"), work(3, "1 day", 1, 2), teams=TWO))
    likely = float(percentiles(run.courses.starts[2, 1:]).likely) / 1000
    assert likely == pytest.approx(6 - (2 * (1 - 0.5**0.5)) ** 0.5, abs=0.04)


def test_a_range_of_a_trigger_is_a_range_of_starts() -> None:
    metrics = {"events": [{"id": "launch", "title": "Launch", "expected": "2027-02-01 to 2027-02-28"}]}
    trigger = {"summary": "Launch", "when": {"event": "launch"}}
    found = schedule(work(1, "1 day", trigger=trigger), work(2, "1 day", trigger=trigger), metrics=metrics, teams=TWO)
    first, second = course(found, 1), course(found, 2)
    assert first.start is not None
    assert date(2027, 2, 12) <= first.start <= date(2027, 2, 16)
    assert first.end.late is not None
    assert date(2027, 2, 18) <= first.end.late <= date(2027, 2, 23)
    # Both wait for the same launch, and so for the same day.
    assert second.end == first.end


def test_a_forecast_without_an_end_may_be_later() -> None:
    metrics = {"events": [{"id": "launch", "title": "Launch", "expected": {"from": "2027-02"}}]}
    trigger = {"summary": "Launch", "when": {"event": "launch"}}
    found = schedule(work(1, "1 day", trigger=trigger), work(2, "1 day", 1), work(3, "1 day"), metrics=metrics)
    assert [course(found, number).end.is_open for number in (1, 2, 3)] == [True, True, False]


def test_the_share_of_courses_in_time_is_that_of_the_distribution() -> None:
    # Between 5 and 15 days, 12 working days until Tuesday the 19th: 1 - 2 (3 / 10)² = 82 %.
    found = course(schedule(work(1, "5-15 days", due="2027-01-19")), 1)
    assert found.end.on_time == pytest.approx(0.82, abs=0.01)
    assert found.end.likely == date(2027, 1, 15)


def test_the_longer_way_is_critical_as_often_as_it_is_the_longer() -> None:
    # Both between 4 and 8 days: each is the longer one in about half of the courses.
    found = schedule(work(1, "4-8 days"), work(2, "4-8 days"), work(3, "1-2 days", 1, 2), teams=TWO)
    assert [course(found, number).criticality for number in (1, 2)] == pytest.approx([0.5, 0.5], abs=0.06)
    assert course(found, 3).criticality == 1


def test_the_widest_estimate_moves_the_end_most() -> None:
    found = schedule(work(1, "10-30 days"), work(2, "4-8 days", 1), work(3, "1-2 days"))
    assert [(mover.items[0].number, mover.kind) for mover in found.movers[:2]] == [(1, "duration"), (2, "duration")]
    # Above and below the median of a triangle of 20 days' width: a third of that, 6 2/3 days.
    assert found.movers[0].days == 7


def test_draws_are_the_inverse_of_their_distribution() -> None:
    shares = np.array([0.0, 0.125, 0.5, 0.875, 1.0])
    assert triangular(shares, 2, 4, 6) == pytest.approx([2, 3, 4, 5, 6])


def test_a_draw_hangs_on_nothing_but_its_name() -> None:
    assert (uniform("duration/a", 100) == uniform("duration/a", 100)).all()
    assert (uniform("duration/a", 100) != uniform("duration/b", 100)).any()
    strata = sorted(int(share * 100) for share in uniform("duration/a", 100))
    assert strata == list(range(100))
    assert [f"{share:.17f}" for share in uniform("duration/a", 1000)[:2]] == DRAWN


DRAWN = ["0.85128434543396125", "0.57412837310049225"]
"""The same on every machine, and with every version of numpy."""


def test_enough_courses_that_another_seed_moves_a_day_at_most() -> None:
    def ends(names: int) -> tuple[int, int]:
        items = [work(number, "5-15 days", *([number - 1] if number > names + 1 else [])) for number in range(names + 1, names + 9)]
        likely, late = percentiles(run_of(understood(*items)).courses.drawn_ends.max(axis=0))
        return int(likely), int(late)

    found = [ends(10 * seed) for seed in range(6)]
    for first, second in pairwise(found):
        assert abs(first[0] - second[0]) <= 1000
        assert abs(first[1] - second[1]) <= 1000


def makespan(plan: SmallPlan) -> float:
    items = [
        work(place + 1, f"{days} days", *(need + 1 for need in plan.needs[place]), team=f"team-{plan.teams[place]}")
        for place, days in enumerate(plan.days)
    ]
    teams = [{"title": f"Team {place}", "people": str(people)} for place, people in enumerate(plan.people)]
    return float(run_of(understood(*items, teams=teams)).courses.ends.max()) / 1000


def test_plans_are_hardly_longer_than_the_shortest_that_there_is() -> None:
    ratios = [makespan(small_plan(seed)) / fewest for seed, fewest in stored().items()]
    assert len(ratios) == COUNT
    assert min(ratios) >= 1
    assert sum(ratios) / COUNT <= 1.05
