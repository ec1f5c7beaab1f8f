"""The priority matrix: risk × impact as a heat map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import matrix_of
from enhancement_roadmap.views.options import OpenSelection, select_open
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OpenSelection) -> Mapping[str, Any]:
    """The matrix of the chosen enhancements, None without scales; and those of them that are in several cells."""
    scoring = render_context.insight.roadmap.about.scoring
    chosen, left_out = select_open(options, render_context.insight)
    shown = options.part_of(chosen)
    return {
        "matrix": matrix_of(shown, scoring) if scoring else None,
        "ranges": [item for item in shown if item.assessment and item.assessment.is_range],
        "moved": [item for item in shown if item.after and item.assessment],
        "shown": shown,
        "total": len(chosen),
        "left_out": left_out,
        "scoring": scoring,
    }


VIEW = View("matrix", "The priority matrix: enhancements on risk × impact.", OpenSelection, context)
