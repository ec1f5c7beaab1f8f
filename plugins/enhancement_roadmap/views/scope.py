"""What implementing one enhancement means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.model import Scope
from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import View


def facts(scene: Scene, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancement with its candidates, and whether there is nothing to show."""
    item = scene.insight.by_id[options.enhancement]
    scope = item.scope
    candidates = (("Technologies", scope.technologies), ("Tools", scope.tools))
    return {
        "item": item,
        "scope": scope,
        "candidates": [(label, entry) for label, entry in candidates if entry],
        "is_empty": scope == _NOTHING and item.packages is None,
    }


_NOTHING = Scope()

VIEW = View(
    "scope", "What implementing one enhancement means: timeline, dependencies, files, technologies, packages.", OneEnhancement, facts
)
