"""Who has agreed to what about one enhancement, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancement, whether its deferral and its accepted risk hold today, and the approvals that it has changed after."""
    insight = render_context.insight
    item = insight.by_id[options.enhancement]
    over = {ending.what for ending in insight.endings.get(item.id, ()) if ending.is_over(insight.today)}
    return {
        "item": item,
        "over": over,
        "outdated": insight.outdated_approvals(item),
        "changed": insight.last_changes.get(item.id),
        "scoring": insight.roadmap.about.scoring,
    }


VIEW = View(
    "sign-off",
    "Who has approved one enhancement, deferred it or accepted its risk, until when, and the risk that stays.",
    OneEnhancement,
    context,
)
