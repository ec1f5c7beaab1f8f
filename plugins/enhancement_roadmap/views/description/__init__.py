"""What one enhancement is, at whatever length it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancement."""
    return {"item": render_context.insight.by_id[options.enhancement]}


VIEW = View("description", "What one enhancement is, in the words of its file.", OneEnhancement, context)
