"""An enhancement that a change removes, as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from enhancement_roadmap.model import Node, Slug
from enhancement_roadmap.views.details import parts_of
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class RemovedOptions(Node):
    """Which one."""

    was: Slug
    """Id of the enhancement in the older roadmap."""


def context(render_context: RenderContext, options: RemovedOptions) -> Mapping[str, Any]:
    """Everything about it, from the older roadmap."""
    comparison = render_context.comparison
    if comparison is None or comparison.mark(options.was) != "removed":
        return {"sections": (), "base": ""}
    older = replace(render_context, insight=comparison.before, comparison=None)
    return {"sections": list(parts_of(older, comparison.before.by_id[options.was])), "base": comparison.base}


VIEW = View("removed", "In a preview: an enhancement that the change removes, as it was.", RemovedOptions, context)
