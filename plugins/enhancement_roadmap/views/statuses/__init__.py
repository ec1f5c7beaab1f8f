"""The lifecycle: which statuses there are, and what may follow which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.model import Stage
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options

_MEANINGS: Mapping[Stage, str] = {
    "proposed": "It is planned, and waits for its trigger.",
    "triggered": "Its trigger has fired.",
    "ready": "It can start: every readiness criterion is met, and it waits for no other.",
    "in-progress": "Work has begun.",
    "done": "Every requirement is met.",
    "deferred": "It is put off.",
    "cancelled": "It will not be done.",
}


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Each status with its meaning, how many enhancements have it, and what may follow; None where everything may."""
    insight = render_context.insight
    counts = Counter(item.status for item in insight.roadmap.enhancements)
    allowed = insight.next_statuses
    return {
        "rows": [
            (status, _MEANINGS[status.counts_as], counts[name], None if allowed is None else list(allowed[name]))
            for name, status in insight.statuses.items()
        ],
    }


VIEW = view_without_options("statuses", "The statuses of enhancements: what each means, how many have it, and what may follow it.", context)
