"""Requirements to tick off, with progress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from enhancement_roadmap.analysis import Selection, progress_of, select
from enhancement_roadmap.links import requirement_anchor
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

State = Literal["all", "open", "done"]


class ChecklistOptions(Selection):
    """Which enhancements, and which of their requirements."""

    state: State = "all"
    """`all` requirements, or only those `open` or `done`."""
    anchors: bool = False
    """`true` gives each requirement its anchor, where the view shows a single enhancement."""
    headings: bool = True
    """`false` leaves out the enhancement's name and progress, where the view shows a single one."""


def context(render_context: RenderContext, options: ChecklistOptions) -> Mapping[str, Any]:
    """Enhancements with their open and done requirements; those without any are left out before a limit counts."""
    chosen = select(options, render_context.insight)
    groups = [group for item in chosen if (group := _group(item, options.state))[1] or group[2]]
    shown = groups[: options.limit]
    alone = len(groups) == 1 and not options.headings
    return {
        "groups": shown if options.state == "done" else [group for group in shown if group[1]],
        "finished": [] if options.state == "done" else [group for group in shown if not group[1]],
        "alone": shown[0][0] if alone else None,
        "requirements": [entry for entry in shown[0][0].requirements if options.state in {"all", entry.status}] if alone else [],
        "shown": len(shown),
        "total": len(groups),
        "progress": progress_of(chosen),
        "state": options.state,
        "none_chosen": not chosen,
        "anchor": requirement_anchor if options.anchors and len(groups) == 1 else None,
    }


def _group(item: Enhancement, state: State) -> tuple[Enhancement, list[Requirement], list[Requirement]]:
    entries = item.requirements
    still_open = [entry for entry in entries if entry.status == "open"] if state != "done" else []
    return item, still_open, [entry for entry in entries if entry.status == "done"] if state != "open" else []


VIEW = View("checklist", "Requirements with their state and progress, by enhancement; what is done is folded.", ChecklistOptions, context)
