"""Progress, readings, and how enhancements stand to each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from enhancement_roadmap.analysis import Progress, latest_reading, progress_of
from enhancement_roadmap.model import Enhancement, Metric
from support.plans import enhancement, insight, plans


@pytest.mark.parametrize(("done", "total", "percent"), [(0, 0, 0), (0, 3, 0), (1, 3, 33), (2, 3, 66), (199, 200, 99), (3, 3, 100)])
def test_a_hundred_percent_means_all(done: int, total: int, percent: int) -> None:
    assert Progress(done, total).percent == percent


@given(items=plans())
def test_progress_of_the_whole_is_the_sum_of_its_parts(items: list[Enhancement]) -> None:
    here = insight(items)
    assert here.total.done == sum(here.progress[item.id].done for item in items)
    assert here.total.total == sum(len(item.requirements) for item in items)
    assert here.total.open + here.total.done == here.total.total
    assert progress_of([]) == Progress(0, 0)


def _metric(*readings: tuple[str, float]) -> Metric:
    return Metric.model_validate({"id": "users", "title": "users", "readings": [{"on": on, "value": value} for on, value in readings]})


@pytest.mark.parametrize(
    ("today", "value"),
    [
        (date(2026, 4, 30), None),
        (date(2026, 5, 1), 10),
        (date(2026, 6, 9), 10),
        (date(2026, 6, 10), 30),
        (date(2026, 7, 1), 40),
    ],
)
def test_the_latest_reading_is_the_newest_that_is_not_in_the_future(today: date, value: float | None) -> None:
    metric = _metric(("2026-06-10", 20), ("2026-05", 10), ("2026-06-10", 30), ("2026-07", 40))
    reading = latest_reading(metric, today)
    assert (reading.value if reading else None) == value


def test_a_metric_that_nobody_has_read_has_no_latest_reading() -> None:
    assert latest_reading(_metric(), date(2026, 5, 1)) is None


def test_neighbours_follow_the_numbers_even_with_gaps() -> None:
    items = [enhancement(2), enhancement(5), enhancement(9)]
    here = insight(items)
    assert here.neighbours(items[0]) == (None, items[1])
    assert here.neighbours(items[1]) == (items[0], items[2])
    assert here.neighbours(items[2]) == (items[1], None)


@given(items=plans())
def test_dependencies_are_the_same_seen_from_both_ends(items: list[Enhancement]) -> None:
    here = insight(items)
    forward = {(item.id, name) for item in items for name in item.scope.depends_on}
    backward = {(item.id, name) for name, dependents in here.needed_by.items() for item in dependents}
    assert forward == backward


@given(items=plans())
def test_each_enhancement_is_in_the_group_of_its_priority(items: list[Enhancement]) -> None:
    groups = insight(items).by_priority
    assert list(groups) == ["high", "medium", "low"]
    assert sorted(item.number for group in groups.values() for item in group) == [item.number for item in items]
    assert all(item.priority == level for level, group in groups.items() for item in group)


def test_without_scales_there_are_no_levels() -> None:
    here = insight([enhancement(1)], about={"scoring": None})
    assert here.risk_levels == here.impact_levels == {}


def test_levels_are_found_by_their_values() -> None:
    here = insight([])
    assert here.risk_levels[5].title == "Level 5"
    assert list(here.impact_levels) == [1, 2, 3, 4, 5]
