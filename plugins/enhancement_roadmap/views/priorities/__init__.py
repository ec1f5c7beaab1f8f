"""What the priority levels mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import progress_of
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Each level with the number of its enhancements and their progress; the same of those that are not prioritised."""
    insight = render_context.insight
    return {
        "levels": [
            (level, len(insight.by_priority[name]), progress_of(insight.by_priority[name])) for name, level in insight.levels.items()
        ],
        "unprioritised": len(insight.unprioritised),
        "their_progress": progress_of(insight.unprioritised),
    }


VIEW = view_without_options("priorities", "The priority levels: what each means, how many enhancements it has, how far they are.", context)
