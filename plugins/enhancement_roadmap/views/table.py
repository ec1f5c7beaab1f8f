"""The enhancements as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Selection, select
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import View


def facts(scene: Scene, options: Selection) -> Mapping[str, Any]:
    """Rows of the table, and how many a limit leaves out."""
    chosen = select(options, scene.insight)
    shown = chosen[: options.limit]
    return {"rows": shown, "left_out": len(chosen) - len(shown)}


VIEW = View("table", "The enhancements as a table, one row each.", Selection, facts)
