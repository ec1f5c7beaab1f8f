"""The table of views: a page, a fence in any page and the command line get a new view by one line here."""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.views import (
    about,
    agreements,
    analysis,
    burn_up,
    changelog,
    changes,
    checklist,
    contacts,
    controls,
    cost_benefit,
    costs,
    decisions,
    description,
    details,
    facts,
    graph,
    load,
    matrix,
    metrics,
    neighbours,
    net_value,
    notes,
    notices,
    phases,
    preview,
    priorities,
    quarters,
    ranking,
    readiness,
    removed,
    resources,
    reviews,
    scales,
    schedule,
    scope,
    sign_off,
    statuses,
    summary,
    table,
    timeline,
    triggers,
    urgency,
)
from enhancement_roadmap.views.view import View

VIEWS: Mapping[str, View] = {
    view.name: view
    for view in (
        preview.VIEW,
        about.VIEW,
        notes.VIEW,
        summary.VIEW,
        notices.VIEW,
        urgency.VIEW,
        priorities.VIEW,
        table.VIEW,
        facts.VIEW,
        description.VIEW,
        scope.VIEW,
        analysis.VIEW,
        sign_off.VIEW,
        neighbours.VIEW,
        details.VIEW,
        removed.VIEW,
        matrix.VIEW,
        ranking.VIEW,
        scales.VIEW,
        checklist.VIEW,
        statuses.VIEW,
        readiness.VIEW,
        decisions.VIEW,
        triggers.VIEW,
        metrics.VIEW,
        schedule.VIEW,
        load.VIEW,
        graph.VIEW,
        timeline.VIEW,
        quarters.VIEW,
        phases.VIEW,
        resources.VIEW,
        reviews.VIEW,
        agreements.VIEW,
        controls.VIEW,
        contacts.VIEW,
        changelog.VIEW,
        burn_up.VIEW,
        net_value.VIEW,
        costs.VIEW,
        cost_benefit.VIEW,
        changes.VIEW,
    )
}


def find_view(name: str) -> View | None:
    """The view with this name."""
    return VIEWS.get(name)
