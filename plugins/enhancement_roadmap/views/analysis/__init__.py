"""What speaks for one enhancement and against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The parts of the analysis that there are."""
    analysis = render_context.insight.by_id[options.enhancement].analysis
    if analysis is None:
        return {"parts_of_it": []}
    entries = (
        ("Benefits", analysis.benefits),
        ("Reasoning", analysis.reasoning),
        ("Demerits", analysis.demerits),
        ("Maintainability", analysis.maintainability),
    )
    return {"parts_of_it": [(label, words) for label, words in entries if words]}


VIEW = View("analysis", "What speaks for one enhancement and against it.", OneEnhancement, context)
