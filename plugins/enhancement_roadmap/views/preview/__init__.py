"""That a site is the preview of a change, and against what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enhancement_roadmap.diff import Comparison, Mark
from enhancement_roadmap.model import Enhancement, Node
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class PreviewNoticeOptions(Node):
    """How much it says."""

    names: bool = False
    """`true` names the enhancements that are new, changed or removed; else a link leads to the page that does."""


def context(render_context: RenderContext, options: PreviewNoticeOptions) -> Mapping[str, Any]:
    """The marked enhancements, and the page that says more; nothing where nothing is compared."""
    return {
        "groups": _groups(render_context.insight.roadmap.enhancements, render_context.comparison) if render_context.comparison else [],
        "bare": render_context.links,
        "named": options.names,
        "address": None if options.names else render_context.links.page("changes"),
    }


def _groups(items: Sequence[Enhancement], comparison: Comparison) -> list[tuple[Mark, Sequence[Enhancement]]]:
    """The enhancements of each mark that there is."""
    marks: dict[Mark, list[Enhancement]] = {"new": [], "changed": [], "removed": list(comparison.removed)}
    for item in items:
        if mark := comparison.mark(item.id):
            marks[mark].append(item)
    return [(mark, marked) for mark, marked in marks.items() if marked]


VIEW = View("preview", "That a site is the preview of a change, and against what; nothing at all elsewhere.", PreviewNoticeOptions, context)
