"""What the roadmap is: its header facts, overview and closing remark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Labelled texts, each with whether it may be long, and labelled dates, those that there are; the dates of reviews are in `reviews`."""
    about = render_context.insight.roadmap.about
    words = about.wording
    texts = (
        (words.status, about.status, True),
        (words.purpose, about.purpose, True),
        (words.maintainer, about.maintainer, False),
        (words.version, about.version, False),
    )
    return {
        "texts": [(label, value, is_long) for label, value, is_long in texts if value],
        "dates": [(words.updated, about.updated)] if about.updated else [],
    }


VIEW = view_without_options("about", "What the roadmap is: overview, status, purpose, maintainer, version, closing remark.", context)
