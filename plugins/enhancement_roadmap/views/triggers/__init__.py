"""When to start which enhancement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator

from enhancement_roadmap.analysis import Selection, listed, select
from enhancement_roadmap.model import TriggerKind
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

Kinds = Annotated[tuple[TriggerKind, ...], BeforeValidator(listed, json_schema_input_type=TriggerKind | tuple[TriggerKind, ...])]


class TriggersOptions(Selection):
    """Which enhancements, by which kinds of trigger."""

    kind: Kinds = ()
    """Only triggers of these kinds: `immediate`, `growth` or `business`."""


def context(render_context: RenderContext, options: TriggersOptions) -> Mapping[str, Any]:
    """Enhancements that have a trigger, by its kind, those of no kind last; kinds without any are left out."""
    words = render_context.insight.roadmap.about.wording
    titles: Mapping[TriggerKind | None, str] = {
        "immediate": words.triggers_immediate,
        "growth": words.triggers_growth,
        "business": words.triggers_business,
        None: words.triggers_other,
    }
    triggered = [(item, item.trigger.kind) for item in select(options, render_context.insight) if item.trigger]
    chosen = [(item, kind) for item, kind in triggered if not options.kind or kind in options.kind]
    shown = options.part_of(chosen)
    groups = [(title, [item for item, kind in shown if kind == wanted]) for wanted, title in titles.items()]
    return {"groups": [group for group in groups if group[1]], "shown": len(shown), "total": len(chosen)}


VIEW = View("triggers", "When to start which enhancement: triggers by kind, with their conditions.", TriggersOptions, context)
