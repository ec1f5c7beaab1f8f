"""Which enhancement and requirement answers which control of a standard, and how far is that?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Selection, controls_of, select
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: Selection) -> Mapping[str, Any]:
    """Each control that the chosen enhancements or their requirements name, with what answers it."""
    chosen = options.part_of(select(options, render_context.insight))
    return {"controls": controls_of(chosen)}


VIEW = View("controls", "Controls of standards, what answers each, and how far that is.", Selection, context)
