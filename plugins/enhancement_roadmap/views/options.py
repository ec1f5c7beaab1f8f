"""Options that several views share; those that choose among enhancements are `analysis.Selection`."""

from __future__ import annotations

from enhancement_roadmap.model import Node, Slug


class NoOptions(Node):
    """For a view that has nothing to choose."""


class OneEnhancement(Node):
    """For a view of a single enhancement."""

    enhancement: Slug
    """Which one, by id."""


class Anchors(Node):
    """For a view whose entries other pages may point at."""

    anchors: bool = False
    """`true` gives each entry an anchor; on a page that shows the view twice, only one of them may have it."""
