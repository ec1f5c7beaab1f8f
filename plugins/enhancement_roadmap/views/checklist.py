"""Requirements to tick off, with progress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from enhancement_roadmap.analysis import Selection, progress_of, select
from enhancement_roadmap.links import requirement_anchor
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import View


class Options(Selection):
    """Which enhancements, and which of their requirements."""

    state: Literal["all", "open", "done"] = "all"
    """`all` requirements, or only those `open` or `done`."""
    anchors: bool = False
    """`true` gives each requirement its anchor, where the view shows a single enhancement."""
    headings: bool = True
    """`false` leaves out the enhancement's name, where the view shows a single one."""


def facts(scene: Scene, options: Options) -> Mapping[str, Any]:
    """Enhancements with the requirements to show; those without any are left out before a limit counts."""
    chosen = select(options, scene.insight)
    groups = [(item, item.requirements) for item in chosen]
    if options.state != "all":
        kept = [(item, tuple(entry for entry in entries if entry.status == options.state)) for item, entries in groups]
        groups = [group for group in kept if group[1]]
    single = len(groups) == 1
    return {
        "groups": groups[: options.limit],
        "total": len(groups),
        "progress": progress_of(chosen),
        "state": options.state,
        "none_chosen": not chosen,
        "named": options.headings or not single,
        "anchor": requirement_anchor if options.anchors and single else None,
    }


VIEW = View("checklist", "Requirements with their state and progress, by enhancement.", Options, facts)
