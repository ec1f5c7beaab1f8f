"""Expertise and technology that the plan needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """Roles and technology considerations as pairs of a name and what it is about."""
    roadmap = render_context.insight.roadmap
    return {
        "roles": [(role.title, role.purpose) for role in roadmap.governance.roles],
        "considerations": [(entry.title, entry.advice) for entry in roadmap.about.technology_considerations],
    }


VIEW = view_without_options("resources", "Expertise that the plan needs, and what to weigh when technology is chosen.", context)
