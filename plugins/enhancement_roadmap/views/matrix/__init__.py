"""The priority matrix: risk × impact as a heat map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import matrix_of
from enhancement_roadmap.views.options import Anchors, OpenSelection, select_open
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

_CROWD = 12
"""Enhancements past which a narrow screen lists those of one cell at a time."""


class MatrixOptions(OpenSelection, Anchors):
    """Which enhancements; `anchors` lets the counts of a narrow screen, and other pages, point at cells."""


def context(render_context: RenderContext, options: MatrixOptions) -> Mapping[str, Any]:
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
        "is_crowded": options.anchors and len(shown) > _CROWD,
        "anchors": options.anchors,
        "left_out": left_out,
        "scoring": scoring,
    }


VIEW = View("matrix", "The priority matrix: enhancements on risk × impact.", MatrixOptions, context)
