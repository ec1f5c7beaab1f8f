"""Has a trigger fired, or where does it stand?

The state of several conditions together is the one that they have however unknown parts turn out; where it depends on these,
it is unknown itself. That is Kleene's logic of three values, with `near` between `waiting` and `fired`: the least part decides
about `all`, the greatest about `any`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from enhancement_roadmap.analysis.triggers.forecast import Forecast, forecast_of
from enhancement_roadmap.analysis.triggers.series import Series
from enhancement_roadmap.model import Condition, Event, PartialDate, Period, Reading, Trigger
from enhancement_roadmap.records import dataclass

TriggerState = Literal["fired", "near", "waiting", "unknown"]

Doubt = Literal["no condition", "no reading", "stale"]
"""Why a state is unknown: nothing in data to hold the trigger against, nothing read yet, or nothing read lately."""

_NEAR = {1: 0.8, -1: 1.25}
"""Share of a positive threshold from which on a metric is near it, by the direction that it has to go in."""
_ORDER: Sequence[TriggerState] = ("waiting", "near", "fired")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Where a condition stands on a day.

    Attributes:
        condition: the condition; None for a trigger that has none in data, and for no trigger.
        state: whether it has fired, is near, waits, or can not be told.
        since: when it fired; None where it has not, or nobody knows. One with `not` has no date.
        forecast: when it is expected to fire; None where it has, or nothing can be said.
        is_example: True where without made-up readings something else would be known.
        parts: where the conditions stand that it is combined of.
        reading: the reading that it is held against; None but for a metric.
        doubt: why the state of a single condition, or of a trigger without any, is unknown.
        stale_since: the first day on which its reading said nothing any more, where that is the doubt.
        no_forecast: why there is no forecast for a metric, in words that end a sentence.
    """

    condition: Condition | None
    state: TriggerState
    since: PartialDate | None = None
    forecast: Forecast | None = None
    is_example: bool = False
    parts: tuple[Evaluation, ...] = ()
    reading: Reading | None = None
    doubt: Doubt | None = None
    stale_since: PartialDate | None = None
    no_forecast: str | None = None

    @property
    def leaves(self) -> Iterator[Evaluation]:
        """The single conditions: metrics and events."""
        if self.condition is not None and not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves

    @property
    def percent(self) -> int | None:
        """How much of its threshold a metric has reached, in percent; 100 only at the threshold or on its far side.

        None where that means nothing: for a threshold that is not positive, a negative reading, or none.
        """
        threshold = self.condition.threshold if self.condition else None
        if self.reading is None or self.condition is None or threshold is None or threshold <= 0 or self.reading.value < 0:
            return None
        share = self.reading.value * 100 / threshold
        if not math.isfinite(share):
            return None
        return math.floor(share) if self.condition.direction > 0 else math.ceil(share)

    @property
    def distance(self) -> float | None:
        """How far a metric is from its threshold, in the metric's unit; negative beyond it, None without a reading."""
        if self.reading is None or self.condition is None or self.condition.threshold is None:
            return None
        return self.condition.direction * (self.condition.threshold - self.reading.value)


def evaluate(trigger: Trigger | None, series: Mapping[str, Series], events: Mapping[str, Event], today: date) -> Evaluation:
    """Hold a trigger against what is known.

    Args:
        trigger: the trigger; None where there is none.
        series: what is known of each metric on the day, by the metric's id.
        events: events by their ids.
        today: the day to judge by.
    """
    if trigger is None or trigger.when is None:
        return Evaluation(None, "unknown", doubt="no condition")
    return _evaluated(trigger.when, series, events, today)


def _evaluated(condition: Condition, series: Mapping[str, Series], events: Mapping[str, Event], today: date) -> Evaluation:
    if condition.event is not None:
        return _of_event(condition, events[condition.event], today)
    if condition.metric is not None and condition.threshold is not None:
        return _of_metric(condition, condition.threshold, series[condition.metric])
    return _combined(condition, [_evaluated(part, series, events, today) for part in condition.parts])


def _of_event(condition: Condition, event: Event, today: date) -> Evaluation:
    """An event fires on the first day that its date may mean; one to come says itself when, or somebody expects it."""
    day = event.happened_on
    if day is None and not event.happened and event.expected is not None:
        return _of_expected(condition, event, event.expected, today)
    if day is None:
        return Evaluation(condition, "fired" if event.happened else "waiting")
    if day.first <= today:
        return Evaluation(condition, "fired", since=day)
    return Evaluation(condition, "waiting", forecast=Forecast(day.first, day.first, day.last))


def _of_expected(condition: Condition, event: Event, expected: Period, today: date) -> Evaluation:
    """An event that somebody expects: from today on, as likely before the middle of its days as after it."""
    if expected.last < today:
        reason = f"it was expected {expected.in_words}, which is over"
        return Evaluation(condition, "waiting", is_example=event.example, no_forecast=reason)
    earliest = max(expected.first, today)
    if expected.to is None:
        return Evaluation(condition, "waiting", forecast=Forecast(earliest, earliest, None), is_example=event.example)
    likely = earliest + (expected.last - earliest) // 2
    return Evaluation(condition, "waiting", forecast=Forecast(earliest, likely, expected.last), is_example=event.example)


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


def _combined(condition: Condition, parts: Sequence[Evaluation]) -> Evaluation:
    """Where a condition of several stands.

    Args:
        condition: one of `any`, `all` and `not`.
        parts: where the conditions stand that it is combined of, in their order.
    """
    found = _decided(condition, parts)
    without_examples = _decided(condition, [replace(part, state="unknown", forecast=None) if part.is_example else part for part in parts])
    return replace(found, parts=tuple(parts), is_example=found != without_examples)


def _decided(condition: Condition, parts: Sequence[Evaluation]) -> Evaluation:
    outcomes = {_state(condition, parts, guess) for guess in ("waiting", "fired")}
    state = outcomes.pop() if len(outcomes) == 1 else "unknown"
    if state == "fired":
        return Evaluation(condition, state, since=_since(condition, parts))
    return Evaluation(condition, state, forecast=None if state == "unknown" else _forecast(condition, parts))


def _state(condition: Condition, parts: Sequence[Evaluation], guess: TriggerState) -> TriggerState:
    """The state, if all that is unknown were as guessed.

    As a part rises, the whole never falls (with `not`, never rises): two guesses show all that can come of it.
    """
    states = [guess if part.state == "unknown" else part.state for part in parts]
    if condition.not_:
        return "waiting" if states == ["fired"] else "fired"
    return (min if condition.all else max)(states, key=_ORDER.index)


def _since(condition: Condition, parts: Sequence[Evaluation]) -> PartialDate | None:
    """The first date of `any`; the last of `all`, where each is known."""
    dates = [part.since for part in parts if part.state == "fired" and not (part.condition and part.condition.not_)]
    known = [day for day in dates if day is not None]
    if condition.not_ or not known or (condition.all and None in dates):
        return None
    return max(known, key=lambda day: day.last) if condition.all else min(known, key=lambda day: day.first)


def _forecast(condition: Condition, parts: Sequence[Evaluation]) -> Forecast | None:
    """The first forecast of `any`; the last of `all`, where each part that has not fired has one."""
    open_parts = [part for part in parts if part.state != "fired"]
    forecasts = [part.forecast for part in open_parts if part.forecast is not None]
    if condition.not_ or not forecasts or (condition.all and len(forecasts) < len(open_parts)):
        return None
    pick: Callable[[list[date]], date] = max if condition.all else min
    ends = [forecast.latest for forecast in forecasts if forecast.latest is not None]
    has_end = len(ends) == len(forecasts) if condition.all else bool(ends)
    return Forecast(
        pick([forecast.earliest for forecast in forecasts]),
        pick([forecast.likely for forecast in forecasts]),
        pick(ends) if has_end else None,
    )
