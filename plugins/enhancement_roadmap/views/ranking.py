"""What is most urgent, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Selection, Sort, select
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.sortable import SEARCHED_ROWS, table_key
from enhancement_roadmap.views.view import View


class Options(Selection):
    """Which enhancements; the most urgent first unless said otherwise."""

    sort: Sort = "score"
    """`number`, `title`, `priority`, `score`, `status`, `progress` or `owner`."""


def facts(scene: Scene, options: Options) -> Mapping[str, Any]:
    """The chosen enhancements, each with its rank among them by urgency, and whether nobody has reviewed any assessment."""
    chosen = select(options, scene.insight)
    ranks = {item.id: rank for rank, item in enumerate(scene.insight.ranked(chosen), start=1)}
    shown = chosen[: options.limit]
    kinds = {item.assessment.kind for item in shown if item.assessment}
    return {
        "rows": [(ranks[item.id], item) for item in shown],
        "total": len(chosen),
        "all_initial": kinds == {"initial"},
        "searched_rows": SEARCHED_ROWS,
        "key": table_key("ranking", options),
    }


VIEW = View("ranking", "The enhancements by score, each with the reason for it.", Options, facts)
