"""The most urgent at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from enhancement_roadmap.analysis import Selection, Sort, matrix_of, select
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class UrgencyOptions(Selection):
    """Which enhancements; the first ten by score unless said otherwise."""

    sort: Sort = "score"
    """The order, as in each selection."""
    limit: Annotated[int, Field(ge=1)] | None = 10
    """At most so many; the matrix shows all."""


def context(render_context: RenderContext, options: UrgencyOptions) -> Mapping[str, Any]:
    """The matrix in small, None without scales; beside it the first of the chosen enhancements."""
    scoring = render_context.insight.roadmap.about.scoring
    chosen = select(options, render_context.insight)
    return {
        "matrix": matrix_of(chosen, scoring) if scoring else None,
        "has_ranges": any(item.assessment and item.assessment.is_range for item in chosen),
        "scoring": scoring,
        "page": render_context.links.page("matrix"),
        "numbers": _numbers(chosen),
        "rows": chosen[: options.limit],
        "total": len(chosen),
    }


def _numbers(chosen: Sequence[Enhancement]) -> Mapping[str, int]:
    """What each is called by in the matrix and beside it: its number; where none has one, its place in the list."""
    numbers = {item.id: item.number for item in chosen if item.number is not None}
    return numbers or {item.id: place for place, item in enumerate(chosen, start=1)}


VIEW = View("urgency", "The most urgent at a glance: the priority matrix in small, beside the first by score.", UrgencyOptions, context)
