"""When to start which enhancement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator

from enhancement_roadmap.analysis import Selection, listed, select
from enhancement_roadmap.model import TRIGGER_KINDS, TriggerKind
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

Kinds = Annotated[tuple[TriggerKind, ...], BeforeValidator(listed, json_schema_input_type=TriggerKind | tuple[TriggerKind, ...])]


class TriggersOptions(Selection):
    """Which enhancements, by which kinds of trigger."""

    kind: Kinds = ()
    """Only triggers of these kinds: `immediate`, `growth` or `business`."""


def context(render_context: RenderContext, options: TriggersOptions) -> Mapping[str, Any]:
    """Enhancements by the kind of their trigger; kinds without any are left out."""
    words = render_context.insight.roadmap.about.wording
    titles = {"immediate": words.triggers_immediate, "growth": words.triggers_growth, "business": words.triggers_business}
    chosen = [item for item in select(options, render_context.insight) if not options.kind or item.trigger.kind in options.kind]
    shown = chosen[: options.limit]
    groups = [(titles[kind], [item for item in shown if item.trigger.kind == kind]) for kind in TRIGGER_KINDS]
    return {"groups": [group for group in groups if group[1]], "shown": len(shown), "total": len(chosen)}


VIEW = View("triggers", "When to start which enhancement: triggers by kind, with their conditions.", TriggersOptions, context)
