"""Has a trigger fired?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from enhancement_roadmap.analysis.triggers.combined import combined
from enhancement_roadmap.analysis.triggers.evaluation import Evaluation, TriggerState
from enhancement_roadmap.analysis.triggers.forecast import Forecast, forecast_of
from enhancement_roadmap.analysis.triggers.series import Series
from enhancement_roadmap.model import Condition, Event, Trigger

_NEAR = {1: 0.8, -1: 1.25}
"""Share of a positive threshold from which on a metric is near it, by the direction that it has to go in."""


def evaluate(trigger: Trigger, series: Mapping[str, Series], events: Mapping[str, Event], today: date) -> Evaluation:
    """Hold a trigger against what is known.

    Args:
        trigger: the trigger.
        series: what is known of each metric on the day, by the metric's id.
        events: events by their ids.
        today: the day to judge by.
    """
    if trigger.when is None:
        return Evaluation(None, "unknown", doubt="no condition")
    return _evaluated(trigger.when, series, events, today)


def _evaluated(condition: Condition, series: Mapping[str, Series], events: Mapping[str, Event], today: date) -> Evaluation:
    if condition.event is not None:
        return _of_event(condition, events[condition.event], today)
    if condition.metric is not None and condition.threshold is not None:
        return _of_metric(condition, condition.threshold, series[condition.metric])
    return combined(condition, [_evaluated(part, series, events, today) for part in condition.parts])


def _of_event(condition: Condition, event: Event, today: date) -> Evaluation:
    """An event fires on the first day that its date may mean; one to come says itself when."""
    day = event.happened_on
    if day is None:
        return Evaluation(condition, "fired" if event.happened else "waiting")
    if day.first <= today:
        return Evaluation(condition, "fired", since=day)
    return Evaluation(condition, "waiting", forecast=Forecast(day.first, day.first, day.last))


def _of_metric(condition: Condition, threshold: float, series: Series) -> Evaluation:
    reading, is_example = series.latest, series.is_example
    if reading is None:
        return Evaluation(condition, "unknown", doubt="no reading")
    if series.stale_since is not None:
        return Evaluation(condition, "unknown", reading=reading, doubt="stale", stale_since=series.stale_since)
    if since := series.beyond_since(threshold, condition.direction):
        return Evaluation(condition, "fired", since=since, is_example=is_example, reading=reading)
    expected = forecast_of(series, threshold, condition.direction)
    forecast, no_forecast = (expected, None) if isinstance(expected, Forecast) else (None, expected.reason)
    state: TriggerState = "near" if _is_near(condition, threshold, reading.value) else "waiting"
    return Evaluation(condition, state, forecast=forecast, is_example=is_example, reading=reading, no_forecast=no_forecast)


def _is_near(condition: Condition, threshold: float, value: float) -> bool:
    near = condition.near
    if near is None:
        if threshold <= 0:
            return False
        near = threshold * _NEAR[condition.direction]
    return condition.direction * value >= condition.direction * near
