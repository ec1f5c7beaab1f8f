"""The enhancements as a table, which the site's script sorts, filters and pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from enhancement_roadmap.analysis import STATES, Insight, Selection, select
from enhancement_roadmap.model import Enhancement, Stage
from enhancement_roadmap.views.options import SEARCHED_ROWS, table_key
from enhancement_roadmap.views.parts.filtering import attributes_of, offered_filters
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison


def context(render_context: RenderContext, options: Selection) -> Mapping[str, Any]:
    """Rows of the table, how many there are without a limit, and what the script needs to know of them."""
    chosen = select(options, render_context.insight)
    rows = options.part_of(chosen)
    gone = _gone(render_context.comparison, options)
    shown = [*((item, render_context.insight) for item in rows), *gone]
    values = {item.id: {each.name: each.values_of(item, insight) for each in options.filters} for item, insight in shown}
    said = {item.id: _said(values[item.id]["is"], insight.stages[item.id]) for item, insight in shown}
    shared = _shared(list(said.values()))
    return {
        "rows": rows,
        "gone": gone,
        "total": len(chosen),
        "searched_rows": SEARCHED_ROWS,
        "lengths": {
            item.id: item.scope.timeline.length(insight.roadmap.plan.working_time) for item, insight in shown if item.scope.timeline
        },
        "attributes": {name: attributes_of(options.filters, found) for name, found in values.items()},
        "said": {name: [words for words in found if words not in shared] for name, found in said.items()},
        "shared": shared,
        "own": [field for field in render_context.insight.roadmap.about.fields if field.column and field.of == "enhancement"],
        "own_values": {item.id: {one.field.id: one for one in insight.own_values(item)} for item, insight in shown},
        "columns": _columns([item for item, _ in shown]),
        "key": table_key("table", options),
        "filters": offered_filters(options.filters, render_context.insight),
    }


def _columns(items: Sequence[Enhancement]) -> Collection[str]:
    """Of the columns that not every roadmap has, those that some row has something in."""
    found = {
        "number": any(item.number is not None for item in items),
        "score": any(item.assessment for item in items),
        "progress": any(item.requirements for item in items),
        "timeline": any(item.scope.timeline for item in items),
        "owner": any(item.owners for item in items),
    }
    return [name for name, is_there in found.items() if is_there]


def _gone(comparison: Comparison | None, options: Selection) -> Sequence[tuple[Enhancement, Insight]]:
    """Enhancements that a preview calls removed, as far as the table would have had them."""
    if comparison is None or not comparison.removed:
        return ()
    return [(item, comparison.before) for item in select(options, comparison.before) if comparison.mark(item.id) == "removed"]


_SAID_ELSEWHERE = {"stale", "waived", "without-evidence"}
"""States that a row of the table does not repeat: by the score, and in the checklists."""


def _said(states: Collection[str], stage: Stage) -> list[str]:
    """Words beside a status: what it does not say itself."""
    implied = {"due"} if "ready" in states or stage != "proposed" else set()
    return [STATES[state].title for state in states if state not in {*_SAID_ELSEWHERE, *implied}]


def _shared(said: Sequence[Collection[str]]) -> Sequence[str]:
    """What is said of every row: once, above the table, is enough."""
    first = said[0] if len(said) > 1 else ()
    return [words for words in first if all(words in others for others in said)]


VIEW = View("table", "The enhancements as a table, one row each.", Selection, context)
