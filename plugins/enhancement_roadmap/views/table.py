"""The enhancements as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Selection, select
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import View


def facts(scene: Scene, options: Selection) -> Mapping[str, Any]:
    """Rows of the table, and how many there are without a limit."""
    chosen = select(options, scene.insight)
    return {"rows": chosen[: options.limit], "total": len(chosen)}


VIEW = View("table", "The enhancements as a table, one row each.", Selection, facts)
