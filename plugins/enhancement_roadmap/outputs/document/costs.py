"""The cost-benefit forms that have been filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.outputs.document.parts import Pairs, Section
from enhancement_roadmap.text import fenced, one_line
from enhancement_roadmap.views import filled_form


def filled_forms(insight: Insight) -> Section:
    """A form for each enhancement whose figures are its own, not made up to show the form."""
    items = [item for item in insight.roadmap.enhancements if (found := insight.economics[item.id]) and not found.is_example]
    return [
        form((group.title, [(field.label, field.words) for field in group.fields]) for group in filled_form(item, insight))
        for item in items
    ]


def form(groups: Iterable[tuple[str, Pairs]]) -> str:
    """Titles with their raw labels and values, as a block that shows them as typed."""
    return fenced(["\n\n".join("\n".join(_group(title, fields)) for title, fields in groups)])


def _group(title: str, fields: Pairs) -> Iterator[str]:
    if title:
        yield f"{one_line(title)}:"
    indent = "  - " if title else ""
    for label, value in fields:
        yield f"{indent}{one_line(label)}: {one_line(value)}"
