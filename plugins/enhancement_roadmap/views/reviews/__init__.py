"""Who looks at the roadmap, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Each review with its dates, those due first at the top; its round of stakeholders; and who is in none."""
    insight = render_context.insight
    rounds = [entry for entry in insight.reviews if entry.turns]
    asked = {turn.stakeholder.id for entry in rounds for turn in entry.turns}
    return {
        "reviews": insight.reviews,
        "rounds": rounds,
        "others": [stakeholder for stakeholder in insight.roadmap.governance.stakeholders if stakeholder.id not in asked],
        "feed": render_context.links.file("reviews.ics"),
    }


_SUMMARY = "When each review was held and is due next, whose turn it is, and the calendar to subscribe to."

VIEW = view_without_options("reviews", _SUMMARY, context)
