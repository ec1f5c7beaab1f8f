"""What speaks for one enhancement and against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancement, and the parts of its analysis that there are."""
    item = render_context.insight.by_id[options.enhancement]
    analysis = item.analysis
    if analysis is None:
        return {"item": item, "parts_of_it": []}
    entries = (
        ("Benefits", analysis.benefits),
        ("Reasoning", analysis.reasoning),
        ("Demerits", analysis.demerits),
        ("Maintainability", analysis.maintainability),
    )
    return {"item": item, "parts_of_it": [(label, words) for label, words in entries if words]}


VIEW = View("analysis", "What speaks for one enhancement and against it.", OneEnhancement, context)
