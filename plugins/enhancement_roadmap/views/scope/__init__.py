"""What implementing one enhancement touches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancement with its candidates; what stands among its facts only where nothing else is said of its scope."""
    insight = render_context.insight
    item = insight.by_id[options.enhancement]
    scope = item.scope
    candidates = (("Technologies", scope.technologies), ("Tools", scope.tools))
    return {
        "item": item,
        "scope": scope,
        "candidates": [(label, entry) for label, entry in candidates if entry],
        "timeline": None if item.has_scope else scope.timeline,
        "depends_on": [] if item.has_scope else [insight.by_id[name] for name in scope.needs],
    }


VIEW = View(
    "scope",
    "What implementing one enhancement touches: dependencies, files, technologies, packages. Its timeline is among the `facts`.",
    OneEnhancement,
    context,
)
