"""The enhancements as a table, which the site's script sorts, filters and pages."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from enhancement_roadmap.analysis import Insight, Selection, State, select, states_of
from enhancement_roadmap.model import Estimate, Stage
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.scene import Scene
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


def facts(scene: Scene, options: Selection) -> Mapping[str, Any]:
    """Rows of the table, how many there are without a limit, and what the script needs to know of them."""
    chosen = select(options, scene.insight)
    rows = chosen[: options.limit]
    sprint = 7 * scene.insight.roadmap.plan.sprint_weeks
    days = {item.id: _days(item.scope.timeline, sprint) for item in rows if item.scope.timeline}
    states = {item.id: states_of(item, scene.insight) for item in rows}
    return {
        "rows": rows,
        "total": len(chosen),
        "searched_rows": SEARCHED_ROWS,
        "days": days,
        "states": states,
        "said": {item.id: _said(states[item.id], scene.insight.stages[item.id]) for item in rows},
        "has_owners": any(item.owner for item in rows),
        "key": table_key("table", options),
        "choices": json.dumps(_choices(scene.insight), ensure_ascii=False, separators=(",", ":")),
    }


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


def _days(estimate: Estimate, sprint: float) -> float:
    """The middle of an estimate in calendar days.

    Args:
        estimate: a range with its unit.
        sprint: days of a sprint.
    """
    middle = (estimate.low + estimate.high) / 2
    return round(middle * (sprint if estimate.unit == "sprint" else _DAYS[estimate.unit]), 2)


VIEW = View("table", "The enhancements as a table, one row each.", Selection, facts)
