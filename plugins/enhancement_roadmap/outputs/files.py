"""The files for programs that a site has beside its pages."""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import FileName


def feeds(insight: Insight) -> Mapping[FileName, bytes]:
    """Content of each file, by its name; one that would have nothing to say is left out."""
    if not insight.reviews:
        return {}
    from enhancement_roadmap.outputs.calendar import calendar  # noqa: PLC0415  (slow to import, and many sites need no calendar)

    return {"reviews.ics": calendar(insight)}
