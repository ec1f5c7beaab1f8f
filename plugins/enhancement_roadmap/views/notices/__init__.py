"""What is overdue or out of date, as a banner, and to those who write the data what they do not say; nothing when all is well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options

_NAMED = 50
"""Stale assessments that are named, and triggers that no data tells; the others are counted."""


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Reviews that are overdue, the longest first; days that are over; stale assessments; metrics whose latest reading is too old.

    For those who write the data also the decisions about enhancements of which nothing in them tells when to start.
    """
    insight = render_context.insight
    untold = [decision for decision in insight.decisions if decision.action == "not-said"] if render_context.for_authors else []
    return {
        "overdue": insight.overdue_reviews,
        "stale": insight.stale_assessments,
        "named": insight.stale_assessments[:_NAMED],
        "metrics": insight.out_of_date_metrics,
        "passed": insight.passed,
        "named_passed": insight.passed[:_NAMED],
        "untold": untold,
        "named_untold": untold[:_NAMED],
    }


VIEW = view_without_options("notices", "What is overdue or out of date, and what to do about it; nothing at all when all is well.", context)
