"""When will a metric cross a threshold?"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Literal

from enhancement_roadmap.analysis.triggers.series import Series
from enhancement_roadmap.records import dataclass

FEWEST = 5
"""Readings that a forecast needs: with fewer, the interval of a slope says nothing."""
FURTHEST = 2
"""A forecast looks ahead at most so many times as far as its readings look back."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Days from which on a trigger is expected to have fired.

    Attributes:
        earliest: by the quickest change that the readings allow.
        likely: by their trend.
        latest: by the slowest change that they allow; None where that is further ahead than they carry.
    """

    earliest: date
    likely: date
    latest: date | None


@dataclass(frozen=True, slots=True)
class NoForecast:
    """A forecast that the readings do not carry.

    Attributes:
        reason: why, in words that end a sentence: "fewer than 5 readings".
    """

    reason: str


def forecast_of(series: Series, threshold: float, direction: Literal[1, -1]) -> Forecast | NoForecast:
    """When a metric that is not beyond a threshold will be, by the Theil–Sen trend of its readings.

    From the height of the trend on the day of the latest reading three lines lead on: one with the trend's slope, and two
    with the ends of the slope's confidence interval (95 %). Where they meet the threshold are the three days.

    Args:
        series: readings of the metric; the latest is not beyond the threshold.
        threshold: in the metric's unit.
        direction: 1 where the metric has to rise above it, -1 where it has to fall below it.

    Returns:
        No forecast where there are fewer than `FEWEST` readings, the latest is stale, the metric does not clearly move
        towards the threshold (the interval of its slope includes standing still), the day lies further ahead than `FURTHEST`
        times the time that the readings span, or it has passed without a reading that shows it.
    """
    if len(series.readings) < FEWEST:
        return NoForecast(f"fewer than {FEWEST} readings")
    if series.stale_since is not None:
        return NoForecast("the latest reading is stale")
    trend = series.trend
    slow, likely, quick = sorted((direction * trend.low, direction * trend.slope, direction * trend.high))
    gap = direction * (threshold - trend.at(series.readings[-1].on.last.toordinal()))
    if not all(map(math.isfinite, (slow, likely, quick, gap))):
        return NoForecast("the readings are too far apart to reckon with")
    if quick < 0:
        return NoForecast("the readings move away from it")
    if slow <= 0:
        return NoForecast("the readings show no clear direction")
    return _forecast(series, *(max(gap, 0) / slope for slope in (quick, likely, slow)))


def _forecast(series: Series, earliest: float, likely: float, latest: float) -> Forecast | NoForecast:
    """The days in the calendar, from days after the latest reading."""
    first, last = series.readings[0].on.last, series.readings[-1].on.last
    furthest = FURTHEST * (last - first).days
    if likely > furthest:
        return NoForecast("it lies further ahead than twice the time that the readings span")
    if last + timedelta(days=math.ceil(likely)) < series.today:
        return NoForecast("by its trend it would be crossed by now, which a new reading has to show")
    return Forecast(
        max(last + timedelta(days=math.ceil(earliest)), series.today),
        last + timedelta(days=math.ceil(likely)),
        last + timedelta(days=math.ceil(latest)) if latest <= furthest else None,
    )
