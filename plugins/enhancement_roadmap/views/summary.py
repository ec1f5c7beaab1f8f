"""How we stand, and what is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, get_args

from enhancement_roadmap.analysis import progress_of
from enhancement_roadmap.model import Status
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import view_without_options


def facts(scene: Scene) -> Mapping[str, Any]:
    """Counts by status and priority, the next enhancement, and whether the next review is late."""
    insight = scene.insight
    counts = Counter(item.status for item in insight.roadmap.enhancements)
    review = insight.roadmap.about.next_review
    return {
        "statuses": [(status, counts[status]) for status in get_args(Status) if counts[status]],
        "priorities": [(level, len(items), progress_of(items)) for level, items in insight.by_priority.items()],
        "review_is_late": review is not None and review.last < insight.today,
    }


VIEW = view_without_options("summary", "How the roadmap stands: counts, progress by priority, what is next and why.", facts)
