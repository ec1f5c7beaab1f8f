"""The trend of readings, against an implementation of reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from enhancement_roadmap.analysis.triggers.trend import theil_sen

VALUES = st.integers(-3, 3).map(float) | st.floats(-1e6, 1e6, allow_nan=False)
"""Few whole numbers, so that many are equal, and any others."""


@given(points=st.lists(st.tuples(st.integers(0, 4000), VALUES), min_size=2, max_size=40, unique_by=lambda point: point[0]))
def test_slope_and_interval_are_those_of_scipy(points: list[tuple[int, float]]) -> None:
    xs, ys = zip(*points, strict=True)
    expected = theilslopes(ys, xs, alpha=0.95)
    found = theil_sen(xs, ys)
    assert (found.slope, found.low, found.high, found.intercept) == pytest.approx(
        (expected.slope, expected.low_slope, expected.high_slope, expected.intercept), rel=1e-9, abs=1e-9
    )


@given(slope=st.integers(-50, 50), start=st.integers(-1000, 1000), count=st.integers(2, 30))
def test_of_points_on_a_line_it_is_that_line(slope: int, start: int, count: int) -> None:
    xs = list(range(0, 7 * count, 7))
    trend = theil_sen(xs, [start + slope * x for x in xs])
    assert (trend.slope, trend.low, trend.high) == (slope, slope, slope)
    assert trend.at(3) == start + slope * 3


def test_one_outlier_does_not_bend_it() -> None:
    xs = list(range(11))
    assert theil_sen(xs, [*(float(2 * x) for x in xs[:-1]), 1e9]).slope == 2
