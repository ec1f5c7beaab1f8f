"""What people have agreed to across the roadmap: approvals, accepted risks and deferrals, and what of it ends soon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Selection, select
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

SOON = 90
"""Days within which something ends soon."""


def context(render_context: RenderContext, options: Selection) -> Mapping[str, Any]:
    """Approvals of the chosen enhancements, the latest first; accepted risks and deferrals; what is over, and what ends soon."""
    insight = render_context.insight
    chosen = options.part_of(select(options, insight))
    names = {item.id for item in chosen}
    approvals = [(one, item) for item in chosen for one in item.approved]
    return {
        "approvals": sorted(approvals, key=lambda pair: pair[0].on.last, reverse=True),
        "outdated": {item.id: insight.outdated_approvals(item) for item in chosen},
        "accepted": [item for item in chosen if item.acceptance and not insight.is_finished(item)],
        "deferred": [item for item in chosen if item.deferred and not insight.is_finished(item)],
        "passed": [ending for ending in insight.passed if ending.item.id in names],
        "passing": [ending for ending in insight.passing(SOON) if ending.item.id in names],
        "soon": SOON,
    }


VIEW = View("agreements", "Who has approved what, which risks are accepted until when, and what ends soon.", Selection, context)
