"""The scales that enhancements are assessed on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """The scales; None without any."""
    return {"scoring": render_context.insight.roadmap.about.scoring}


VIEW = view_without_options(
    "scales", "The scales for risk and business impact, how a score comes about, and which priority it means.", context
)
