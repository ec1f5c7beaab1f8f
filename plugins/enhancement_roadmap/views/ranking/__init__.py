"""What is most urgent, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Sort
from enhancement_roadmap.views.options import SEARCHED_ROWS, OpenSelection, select_open, table_key
from enhancement_roadmap.views.parts.filtering import offered_filters, row_attributes
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

_FILTERS = ("priority", "status", "owner", "label")
"""What the table offers to filter by."""


class RankingOptions(OpenSelection):
    """Which enhancements; the most urgent first unless said otherwise, of those that are neither done nor cancelled."""

    sort: Sort = "score"
    """The order, as in each selection."""


def context(render_context: RenderContext, options: RankingOptions) -> Mapping[str, Any]:
    """The chosen enhancements, each with its rank among them by urgency.

    Also, for the id of each, the levels that its score means where these are others than the declared one; whether nobody has
    reviewed any assessment; and whether any is stale.
    """
    insight = render_context.insight
    chosen, left_out = select_open(options, insight)
    ranks = {item.id: rank for rank, item in enumerate(insight.ranked(chosen), start=1)}
    shown = options.part_of(chosen)
    filters = [each for each in options.filters if each.name in _FILTERS]
    kinds = {item.assessment.kind for item in shown if item.assessment}
    return {
        "rows": [(ranks[item.id], item) for item in shown],
        "meant": {item.id: insight.contradicting_levels(item) for item in shown},
        "total": len(chosen),
        "left_out": left_out,
        "all_initial": kinds == {"initial"},
        "any_stale": any(insight.is_stale(item) for item in shown),
        "is_assessed": any(item.assessment for item in chosen),
        "attributes": {item.id: row_attributes(filters, item, insight) for item in shown},
        "filters": offered_filters(filters, insight),
        "searched_rows": SEARCHED_ROWS,
        "key": table_key("ranking", options),
    }


VIEW = View("ranking", "What is neither done nor cancelled by score, each with the reason for it.", RankingOptions, context)
