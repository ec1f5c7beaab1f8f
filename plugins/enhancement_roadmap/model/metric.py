"""Readings and events that triggers are held against."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Number, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.numbers import Measure
from enhancement_roadmap.model.periods import PeriodOrDays


class Reading(Node):
    """The value of a metric on a date."""

    on: PartialDate
    """When it was read."""
    value: Measure
    """In the metric's unit."""
    source: Text | None = None
    """Where it comes from."""
    example: bool = False
    """True for a made-up reading that shows the form."""


class Metric(Node):
    """A number that is watched."""

    id: Slug
    """What `when` of a trigger names."""
    title: Text
    """"daily active users"."""
    unit: Text | None = None
    """The unit of its values, such as "calls/day"."""
    stale_after_days: Number = 92
    """Days after which a reading says nothing any more."""
    readings: tuple[Reading, ...] = ()
    """What has been read so far."""


class Event(Node):
    """Something that has happened, or has not yet."""

    id: Slug
    """What `when` of a trigger names."""
    title: Text
    """"Database integration begins"."""
    happened_on: PartialDate | None = None
    """When it happened, or will happen; empty while nobody knows."""
    happened: bool | None = None
    """`yes` for an event that has happened on a day that nobody knows."""
    expected: PeriodOrDays | None = None
    """When it is expected, while it has not happened: `2027-03`, or `2027-02 to 2027-05`."""
    example: bool = False
    """True where that is made up and shows the form."""

    @model_validator(mode="after")
    def _is_clear(self) -> Self:
        if self.happened is not None and self.happened_on is not None:
            raise PydanticCustomError("event_form", "says twice whether it happened")
        return self
