"""What the roadmap is: its header facts, overview and closing remark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import view_without_options


def facts(scene: Scene) -> Mapping[str, Any]:
    """Labelled texts and labelled dates, those that there are."""
    about = scene.insight.roadmap.about
    words = about.wording
    texts = ((words.status, about.status), (words.purpose, about.purpose), (words.maintainer, about.maintainer))
    dates = ((words.updated, about.updated), (words.last_review, about.last_review), (words.next_review, about.next_review))
    return {
        "texts": [(label, value) for label, value in (*texts, (words.version, about.version)) if value],
        "dates": [(label, value) for label, value in dates if value],
    }


VIEW = view_without_options("about", "What the roadmap is: overview, status, maintainer, version, review dates, closing remark.", facts)
