"""Where do conditions stand together?

The state is the one that they have however unknown parts turn out; where it depends on these, it is unknown itself. That is
Kleene's logic of three values, with `near` between `waiting` and `fired`: the least part decides about `all`, the greatest
about `any`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from enhancement_roadmap.analysis.triggers.evaluation import Evaluation, TriggerState
from enhancement_roadmap.analysis.triggers.forecast import Forecast
from enhancement_roadmap.model import Condition, PartialDate

_ORDER: Sequence[TriggerState] = ("waiting", "near", "fired")


def combined(condition: Condition, parts: Sequence[Evaluation]) -> Evaluation:
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
