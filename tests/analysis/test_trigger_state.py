"""Whether a trigger has fired."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from enhancement_roadmap.analysis import trigger_state
from enhancement_roadmap.model import Event, Reading, Trigger

TODAY = date(2026, 6, 30)


def _state(when: dict[str, Any] | None, reading: float | None = None, happened_on: str | None = None) -> str:
    trigger = Trigger.model_validate({"summary": "When it is time", "kind": "growth", "when": when})
    known = None if reading is None else Reading.model_validate({"on": "2026-06-01", "value": reading})
    event = Event.model_validate({"id": "launch", "title": "Launch", "happened_on": happened_on})
    return trigger_state(trigger, {"users": known}, {"launch": event}, TODAY)


@pytest.mark.parametrize(("reading", "state"), [(None, "unknown"), (999, "waiting"), (1000, "waiting"), (1000.5, "fired")])
def test_a_metric_must_be_above_its_threshold(reading: float | None, state: str) -> None:
    assert _state({"metric": "users", "above": 1000}, reading) == state


@pytest.mark.parametrize(("reading", "state"), [(None, "unknown"), (-0.5, "fired"), (0, "waiting"), (1, "waiting")])
def test_or_below_it_even_where_it_is_nothing(reading: float | None, state: str) -> None:
    assert _state({"metric": "users", "below": 0}, reading) == state


@pytest.mark.parametrize(
    ("happened_on", "state"), [(None, "waiting"), ("2026-06-30", "fired"), ("2026-06", "fired"), ("2026-07-01", "waiting")]
)
def test_an_event_fires_from_its_day_on(happened_on: str | None, state: str) -> None:
    assert _state({"event": "launch"}, happened_on=happened_on) == state


def test_of_a_trigger_in_words_alone_nothing_is_known() -> None:
    assert _state(None) == "unknown"
