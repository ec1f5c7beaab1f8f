"""One enhancement at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.schedule.telling import expected_words
from enhancement_roadmap.links import phase_anchor, quarter_anchor
from enhancement_roadmap.model import Enhancement, PartialDate
from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison

_TRIGGER_KINDS = {
    "immediate": "due as soon as the condition is met",
    "growth": "due when the metric is reached",
    "business": "due when the business needs it",
}


def context(render_context: RenderContext, options: OneEnhancement) -> Mapping[str, Any]:
    """The enhancement, its place in the plan, and what it stands between; in a preview what it was, where it has changed."""
    insight, comparison = render_context.insight, render_context.comparison
    item = insight.by_id[options.enhancement]
    places = _places(item, insight)
    blockers = insight.open_dependencies(item) if insight.is_blocked(item) else []
    held_up = {blocker.id for blocker in blockers}
    return {
        "item": item,
        "mark": comparison.mark(item.id) if comparison else None,
        "old": comparison.was(item.id) if comparison else None,
        "before": comparison.before if comparison else None,
        "meant": insight.contradicting_levels(item),
        "trigger_kinds": _TRIGGER_KINDS,
        "plan": render_context.links.page("plan") if any(places.values()) else None,
        "places": _with_left(places, item, comparison),
        "by_facts": insight.status_by_facts(item),
        "readiness": insight.readiness[item.id] if item.readiness else None,
        "blockers": blockers,
        "depends_on": [insight.by_id[name] for name in item.scope.needs if name not in held_up],
        "changed": PartialDate.of(changed) if (changed := insight.changed_since_review(item)) else None,
        "suspect_dependencies": insight.suspect_dependencies(item),
        "own": insight.own_values(item),
        "is_example": any(team.example for team in insight.roadmap.plan.teams),
        "expected": expected_words(item, insight, insight.schedule),
        "needed_by": insight.needed_by.get(item.id, ()),
    }


def _places(item: Enhancement, insight: Insight) -> Mapping[str, Mapping[str, str]]:
    """Title of each phase and quarter that an enhancement is in, by its anchor."""
    phases = {phase_anchor(phase.id): f"Phase {phase.number}: {phase.title}" for phase in insight.phases_of.get(item.id, ())}
    quarters = {quarter_anchor(quarter.id): quarter.title for quarter in insight.quarters_of.get(item.id, ())}
    return {"Phase": phases, "Quarter": quarters}


def _with_left(
    places: Mapping[str, Mapping[str, str]], item: Enhancement, comparison: Comparison | None
) -> list[tuple[str, Mapping[str, str], list[str]]]:
    """Phases and quarters, each with the titles of those that a preview says it is in no more; without empty lines."""
    old = comparison.was(item.id) if comparison else None
    former = _places(old, comparison.before) if comparison and old else {}
    left = {label: [title for anchor, title in former.get(label, {}).items() if anchor not in places[label]] for label in places}
    return [(label, entries, left[label]) for label, entries in places.items() if entries or left[label]]


VIEW = View("facts", "One enhancement at a glance: priority, status, trigger, score, progress, place in the plan.", OneEnhancement, context)
