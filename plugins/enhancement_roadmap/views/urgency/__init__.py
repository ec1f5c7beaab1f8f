"""The most urgent at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from string import ascii_lowercase
from typing import Annotated, Any

from pydantic import Field

from enhancement_roadmap.analysis import Sort, matrix_of
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.views.options import OpenSelection, select_open
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class UrgencyOptions(OpenSelection):
    """Which enhancements; the first ten by score unless said otherwise, of those that are neither done nor cancelled."""

    sort: Sort = "score"
    """The order, as in each selection."""
    limit: Annotated[int, Field(ge=1)] | None = 10
    """At most so many; the matrix shows all."""


def context(render_context: RenderContext, options: UrgencyOptions) -> Mapping[str, Any]:
    """The matrix in small, None without scales; beside it the first of the chosen enhancements."""
    scoring = render_context.insight.roadmap.about.scoring
    chosen, left_out = select_open(options, render_context.insight)
    return {
        "matrix": matrix_of(chosen, scoring) if scoring and any(item.assessment for item in chosen) else None,
        "has_ranges": any(item.assessment and item.assessment.is_range for item in chosen),
        "scoring": scoring,
        "page": render_context.links.page("matrix"),
        "signs": _signs(chosen),
        "rows": options.part_of(chosen),
        "has_triggers": any(item.trigger and item.trigger.when for item in options.part_of(chosen)),
        "has_scores": any(item.assessment for item in options.part_of(chosen)),
        "total": len(chosen),
        "left_out": left_out,
    }


def _signs(chosen: Sequence[Enhancement]) -> Mapping[str, str]:
    """What each is called by in the matrix and beside it: its number, else a letter; where none has one, its place in the list."""
    if all(item.number is None for item in chosen):
        return {item.id: str(place) for place, item in enumerate(chosen, start=1)}
    letters = (letter * times for times in count(1) for letter in ascii_lowercase)
    return {item.id: next(letters) if item.number is None else str(item.number) for item in chosen}


VIEW = View("urgency", "The most urgent at a glance: the priority matrix in small, beside the first by score.", UrgencyOptions, context)
