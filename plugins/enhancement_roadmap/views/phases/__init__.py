"""The plan by phase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.links import phase_anchor
from enhancement_roadmap.views.options import Anchors
from enhancement_roadmap.views.parts.steps import plan_context, step_of
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: Anchors) -> Mapping[str, Any]:
    """The phases in the order of their numbers."""
    insight = render_context.insight
    steps = [
        step_of(
            f"Phase {phase.number}: {phase.title}",
            phase.summary,
            phase_anchor(phase.id) if options.anchors else None,
            f"?table.phase={phase.id}",
            phase,
            insight,
        )
        for phase in sorted(insight.roadmap.plan.phases, key=lambda phase: phase.number)
    ]
    return plan_context(steps, insight)


VIEW = View("phases", "The phases: what each contains, and how far it is.", Anchors, context)
