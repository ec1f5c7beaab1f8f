"""One enhancement at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import contradicts
from enhancement_roadmap.links import phase_anchor, quarter_anchor
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import View

_TRIGGER_KINDS = {
    "immediate": "due as soon as the condition is met",
    "growth": "due when the metric is reached",
    "business": "due when the business needs it",
}


def facts(scene: Scene, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancement, its place in the plan, and what it stands between."""
    insight = scene.insight
    item = insight.by_id[options.enhancement]
    phases = [(f"Phase {phase.number}: {phase.title}", phase_anchor(phase.id)) for phase in insight.phases_of.get(item.id, ())]
    quarters = [(quarter.title, quarter_anchor(quarter.id)) for quarter in insight.quarters_of.get(item.id, ())]
    blockers = insight.open_dependencies(item) if insight.is_blocked(item) else []
    held_up = {blocker.id for blocker in blockers}
    return {
        "item": item,
        "meant": contradicts(item, insight),
        "trigger_kind": _TRIGGER_KINDS[item.trigger.kind],
        "plan": scene.links.page("plan") if phases or quarters else None,
        "places": [(label, entries) for label, entries in (("Phase", phases), ("Quarter", quarters)) if entries],
        "by_facts": insight.status_by_facts(item),
        "readiness": insight.readiness[item.id] if item.readiness else None,
        "blockers": blockers,
        "depends_on": [insight.by_id[name] for name in item.scope.depends_on if name not in held_up],
        "changed": PartialDate.of(changed) if (changed := insight.changed_since_review(item)) else None,
        "look_again": insight.look_again(item),
        "needed_by": insight.needed_by.get(item.id, ()),
    }


VIEW = View("facts", "One enhancement at a glance: priority, status, trigger, score, progress, place in the plan.", OneEnhancement, facts)
