"""What a view is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from enhancement_roadmap.model import Node
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.options import NoOptions
from enhancement_roadmap.views.render_context import RenderContext


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at the roadmap.

    Attributes:
        name: what a fence and the command line call it.
        summary: what it shows, in a sentence, for the reference.
        options: what can be chosen; a class of the model, so that mistakes become findings.
        context: works out what its template (``NAME.html.j2`` beside it) shows.
    """

    name: str
    summary: str
    options: type[Node]
    context: Callable[[RenderContext, Any], Mapping[str, Any]]

    def render(self, render_context: RenderContext, options: Node) -> str:
        """The view as an HTML fragment."""
        return self.fill(render_context, self.context(render_context, options))

    def fill(self, render_context: RenderContext, given: Mapping[str, Any]) -> str:
        """The same of what `context` has worked out."""
        return render_context.fill(f"{self.name}.html.j2", given)


def view_without_options(name: str, summary: str, context: Callable[[RenderContext], Mapping[str, Any]]) -> View:
    """A view that has nothing to choose."""
    return View(name, summary, NoOptions, lambda render_context, _: context(render_context))
