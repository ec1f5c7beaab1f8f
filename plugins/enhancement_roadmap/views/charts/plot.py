"""The readings of a metric as a picture: coordinates alone, which a template draws."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

from enhancement_roadmap.analysis import Series, Threshold
from enhancement_roadmap.model import PartialDate, Reading
from enhancement_roadmap.records import dataclass

WIDTH, HEIGHT = 320, 150
"""Of the picture, in its own units: about pixels on a phone."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 6, 314, 20, 130
"""Where readings are drawn; around them is room for words."""
MOST_READINGS = 60
"""Readings in the picture: the latest, of which a trend is made too."""
MOST_THRESHOLDS = 3
"""Thresholds in the picture: the nearest."""
_LABEL_HEIGHT = 13
_CLOSE = 5
"""Values that differ by less than this part of the highest are drawn from near the lowest on, not from nothing."""


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """A reading, and where it is drawn."""

    x: float
    y: float
    reading: Reading


@dataclass(frozen=True, slots=True)
class ThresholdLine:
    """A threshold, and where it is drawn.

    Attributes:
        y: height of its line.
        value: in the metric's unit.
        is_labelled: False where the label would cover another.
        fan: the corners of what the forecast leaves open, from the latest reading on; None without a forecast.
        likely: where its trend meets it; None without a forecast.
    """

    y: float
    value: float
    is_labelled: bool
    fan: tuple[tuple[float, float], ...] | None
    likely: float | None


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture of a metric.

    Attributes:
        points: the readings, the oldest first.
        thresholds: the nearest thresholds, those that are not crossed yet first.
        floor: height of the line that values stand on.
        base: their value there; 0, or near the lowest where they differ by little.
        begin: the month that it begins in.
        end: the month that it ends in.
    """

    points: Sequence[PlotPoint]
    thresholds: Sequence[ThresholdLine]
    floor: float
    base: float
    begin: PartialDate
    end: PartialDate


def plot_of(series: Series, thresholds: Iterable[Threshold]) -> Plot | None:
    """Lay out readings, thresholds and forecasts.

    Args:
        series: what is known of the metric.
        thresholds: its thresholds, the lowest first.

    Returns:
        None where there is nothing to draw: no reading, only one value, or numbers that no picture can hold.
    """
    readings = series.readings[-MOST_READINGS:]
    nearest = sorted(thresholds, key=_urgency)[:MOST_THRESHOLDS]
    values = [*(reading.value for reading in readings), *(_value(threshold) for threshold in nearest)]
    if not readings or len(set(values)) == 1:
        return None
    low, high = _bounds(values)
    if not 0 < high - low < math.inf:
        return None
    first, end = readings[0].on.last, _end(series, nearest)
    days = max((end - first).days, 1)

    def x_of(day: date) -> float:
        return _rounded(_LEFT + (_RIGHT - _LEFT) * (day - first).days / days)

    def y_of(value: float) -> float:
        return _rounded(_BOTTOM - (_BOTTOM - _TOP) * ((value - low) / (high - low)))

    points = [PlotPoint(x_of(reading.on.last), y_of(reading.value), reading) for reading in readings]
    drawn: list[ThresholdLine] = []
    for threshold in nearest:
        y, forecast, last = y_of(_value(threshold)), threshold.evaluation.forecast, points[-1]
        fan = ((last.x, last.y), (x_of(forecast.earliest), y), (x_of(forecast.latest or end), y)) if forecast else None
        is_labelled = all(abs(line.y - y) >= _LABEL_HEIGHT for line in drawn if line.is_labelled)
        drawn.append(ThresholdLine(y, _value(threshold), is_labelled, fan, x_of(forecast.likely) if forecast else None))
    base = max(low, 0)
    return Plot(points, drawn, y_of(base), base, PartialDate.month_of(first), PartialDate.month_of(end))


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest value that the picture has room for."""
    least, most = min(values), max(values)
    spread = most - least
    if 0 < spread < least / _CLOSE:
        return round(least - spread, 1 - math.floor(math.log10(spread))), most
    return min(0, least), max(0, most)


def _urgency(threshold: Threshold) -> tuple[bool, float]:
    """What is not crossed yet goes first, and of these the nearest."""
    return threshold.evaluation.state == "fired", abs(threshold.evaluation.distance or 0)


def _value(threshold: Threshold) -> float:
    return threshold.condition.threshold or 0


def _end(series: Series, thresholds: Iterable[Threshold]) -> date:
    forecasts = [threshold.evaluation.forecast for threshold in thresholds if threshold.evaluation.forecast]
    ends = [forecast.latest or forecast.likely for forecast in forecasts]
    return max([series.today, series.readings[-1].on.last, *ends])


def _rounded(value: float) -> float:
    """A tenth of a unit is less than anybody can see, and the same on every machine."""
    return round(value, 1)
