"""Templates of the views: autoescaped, with the text door as a filter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from enhancement_roadmap.links import Links
from enhancement_roadmap.text import plain, to_html
from enhancement_roadmap.views.chips import chip_filters
from enhancement_roadmap.views.scene import Scene

_EXACT = 1e15
"""Whole numbers up to here are shown digit by digit."""


def render(template: str, scene: Scene, facts: Mapping[str, Any]) -> str:
    """Fill a template.

    Args:
        template: its file name.
        scene: gives the links; templates see it as ``links``, ``insight``, ``about`` and ``words`` (the wording).
        facts: the template's other variables.
    """
    about = scene.insight.roadmap.about
    filled = _environment().get_template(template).render(facts, links=scene.links, insight=scene.insight, about=about, words=about.wording)
    return filled.rstrip("\n")


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
    environment.filters |= {"text": _text, "plain": plain, "number": number}
    environment.filters |= chip_filters(environment)
    return environment


@pass_context
def _text(context: Context, value: str, links: Links | None = None) -> Markup:
    """The text door; a shared part, which sees no variables of the page, hands over the links itself."""
    return to_html(value, (links or context["links"]).relative)


def number(value: float) -> str:
    """A number with its thousands set apart: ``10,000`` or ``0.5``."""
    whole = float(value).is_integer() and abs(value) < _EXACT
    return f"{value:,.0f}" if whole else f"{value:,}"
