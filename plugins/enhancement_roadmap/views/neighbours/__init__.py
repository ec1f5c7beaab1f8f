"""Where to go from one enhancement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancements before and after it, by number; one that is not there is left out."""
    previous, following = render_context.insight.neighbours(render_context.insight.by_id[options.enhancement])
    groups = (("Previous", previous), ("Next", following))
    return {"groups": [(label, item) for label, item in groups if item is not None]}


VIEW = View("neighbours", "Where to go from one enhancement: the previous and the next.", OneEnhancement, context)
