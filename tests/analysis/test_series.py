"""Which readings of a metric count on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Series
from enhancement_roadmap.analysis.triggers.series import series_of
from enhancement_roadmap.model import Metric

TODAY = date(2026, 6, 30)


def _series(*readings: tuple[str, float] | dict[str, Any], today: date = TODAY, **values: Any) -> Series:
    entries = [reading if isinstance(reading, dict) else {"on": reading[0], "value": reading[1]} for reading in readings]
    return series_of(Metric.model_validate({"id": "users", "title": "users", "readings": entries} | values), today)


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
    latest = _series(("2026-06-10", 20), ("2026-05", 10), ("2026-06-10", 30), ("2026-07", 40), today=today).latest
    assert (latest.value if latest else None) == value


def test_a_metric_that_nobody_has_read_has_no_latest_reading() -> None:
    assert _series().latest is None
    assert _series().stale_since is None
    assert not _series().is_example


def test_readings_come_in_the_order_of_their_dates_and_one_a_date_the_one_further_down() -> None:
    series = _series(("2026-05-02", 2), ("2026-04", 1), ("2026-05-02", 3), ("2026-04-30", 4))
    assert [reading.value for reading in series.readings] == [4, 3]


def test_made_up_readings_count_only_while_there_is_no_other() -> None:
    example = {"on": "2026-06-01", "value": 640, "example": True}
    assert _series(example).is_example
    later = {"on": "2026-07-01", "value": 650}
    assert _series(example, later).is_example
    real = {"on": "2026-03-01", "value": 500}
    series = _series(example, real)
    assert not series.is_example
    assert [reading.value for reading in series.readings] == [500]


@pytest.mark.parametrize(
    ("today", "since"), [(date(2026, 8, 30), None), (date(2026, 8, 31), "31 August 2026"), (date(2027, 1, 1), "31 August 2026")]
)
def test_a_reading_is_stale_once_it_is_older_than_the_metric_says(today: date, since: str | None) -> None:
    stale_since = _series(("2026-05", 1), ("2026-06-30", 1), today=today, stale_after_days=61).stale_since
    assert (str(stale_since) if stale_since else None) == since


def test_a_metric_that_is_read_once_in_a_thousand_years_is_not_stale() -> None:
    assert _series(("2900-01", 1), today=date(2999, 12, 31), stale_after_days=1_000_000).stale_since is None


@given(
    values=st.lists(st.integers(-3, 3), max_size=12),
    threshold=st.sampled_from([-1, 0, 0.5, 2]),
    direction=st.sampled_from([1, -1]),
)
def test_beyond_since_the_first_reading_of_the_run_that_lasts(values: list[int], threshold: float, direction: Literal[1, -1]) -> None:
    days = [date(2026, 1, 1) + timedelta(days=index) for index in range(len(values))]
    since = _series(*((day.isoformat(), value) for day, value in zip(days, values, strict=True))).beyond_since(threshold, direction)
    run: list[date] = []
    for day, value in zip(reversed(days), reversed(values), strict=True):
        if direction * value <= direction * threshold:
            break
        run.append(day)
    assert (since.first if since else None) == (run[-1] if run else None)
