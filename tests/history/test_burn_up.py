"""Requirements done and in all over time: every day with a change, or so few that a picture can show them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Progress
from enhancement_roadmap.git import Commit
from enhancement_roadmap.history.burn_up import burn_up
from enhancement_roadmap.history.changelog import Changelog, ChangelogEntry

START = datetime(2025, 1, 1, 12, tzinfo=UTC)
TODAY = date(2030, 1, 1)


def entry(day: int, done: int, left: int) -> ChangelogEntry:
    return ChangelogEntry(Commit("0" * 40, "Ada", START + timedelta(days=day), "x"), "", (), {}, (), {"high": (done, left)})


def test_a_day_counts_by_its_last_commit_and_the_last_point_is_today() -> None:
    changelog = Changelog([entry(0, 0, 3), entry(0, 1, 2), entry(5, 2, 2)])
    points = burn_up(changelog, TODAY, {"high": Progress(4, 4)})
    assert [(point.on, point.total) for point in points] == [
        (date(2025, 1, 1), Progress(1, 3)),
        (date(2025, 1, 6), Progress(2, 4)),
        (TODAY, Progress(4, 4)),
    ]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=300), st.integers(2, 60))
def test_few_points_are_left_in_order_with_the_first_and_the_last(days: list[int], most: int) -> None:
    changelog = Changelog([entry(day, index, 1) for index, day in enumerate(days)])
    points = burn_up(changelog, TODAY, {"high": Progress(1, 1)}, most)
    assert len(points) <= most
    assert [point.on for point in points] == sorted({point.on for point in points})
    assert points[0].on == (START + timedelta(days=days[0])).date()
    assert points[-1].on == TODAY
