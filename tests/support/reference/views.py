"""The page on the views, from the table of views."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enhancement_roadmap.analysis import Selection
from enhancement_roadmap.model import Node
from enhancement_roadmap.views import VIEWS, View
from support.reference.data import rows_of
from support.reference.markdown import block, page, table
from support.render_contexts import render_context_of
from support.site import WORKING_PANDA

INTRO = """\
Each view is a fenced block called `roadmap` in [any page](../how-to/show-a-view.md), and `roadmap show VIEW` in the
terminal. The examples show this project's own [roadmap](../roadmap/index.md). In a site with
[several](../how-to/several-roadmaps.md), each block may also have the line `roadmap: …`, which says whose enhancements it
shows."""

SELECTION_INTRO = """\
Views of several enhancements take these options. Several values of one filter widen it, several filters narrow each
other; a filter takes one value or a list."""

SHOWN = "roadmap"
"""Which of this site's roadmaps the examples show."""

SAMPLE = "database-security"
"""The enhancement that examples show where a view needs one."""

OPTIONS: dict[str, dict[str, Any]] = {
    "checklist": {"enhancement": SAMPLE},
    "details": {"enhancement": SAMPLE},
    "ranking": {"limit": 3},
    "table": {"priority": ["high", "medium"], "sort": "score", "limit": 3},
}
"""Options that keep an example short or show how they are written, by view; others have only those that they need."""


def views_page() -> str:
    """Every view with its options and an example, and the options that several share."""
    overview = table(["View", "What it shows"], [[f"[`{name}`](#{name})", view.summary] for name, view in VIEWS.items()])
    blocks = [overview, "## Selection", SELECTION_INTRO, _table(Selection)]
    for view in VIEWS.values():
        blocks += _view(view)
    return page("Views", INTRO, blocks)


def _view(view: View) -> Iterator[str]:
    yield f"## {view.name}"
    yield view.summary
    if issubclass(view.options, Selection):
        yield "Takes the options of a [selection](#selection)."
        own = [row for row in rows_of(view.options) if row not in set(rows_of(Selection))]
    else:
        own = list(rows_of(view.options))
    if own:
        yield table(["Option", "Value", "Default", "Meaning"], own)
    example = _example(view)
    yield block("markdown", example)
    yield example.replace("\n", f"\nroadmap: {SHOWN}\n", 1)
    facts = view.context(render_context_of(WORKING_PANDA), view.options.model_validate(_options(view)))
    given = f", which is given {', '.join(f'`{name}`' for name in facts)}" if facts else ""
    yield f"Its [template](../how-to/use-own-templates.md) is `{view.name}.html.j2`{given}."


def _table(model: type[Node]) -> str:
    return table(["Option", "Value", "Default", "Meaning"], rows_of(model))


def _options(view: View) -> dict[str, Any]:
    required = {name: SAMPLE for name, field in view.options.model_fields.items() if field.is_required()}
    return {**required, **OPTIONS.get(view.name, {})}


def _example(view: View) -> str:
    values = {name: str(value).replace("'", "") for name, value in _options(view).items()}
    return "\n".join(["```roadmap", f"view: {view.name}", *(f"{name}: {value}" for name, value in values.items()), "```"])
