"""How we stand, and what is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import ACTION_TITLES
from enhancement_roadmap.analysis.schedule.telling import expected_words, whole_words
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options

_NAMED = 3
"""Enhancements that are due and named in the sentence; the others are counted."""


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Counts by status, what is due and next, and the review to come; those that are overdue are among the notices."""
    insight = render_context.insight
    counts = Counter(item.status for item in insight.roadmap.enhancements)
    stages = Counter(insight.stages.values())
    return {
        "statuses": [(status, counts[name]) for name, status in insight.statuses.items() if counts[name]],
        "in_progress": stages["in-progress"],
        "done": stages["done"],
        "due": insight.due,
        "named": insight.due[:_NAMED],
        "next": insight.next_up,
        "actions": ACTION_TITLES,
        "expected": expected_words(insight.next_up.item, insight, insight.schedule) if insight.next_up else "",
        "is_example": any(team.example for team in insight.roadmap.plan.teams),
        "end": whole_words(insight.schedule) if insight.schedule and insight.schedule.end else "",
        "review": next((review for review in insight.reviews if not review.is_overdue), None),
    }


VIEW = view_without_options("summary", "How the roadmap stands: a sentence, four numbers, what to look at next and why.", context)
