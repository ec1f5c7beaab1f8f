"""Everything about some enhancements, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from enhancement_roadmap.analysis import Selection, select
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.views import analysis, checklist, description, facts, scope, sign_off
from enhancement_roadmap.views.options import OneEnhancement
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class DetailsOptions(Selection):
    """Which enhancements, and whether each has a heading here."""

    headings: bool = True
    """`false` leaves out the enhancement's name, where the page itself has a heading for it."""


def context(render_context: RenderContext, options: DetailsOptions) -> Mapping[str, Any]:
    """Enhancements with the other views of each."""
    chosen = select(options, render_context.insight)
    shown = options.part_of(chosen)
    return {
        "entries": [(item, render_context.part(("details", item.id), partial(_parts, render_context, item))) for item in shown],
        "total": len(chosen),
        "named": options.headings,
    }


def _parts(render_context: RenderContext, item: Enhancement) -> list[tuple[str, Markup]]:
    # What was kept is of this enhancement as it is now only if it is looked up.
    return list(parts_of(render_context, render_context.insight.by_id[item.id]))


def parts_of(render_context: RenderContext, item: Enhancement) -> Iterator[tuple[str, Markup]]:
    """Title and HTML of each view of an enhancement that has something to say; the first, its facts, has no title."""
    words = render_context.insight.roadmap.about.wording
    one = OneEnhancement(enhancement=item.id)
    requirements = checklist.ChecklistOptions(enhancement=(item.id,), headings=False)
    yield "", _safe(facts.VIEW.render(render_context, one))
    if item.description is not None:
        yield words.description, _safe(description.VIEW.render(render_context, one))
    if item.requirements:
        yield words.requirements, _safe(checklist.VIEW.render(render_context, requirements))
    if item.has_scope:
        yield item.scope_title or words.scope, _safe(scope.VIEW.render(render_context, one))
    if item.analysis is not None:
        yield words.analysis, _safe(analysis.VIEW.render(render_context, one))
    if item.has_sign_off or item.controls:
        yield words.sign_off, _safe(sign_off.VIEW.render(render_context, one))


def _safe(html: str) -> Markup:
    """What another view has made went through its own autoescaped template."""
    return Markup(html)  # noqa: S704


VIEW = View("details", "Everything about some enhancements, one after the other.", DetailsOptions, context)
