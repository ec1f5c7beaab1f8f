"""What must hold before an enhancement starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.model import Node, Slug
from enhancement_roadmap.views.scene import Scene
from enhancement_roadmap.views.view import View


class Options(Node):
    """The criteria alone, or where one enhancement stands against them."""

    enhancement: Slug | None = None
    """Where this enhancement stands, by id; without it the criteria alone."""


def facts(scene: Scene, options: Options) -> Mapping[str, Any]:
    """Each criterion with the state of the enhancement, if one is named; None where it is not assessed."""
    insight = scene.insight
    criteria = insight.roadmap.about.readiness_criteria
    states = insight.by_id[options.enhancement].readiness if options.enhancement else {}
    rows = [(criterion, states.get(criterion.id)) for criterion in criteria]
    met = sum(1 for _, readiness in rows if readiness is not None and readiness.state == "yes")
    return {"rows": rows, "met": met, "of_one": options.enhancement is not None}


VIEW = View("readiness", "The readiness criteria, and where one enhancement stands against them.", Options, facts)
