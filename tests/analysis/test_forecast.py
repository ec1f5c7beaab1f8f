"""When a metric is expected to cross a threshold, and when nothing is said about it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from enhancement_roadmap.analysis import Series
from enhancement_roadmap.analysis.triggers.forecast import Forecast, NoForecast, forecast_of
from enhancement_roadmap.analysis.triggers.series import series_of
from enhancement_roadmap.model import Metric

START = date(2026, 1, 1)
RISING = [100.0, 130, 155, 190, 205, 240, 262, 300]
"""One reading in ten days."""
LAST = START + timedelta(days=70)


def _series(values: list[float], *, step: int = 10, today: date = LAST, stale_after_days: int = 92) -> Series:
    days = [START + timedelta(days=step * index) for index in range(len(values))]
    readings = [{"on": day.isoformat(), "value": value} for day, value in zip(days, values, strict=True)]
    return series_of(
        Metric.model_validate({"id": "users", "title": "users", "readings": readings, "stale_after_days": stale_after_days}), today
    )


def _reason(series: Series, threshold: float, direction: Literal[1, -1] = 1) -> str:
    found = forecast_of(series, threshold, direction)
    assert isinstance(found, NoForecast)
    return found.reason


def test_a_steady_rise_crosses_on_one_day() -> None:
    steady = _series([100.0, 110, 120, 130, 140], today=START + timedelta(days=40))
    day = START + timedelta(days=60)
    assert forecast_of(steady, 160, 1) == Forecast(day, day, day)


def test_a_steady_fall_crosses_a_lower_bound() -> None:
    steady = _series([140.0, 130, 120, 110, 100], today=START + timedelta(days=40))
    day = START + timedelta(days=60)
    assert forecast_of(steady, 80, -1) == Forecast(day, day, day)


@pytest.mark.parametrize("direction", [1, -1])
def test_the_days_are_those_of_the_slope_and_its_interval_by_scipy(direction: Literal[1, -1]) -> None:
    values = [direction * value for value in RISING]
    days = [START.toordinal() + 10 * index for index in range(len(values))]
    reference = theilslopes(values, days, alpha=0.95)
    gap = direction * 400 - (reference.intercept + reference.slope * days[-1])
    ends = (reference.high_slope, reference.slope, reference.low_slope)[::direction]
    found = forecast_of(_series(values), direction * 400, direction)
    assert isinstance(found, Forecast)
    assert found.latest is not None
    for day, slope in zip((found.earliest, found.likely, found.latest), ends, strict=True):
        assert 0 <= (day - LAST).days - gap / slope < 1.001


@given(values=st.lists(st.integers(0, 400).map(float), min_size=5, max_size=20), threshold=st.integers(1, 900), later=st.integers(0, 60))
def test_a_forecast_is_in_order_and_not_in_the_past(values: list[float], threshold: int, later: int) -> None:
    assume(values[-1] <= threshold)
    today = START + timedelta(days=10 * (len(values) - 1) + later)
    found = forecast_of(_series(values, today=today), threshold, 1)
    assert isinstance(found, NoForecast) or today <= found.earliest <= found.likely <= (found.latest or date.max)


@pytest.mark.parametrize(("count", "is_withheld"), [(4, True), (5, False)])
def test_with_fewer_than_five_readings_there_is_none(count: int, is_withheld: bool) -> None:
    series = _series(RISING[:count], today=START + timedelta(days=10 * (count - 1)))
    found = forecast_of(series, 300, 1)
    assert (found == NoForecast("fewer than 5 readings")) is is_withheld
    assert isinstance(found, Forecast) is not is_withheld


def test_made_of_four_dates_there_is_none_however_many_readings_they_have() -> None:
    readings = [{"on": f"2026-0{month}-01", "value": month} for month in (1, 2, 3, 4, 4, 4)]
    series = series_of(Metric.model_validate({"id": "users", "title": "users", "readings": readings}), date(2026, 4, 1))
    assert _reason(series, 5) == "fewer than 5 readings"


def test_a_trend_away_from_the_threshold_gives_none() -> None:
    assert _reason(_series(RISING[::-1]), 400) == "the readings move away from it"
    assert _reason(_series(RISING), 50, -1) == "the readings move away from it"


@pytest.mark.parametrize("values", [[5.0] * 8, [1.0, 9, 2, 8, 3, 7, 4, 6]])
def test_one_that_may_as_well_stand_still_gives_none(values: list[float]) -> None:
    assert _reason(_series(values), 10) == "the readings show no clear direction"


def test_one_further_ahead_than_twice_the_time_that_was_read_gives_none() -> None:
    steady = [100.0, 110, 120, 130, 140]
    today = START + timedelta(days=40)
    assert isinstance(forecast_of(_series(steady, today=today), 220, 1), Forecast)
    assert "twice the time" in _reason(_series(steady, today=today), 221)


def test_a_late_end_further_ahead_than_that_is_left_open() -> None:
    uneven = [100.0, 101, 130, 131, 160, 161, 190]
    found = forecast_of(_series(uneven, today=START + timedelta(days=60)), 340, 1)
    assert isinstance(found, Forecast)
    assert found.latest is None


def test_a_stale_reading_gives_none() -> None:
    assert _reason(_series(RISING, today=LAST + timedelta(days=93)), 2000) == "the latest reading is stale"


def test_a_crossing_that_no_reading_has_shown_yet_gives_none() -> None:
    assert "a new reading has to show" in _reason(_series(RISING, today=LAST + timedelta(days=30)), 305)


def test_the_earliest_day_is_not_before_today() -> None:
    today = LAST + timedelta(days=23)
    found = forecast_of(_series(RISING, today=today), 360, 1)
    assert isinstance(found, Forecast)
    assert found.earliest == today < found.likely


def test_only_the_latest_sixty_readings_count() -> None:
    long = [1e6 - index for index in range(5_000)] + [float(index) for index in range(60)]
    today = START + timedelta(days=len(long) - 1)
    day = today + timedelta(days=41)
    assert forecast_of(_series(long, step=1, today=today), 100, 1) == Forecast(day, day, day)


@pytest.mark.parametrize("values", [[-1.7e308, 1.7e308, -1.7e308, 1.7e308, 1.6e308], [1e-320, 2e-320, 3e-320, 4e-320, 5e-320]])
def test_extreme_readings_give_none(values: list[float]) -> None:
    assert _reason(_series(values, today=START + timedelta(days=40)), 1.7e308)
