"""As of when a page is, on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """The day that everything is judged by, and the last commit that changed the roadmap; None where there is no history."""
    commit = render_context.history.last_commit if render_context.history else None
    return {
        "today": PartialDate.of(render_context.insight.today),
        "commit": commit,
        "address": render_context.links.commit(commit.id) if commit else None,
    }


VIEW = view_without_options("as-of", "As of when a page is: the day, and the last commit that changed the roadmap.", context)
