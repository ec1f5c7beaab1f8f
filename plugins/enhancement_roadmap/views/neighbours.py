"""Where to go from one enhancement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import View


def facts(scene: Scene, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancements beside it, before it and behind it."""
    insight = scene.insight
    item = insight.by_id[options.enhancement]
    previous, following = insight.neighbours(item)
    groups = (
        ("Previous", [previous] if previous else []),
        ("Next", [following] if following else []),
        ("Depends on", [insight.by_id[name] for name in item.scope.depends_on]),
        ("Needed by", insight.needed_by.get(item.id, ())),
    )
    return {"groups": [(label, items) for label, items in groups if items]}


VIEW = View(
    "neighbours", "Where to go from one enhancement: previous, next, what it depends on, what depends on it.", OneEnhancement, facts
)
