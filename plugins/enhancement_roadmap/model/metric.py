"""Readings and events that triggers are held against."""

from __future__ import annotations

from pydantic import Field

from enhancement_roadmap.model.base import Node, Slug, Text
from enhancement_roadmap.model.dates import PartialDate


class Reading(Node):
    """The value of a metric on a date."""

    on: PartialDate
    """When it was read."""
    value: float = Field(allow_inf_nan=False)
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
    readings: tuple[Reading, ...] = ()
    """What has been read so far."""


class Event(Node):
    """Something that has happened, or has not yet."""

    id: Slug
    """What `when` of a trigger names."""
    title: Text
    """"Database integration begins"."""
    happened_on: PartialDate | None = None
    """When it happened; empty while it has not."""
