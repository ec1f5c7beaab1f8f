"""In what order, over what time."""

from __future__ import annotations

from enhancement_roadmap.model.base import Node, Number, Slug, Text
from enhancement_roadmap.model.long_text import LongText


class Quarter(Node):
    """A quarter and what it is for."""

    id: Slug
    """Unique among quarters."""
    title: Text
    """"Q1"."""
    focus: LongText
    """What the quarter is for."""
    enhancements: tuple[Slug, ...] = ()
    """Ids of the enhancements planned for it."""


class Phase(Node):
    """A step of the whole plan, and what it contains."""

    id: Slug
    """Unique among phases."""
    number: Number
    """Its place in the order."""
    title: Text
    """"Foundation"."""
    summary: LongText
    """What it contains."""
    enhancements: tuple[Slug, ...] = ()
    """Ids of the enhancements in it."""
