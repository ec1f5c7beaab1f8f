"""Who looks at the roadmap, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import view_without_options


def facts(scene: Scene) -> Mapping[str, Any]:
    """Review dates that there are, the update schedule and the stakeholders in their order."""
    roadmap = scene.insight.roadmap
    about, words, governance = roadmap.about, roadmap.about.wording, roadmap.governance
    dates = ((words.last_review, about.last_review), (words.next_review, about.next_review))
    return {
        "dates": [(label, day) for label, day in dates if day],
        "reviews": governance.reviews,
        "stakeholders": governance.stakeholders,
        "next_is_late": about.next_review is not None and about.next_review.last < scene.insight.today,
    }


VIEW = view_without_options("reviews", "Review dates, the update schedule, and who is asked in a review.", facts)
