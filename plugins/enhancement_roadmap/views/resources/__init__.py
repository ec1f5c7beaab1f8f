"""Expertise and technology that the plan needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enhancement_roadmap.model import PlanFile
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Roles, with the people of the plan who fill them, and technology considerations, each with what it is about."""
    roadmap = render_context.insight.roadmap
    filled = _people_of_roles(roadmap.plan)
    return {
        "roles": [(role, filled.get(role.title, ())) for role in roadmap.governance.roles],
        "are_filled": bool(filled),
        "considerations": [(entry.title, entry.advice) for entry in roadmap.about.technology_considerations],
    }


def _people_of_roles(plan: PlanFile) -> Mapping[str, Sequence[str]]:
    """Who fills each role, by its title: each person once, with the team."""
    found: dict[str, dict[str, None]] = {}
    for team in plan.teams:
        for person in team.people:
            for role in person.roles:
                found.setdefault(role, {})[f"{person.name} ({team.title})"] = None
    return {role: list(people) for role, people in found.items()}


VIEW = view_without_options("resources", "Expertise that the plan needs, and what to weigh when technology is chosen.", context)
