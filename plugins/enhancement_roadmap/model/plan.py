"""In what order, over what time."""

from __future__ import annotations

from enhancement_roadmap.model.base import Node, Number, Slug, Text


class Quarter(Node):
    """A quarter and what it is for."""

    id: Slug
    """Unique among quarters."""
    title: Text
    """"Q1"."""
    focus: Text
    """What the quarter is for, in a sentence."""
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
    summary: Text
    """What it contains, in a sentence."""
    enhancements: tuple[Slug, ...] = ()
    """Ids of the enhancements in it."""
