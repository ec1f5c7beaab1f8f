"""Who looks at the roadmap, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from enhancement_roadmap.analysis import next_review
from enhancement_roadmap.model import PartialDate, Review
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import view_without_options


def facts(scene: Scene) -> Mapping[str, Any]:
    """The review dates that there are, each regular review with its next date, and the stakeholders in their order."""
    roadmap, today = scene.insight.roadmap, scene.insight.today
    about, words = roadmap.about, roadmap.about.wording
    late = about.next_review is not None and _is_late(about.next_review, today)
    dates = ((words.next_review, about.next_review, late), (words.last_review, about.last_review, False))
    return {
        "dates": [entry for entry in dates if entry[1]],
        "reviews": list(_reviews(roadmap.governance.reviews, about.last_review, today)),
        "last_review": about.last_review,
        "stakeholders": roadmap.governance.stakeholders,
    }


def _reviews(reviews: tuple[Review, ...], last: PartialDate | None, today: date) -> Iterator[tuple[Review, PartialDate | None, bool]]:
    """Each regular review with its next date and whether that is past; without a last review there is no date."""
    for review in reviews:
        due = None if last is None else next_review(review.cadence, last)
        yield review, due, due is not None and _is_late(due, today)


def _is_late(day: PartialDate, today: date) -> bool:
    return day.last < today


VIEW = view_without_options("reviews", "When the roadmap is reviewed next, the update schedule, and who is asked in a review.", facts)
