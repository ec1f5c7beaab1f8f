"""Who looks at the roadmap, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import HeldReview
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Each review with its dates, those due first at the top; its round of stakeholders; who is in none; and those that were held."""
    insight = render_context.insight
    rounds = [entry for entry in insight.reviews if entry.turns]
    asked = {turn.stakeholder.id for entry in rounds for turn in entry.turns}
    return {
        "reviews": insight.reviews,
        "rounds": rounds,
        "held": _held(insight),
        "others": [stakeholder for stakeholder in insight.roadmap.governance.stakeholders if stakeholder.id not in asked],
        "feed": render_context.links.file("reviews.ics"),
    }


def _held(insight: Insight) -> Sequence[tuple[str, HeldReview, str | None]]:
    """Title of each review that was held, the time, and who held it; the latest first."""
    governance = insight.roadmap.governance
    names = {stakeholder.id: stakeholder.name for stakeholder in governance.stakeholders}
    held = [(review.title, one, names.get(one.by, one.by) if one.by else None) for review in governance.reviews for one in review.held]
    return sorted(held, key=lambda entry: entry[1].on.last, reverse=True)


_SUMMARY = "When each review was held and is due next, whose turn it is, and the calendar to subscribe to."

VIEW = view_without_options("reviews", _SUMMARY, context)
