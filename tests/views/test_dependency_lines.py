"""Lines between bars can be followed: arrows meet the starts of bars, and no line covers another."""

from __future__ import annotations

from itertools import combinations

import pytest

from enhancement_roadmap.views.charts.dependency_lines import DependencyLine, dependency_lines
from enhancement_roadmap.views.charts.schedule_bar import ScheduleBar
from support.schedules import work


def bar(number: int, left: float, width: float, *needs: int, row: int | None = None) -> ScheduleBar:
    """A bar in a row, that of its number where none is said."""
    item = work(number, "1 day", *needs)
    return ScheduleBar(
        item, "planned", left, width, 0, (row or number) * 2.0, 0, is_open=False, is_critical=number < 3, due=None, is_late=False
    )


def lines(*bars: ScheduleBar) -> list[DependencyLine]:
    return list(dependency_lines({one.item.id: one for one in bars}))


def test_what_begins_later_has_its_arrow_from_the_left() -> None:
    (line,) = lines(bar(1, 0, 10), bar(2, 30, 10, 1))
    assert (line.way, line.begin, line.x, line.to, line.is_critical) == ("right", 10, 10, 30, True)


@pytest.mark.parametrize(("row", "way"), [(5, "down"), (1, "up")])
def test_what_begins_at_once_has_its_arrow_from_above_or_below(row: int, way: str) -> None:
    source, target = bar(1, 0, 10, row=3), bar(3, 10, 10, 1, row=row)
    (line,) = lines(source, target)
    assert (line.way, line.to > target.left, line.bottom) == (way, True, target.top if way == "down" else target.bottom)
    assert not line.is_critical


def test_no_line_covers_another() -> None:
    found = lines(*(bar(number, 0, 10) for number in range(1, 6)), *(bar(number, 10, 9, number - 5) for number in range(6, 11)))
    assert len(found) == 5
    assert not any(first.covers(second) for first, second in combinations(found, 2))


def test_of_what_is_done_nothing_is_drawn() -> None:
    done = ScheduleBar(work(1, "1 day"), "done", 0, 5, 0, 2, 0, is_open=False, is_critical=False, due=None, is_late=False)
    assert lines(done, bar(2, 10, 5, 1)) == []
