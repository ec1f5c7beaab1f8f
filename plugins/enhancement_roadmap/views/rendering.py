"""Templates of the views: autoescaped, with the text door as a filter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from enhancement_roadmap.text import plain, to_html
from enhancement_roadmap.views.scene import Scene


def render(template: str, scene: Scene, facts: Mapping[str, Any]) -> str:
    """Fill a template.

    Args:
        template: its file name.
        scene: gives the links; templates see it as ``links`` and ``insight``.
        facts: the template's other variables.
    """
    return _environment().get_template(template).render(facts, links=scene.links, insight=scene.insight)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("enhancement_roadmap.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["text"] = _text
    environment.filters["plain"] = plain
    return environment


@pass_context
def _text(context: Context, value: str) -> Markup:
    return to_html(value, context["links"].relative)
