"""What must hold before an enhancement starts, and for which of them it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from enhancement_roadmap.analysis import FINISHED, Answer, Selection, select
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.views.options import SEARCHED_ROWS
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

COLUMNS = 12
"""Criteria that have a column of their own; the others are only counted."""


class ReadinessOptions(Selection):
    """The criteria, and where some enhancements stand against them."""

    answers: bool = True
    """`false` shows the criteria alone."""


def context(render_context: RenderContext, options: ReadinessOptions) -> Mapping[str, Any]:
    """The criteria with the answers of one enhancement, if one is named, or of all unfinished ones that have given any."""
    insight = render_context.insight
    criteria = insight.roadmap.about.readiness_criteria
    chosen = select(options, insight) if options.answers else []
    alone = chosen[0] if len(options.enhancement) == len(chosen) == 1 else None
    unfinished = [item for item in chosen if insight.stages[item.id] not in FINISHED]
    answered = [item for item in unfinished if item.readiness]
    shown = [] if alone else options.part_of(answered)
    rows = [(item, insight.readiness[item.id].answers[:COLUMNS]) for item in shown]
    return {
        "criteria": criteria,
        "alone": alone,
        "columns": criteria[:COLUMNS],
        "rows": rows,
        "totals": _totals(rows, len(criteria[:COLUMNS])),
        "complete": sum(1 for item in shown if insight.readiness[item.id].is_complete),
        "answered": len(answered),
        "silent": len(unfinished) - len(answered),
        "searched_rows": SEARCHED_ROWS,
        "with_answers": options.answers,
    }


def _totals(rows: Iterable[tuple[Enhancement, tuple[Answer, ...]]], columns: int) -> list[int]:
    """For each column how many meet its criterion."""
    totals = [0] * columns
    for _, answers in rows:
        for column, answer in enumerate(answers):
            totals[column] += answer.state == "yes"
    return totals


VIEW = View(
    "readiness", "The readiness criteria, and where enhancements stand against them: one, or those chosen.", ReadinessOptions, context
)
