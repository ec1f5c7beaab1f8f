"""That a site is the preview of a change, and against what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from enhancement_roadmap.findings import Finding, first_of
from enhancement_roadmap.model import Enhancement, Node
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison, Mark

_SHOWN = 20
"""Mistakes of a version that are shown."""


class PreviewNoticeOptions(Node):
    """How much it says."""

    names: bool = False
    """`true` names the enhancements that are new, changed or removed; else a link leads to the page that does."""

    title: bool = False
    """`true` says the title of the roadmap, for a page on several."""


def context(render_context: RenderContext, options: PreviewNoticeOptions) -> Mapping[str, Any]:
    """The marked enhancements, the mistakes, and the page that says more; nothing where nothing is compared."""
    comparison = render_context.comparison
    return {
        "groups": _groups(render_context.insight.roadmap.enhancements, comparison) if comparison else [],
        "mistakes": _mistakes(comparison.mistakes) if comparison else None,
        "mistakes_before": _mistakes(comparison.mistakes_before) if comparison else None,
        "bare": render_context.links,
        "named": options.names,
        "titled": options.title,
        "address": None if options.names else render_context.links.page("changes"),
    }


def _groups(items: Sequence[Enhancement], comparison: Comparison) -> list[tuple[Mark, Sequence[Enhancement]]]:
    """The enhancements of each mark that there is."""
    marks: dict[Mark, list[Enhancement]] = {"new": [], "changed": [], "removed": list(comparison.removed)}
    for item in items:
        if mark := comparison.mark(item.id):
            marks[mark].append(item)
    return [(mark, marked) for mark, marked in marks.items() if marked]


def _mistakes(findings: Sequence[Finding]) -> Mapping[str, Any] | None:
    """The mistakes of a version that is shown as far as it can be read; None where it has none."""
    shown, rest = first_of(findings, _SHOWN)
    return {"files": len({finding.place.file for finding in findings}), "shown": shown, "rest": rest} if findings else None


VIEW = View("preview", "That a site is the preview of a change, and against what; nothing at all elsewhere.", PreviewNoticeOptions, context)
