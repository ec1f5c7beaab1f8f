"""The plan by quarter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.links import quarter_anchor
from enhancement_roadmap.views.options import Anchors
from enhancement_roadmap.views.parts.steps import plan_context, step_of
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: Anchors) -> Mapping[str, Any]:
    """The quarters in the order of the file."""
    insight = render_context.insight
    steps = [
        step_of(
            quarter.title,
            quarter.focus,
            quarter_anchor(quarter.id) if options.anchors else None,
            f"?table.quarter={quarter.id}",
            quarter,
            insight,
        )
        for quarter in insight.roadmap.plan.quarters
    ]
    return plan_context(steps, insight)


VIEW = View("quarters", "The quarters: what each is for, and the enhancements planned for it.", Anchors, context)
