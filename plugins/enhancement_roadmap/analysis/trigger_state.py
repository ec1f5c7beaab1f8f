"""Has a trigger fired?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from enhancement_roadmap.model import Event, Reading, Trigger

TriggerState = Literal["fired", "waiting", "unknown"]


def trigger_state(trigger: Trigger, readings: Mapping[str, Reading | None], events: Mapping[str, Event], today: date) -> TriggerState:
    """Hold a trigger against what is known.

    Args:
        trigger: the trigger.
        readings: the latest reading of each metric, by the metric's id.
        events: events by their ids.
        today: the day to judge by.

    Returns:
        ``fired``, ``waiting``, or ``unknown`` where the trigger names nothing that is watched, or its metric has no reading.
    """
    when = trigger.when
    if when is None:
        return "unknown"
    if when.event is not None:
        happened = events[when.event].happened_on
        return "fired" if happened is not None and happened.first <= today else "waiting"
    reading = readings[when.metric or ""]
    if reading is None:
        return "unknown"
    beyond = reading.value > when.above if when.above is not None else reading.value < (when.below or 0)
    return "fired" if beyond else "waiting"
