"""The enhancements as a table, which the site's script sorts, filters and pages."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from enhancement_roadmap.analysis import Insight, Selection, State, select, states_of
from enhancement_roadmap.diff import Comparison
from enhancement_roadmap.model import Enhancement, Estimate, Stage
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.sortable import SEARCHED_ROWS, table_key
from enhancement_roadmap.views.view import View

_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
"""Calendar days of each unit but the sprint, near enough to put estimates in order."""

_WORDS: Mapping[State, str] = {
    "due": "Due",
    "ready": "Ready to start",
    "blocked": "Blocked",
    "stale": "Assessment out of date",
    "changed": "Changed since its last review",
    "look-again": "Look again: what it depends on was changed",
}
"""What the facts say of an enhancement today, in words."""

_OF_HISTORY = frozenset({"changed", "look-again"})
"""What only a roadmap with a history can say."""


def context(render_context: RenderContext, options: Selection) -> Mapping[str, Any]:
    """Rows of the table, how many there are without a limit, and what the script needs to know of them."""
    chosen = select(options, render_context.insight)
    rows = chosen[: options.limit]
    gone = _gone(render_context.comparison, options)
    shown = [*((item, render_context.insight) for item in rows), *gone]
    states = {item.id: states_of(item, insight) for item, insight in shown}
    return {
        "rows": rows,
        "gone": gone,
        "total": len(chosen),
        "searched_rows": SEARCHED_ROWS,
        "days": {item.id: _days(item.scope.timeline, insight) for item, insight in shown if item.scope.timeline},
        "states": states,
        "said": {item.id: _said(states[item.id], insight.stages[item.id]) for item, insight in shown},
        "has_owners": any(item.owner for item, _ in shown),
        "key": table_key("table", options),
        "choices": json.dumps(_choices(render_context.insight), ensure_ascii=False, separators=(",", ":")),
    }


def _gone(comparison: Comparison | None, options: Selection) -> Sequence[tuple[Enhancement, Insight]]:
    """Enhancements that a preview calls removed, as far as the table would have had them."""
    if comparison is None or not comparison.removed:
        return ()
    return [(item, comparison.before) for item in select(options, comparison.before) if comparison.mark(item.id) == "removed"]


def _said(states: Collection[State], stage: Stage) -> list[str]:
    """Words beside a status: what it does not say itself."""
    implied = {"due"} if "ready" in states or stage != "proposed" else set()
    return [_WORDS[state] for state in states if state not in {"stale", *implied}]


def _choices(insight: Insight) -> Mapping[str, list[tuple[str, str]]]:
    """Slug and words of each priority, status, state and phase, in their order."""
    return {
        "priority": [(level.id, plain(level.title)) for level in insight.levels.values()],
        "status": [(status.id, plain(status.title)) for status in insight.statuses.values()],
        "is": [(state, words) for state, words in _WORDS.items() if insight.last_changes or state not in _OF_HISTORY],
        "phase": [(phase.id, plain(phase.title)) for phase in sorted(insight.roadmap.plan.phases, key=lambda phase: phase.number)],
    }


def _days(estimate: Estimate, insight: Insight) -> float:
    """The middle of an estimate in calendar days, with sprints as long as the roadmap has them."""
    middle = (estimate.low + estimate.high) / 2
    return round(middle * (7 * insight.roadmap.plan.sprint_weeks if estimate.unit == "sprint" else _DAYS[estimate.unit]), 2)


VIEW = View("table", "The enhancements as a table, one row each.", Selection, context)
