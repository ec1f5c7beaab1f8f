"""Estimates are working time, in every unit, and one time is one number whatever it is written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.model import Estimate, PlanFile
from enhancement_roadmap.model.durations import UNITS, WorkingTime

WORKING_TIMES = st.builds(WorkingTime, hours_per_week=st.integers(1, 168), sprint_weeks=st.integers(1, 10))
NUMBERS = st.integers(0, 9_999_989_999).map(lambda parts: parts / 10_000)


def _length(estimate: str, working_time: WorkingTime) -> float:
    return Estimate.parse(estimate).length(working_time)


@pytest.mark.parametrize(
    ("estimate", "hours"),
    [
        ("3 hours", 3),
        ("2 days", 2 * 7),
        ("2 weeks", 2 * 35),
        ("2 sprints", 2 * 3 * 35),
        ("6 months", 26 * 35),
        ("1 quarter", 13 * 35),
        ("1 year", 52 * 35),
        ("1-3 days after the launch", 2 * 7),
    ],
)
def test_hours_of_each_unit_in_a_week_of_35_hours_and_sprints_of_three_weeks(estimate: str, hours: float) -> None:
    assert _length(estimate, WorkingTime(35, 3)) == hours


def test_a_plan_that_says_nothing_has_weeks_of_40_hours_and_sprints_of_two_weeks() -> None:
    assert PlanFile().working_time == WorkingTime(40, 2)
    assert PlanFile.model_validate({"sprint_weeks": 3, "rates": {"per_hour": 1, "hours_per_week": 30}}).working_time == WorkingTime(30, 3)


@pytest.mark.parametrize(
    ("longer", "shorter"), [("12 hours", "1 day"), ("1 month", "4 weeks"), ("6 days", "1 week"), ("1 year", "51 weeks")]
)
def test_what_is_more_work_is_longer(longer: str, shorter: str) -> None:
    assert _length(longer, WorkingTime()) > _length(shorter, WorkingTime())


@given(number=st.integers(0, 76_000), working_time=WORKING_TIMES)
def test_the_same_time_in_two_units_is_the_same(number: int, working_time: WorkingTime) -> None:
    for one, factor, many in (("year", 12, "month"), ("year", 4, "quarter"), ("quarter", 13, "week"), ("week", 5, "day")):
        assert _length(f"{number} {one}s", working_time) == _length(f"{number * factor} {many}s", working_time)


@given(low=NUMBERS, more=st.integers(1, 1000), unit=st.sampled_from(UNITS), working_time=WORKING_TIMES)
def test_the_least_more_that_can_be_written_is_longer(low: float, more: int, unit: str, working_time: WorkingTime) -> None:
    assert _length(f"0-{low + more / 10_000:.4f} {unit}s", working_time) > _length(f"0-{low:.4f} {unit}s", working_time)
