"""The parts of a long list, each on a page: where this one stands among them, and the way to the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from enhancement_roadmap.analysis import ACTION_TITLES, Insight
from enhancement_roadmap.links import CHECKLISTS, DECISIONS, DOCUMENT
from enhancement_roadmap.model import Node, Text
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

_TITLES = {
    "table": "All enhancements",
    "ranking": "Ranking",
    "triggers": "Triggers",
    "readiness": "Readiness",
    "value": "Cost and benefit",
    "dates": "Dates",
    "graph": "What waits for what",
}


class PagerOptions(Node):
    """Which list, and which part of it this is."""

    of: Text = "table"
    """The list: `table`, `ranking`, `triggers`, `readiness`, `value`, `dates`, `graph`, `document`, `checklists-` with a priority
    level or `decisions-` with a decision."""
    part: Annotated[int, Field(ge=1)] = 1
    """Which part, from 1."""
    parts: Annotated[int, Field(ge=1)] = 1
    """How many there are."""


@dataclass(frozen=True, slots=True)
class ListPart:
    """A part of the list.

    Attributes:
        number: from 1.
        words: what it is called.
        address: None where there is no such page.
    """

    number: int
    words: str
    address: str | None


def context(render_context: RenderContext, options: PagerOptions) -> Mapping[str, Any]:
    """The parts with their addresses, those before and after this one, and what they are parts of."""
    parts = list(_parts(render_context, options))
    here = options.part - 1
    return {
        "title": _title(options.of, render_context.insight),
        "list_parts": parts,
        "here": options.part,
        "previous": parts[here - 1] if 0 < here < len(parts) else None,
        "following": parts[here + 1] if here + 1 < len(parts) else None,
        "of": options.of,
        "is_whole_elsewhere": options.of.startswith(f"{CHECKLISTS}-") and options.part == 1,
    }


def _parts(render_context: RenderContext, options: PagerOptions) -> Iterator[ListPart]:
    names = []
    if options.of == DOCUMENT:
        names = _names(render_context.insight)
    elif options.of.startswith(f"{CHECKLISTS}-"):
        names = ["the most urgent", *map(str, range(1, options.parts))]
    for number in range(1, options.parts + 1):
        words = names[number - 1] if number <= len(names) else str(number)
        yield ListPart(number, words, render_context.links.part(options.of, number))


def _names(insight: Insight) -> list[str]:
    """What the parts of a long document are called."""
    unprioritised = insight.roadmap.about.wording.unprioritised
    levels = [plain((level.section or level.title) if level else unprioritised) for level, _ in insight.priority_groups]
    return ["Contents", *levels, "Planning and decisions"]


def _title(of: str, insight: Insight) -> str:
    kind, _, name = of.partition("-")
    if kind == CHECKLISTS:
        return plain(insight.levels[name].title if name in insight.levels else insight.roadmap.about.wording.unprioritised)
    if kind == DECISIONS:
        return next((title for action, title in ACTION_TITLES.items() if action == name), of)
    return _TITLES.get(of, "Whole document")


VIEW = View(
    "pager", "The parts of a long list, each on a page of its own: which one this is, and the way to the others.", PagerOptions, context
)
