"""The form to weigh cost against benefit with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """The form; None where there is none."""
    return {"form": render_context.insight.roadmap.about.cost_benefit_template}


VIEW = view_without_options("cost-benefit", "The form to weigh cost against benefit with, for filling in.", context)
