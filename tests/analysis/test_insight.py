"""Progress, and how enhancements stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from enhancement_roadmap.analysis import Progress, progress_of
from enhancement_roadmap.model import Enhancement
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


def test_neighbours_follow_the_numbers_even_with_gaps() -> None:
    items = [enhancement(2), enhancement(5), enhancement(9)]
    here = insight(items)
    assert here.neighbours(items[0]) == (None, items[1])
    assert here.neighbours(items[1]) == (items[0], items[2])
    assert here.neighbours(items[2]) == (items[1], None)


@given(items=plans())
def test_dependencies_are_the_same_seen_from_both_ends(items: list[Enhancement]) -> None:
    here = insight(items)
    forward = {(item.id, name) for item in items for name in item.scope.needs}
    backward = {(item.id, name) for name, dependents in here.needed_by.items() for item in dependents}
    assert forward == backward


@given(items=plans())
def test_each_enhancement_is_in_the_group_of_its_priority(items: list[Enhancement]) -> None:
    here = insight(items)
    groups: dict[str | None, Sequence[Enhancement]] = {**here.by_priority, None: here.unprioritised}
    assert list(groups) == ["high", "medium", "low", None]
    assert sorted(item.id for group in groups.values() for item in group) == [item.id for item in items]
    assert all(here.priorities[item.id] == level for level, group in groups.items() for item in group)
    assert all(item.priority in {None, here.priorities[item.id]} for item in items)
    assert [(level and level.id, group) for level, group in here.priority_groups] == [entry for entry in groups.items() if entry[1]]


def test_without_scales_there_are_no_levels() -> None:
    here = insight([enhancement(1)], about={"scoring": None})
    assert here.risk_levels == here.impact_levels == {}


def test_levels_are_found_by_their_values() -> None:
    here = insight([])
    assert here.risk_levels[5].title == "Level 5"
    assert list(here.impact_levels) == [1, 2, 3, 4, 5]
