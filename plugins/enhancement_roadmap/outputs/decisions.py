"""Decisions for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enhancement_roadmap.analysis import Decision, Evaluation, Insight, changed_actions
from enhancement_roadmap.findings import printable_json

SCHEMA_VERSION = 1


def decisions_json(insight: Insight, supposed: Insight | None = None, settings: Sequence[str] = ()) -> str:
    """Decisions as a JSON object.

    Args:
        insight: the roadmap on the day.
        supposed: the same with some facts replaced.
        settings: these facts, as typed.

    Returns:
        ``schema_version``, ``today`` and ``decisions``, each with id, number, title, action, priority, score, trigger, missing
        readiness criteria, what it waits for and the reasons. With `supposed` also ``supposed`` (the settings) and
        ``changes`` (id, and the action before and after); the decisions are then those of the supposed roadmap.
    """
    shown = supposed or insight
    result: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "today": insight.today.isoformat()}
    if supposed is not None:
        changes = changed_actions(insight.decisions, supposed.decisions)
        result["supposed"] = list(settings)
        result["changes"] = [{"id": change.item.id, "before": change.before, "after": change.after} for change in changes]
    result["decisions"] = [_decision(decision, shown) for decision in shown.decisions]
    return printable_json(result)


def _decision(decision: Decision, insight: Insight) -> Mapping[str, Any]:
    item = decision.item
    score = item.assessment.score if item.assessment else None
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "action": decision.action,
        "priority": item.priority,
        "status": item.status,
        "score": {"low": score.low, "high": score.high} if score else None,
        "trigger": _trigger(insight.evaluations[item.id]),
        "missing": [answer.criterion.id for answer in insight.readiness[item.id].unmet],
        "waits_for": [other.id for other in insight.open_dependencies(item)],
        "reasons": [{"fact": reason.fact, "text": reason.text} for reason in decision.reasons],
    }


def _trigger(evaluation: Evaluation) -> Mapping[str, Any]:
    forecast = evaluation.forecast
    return {
        "state": evaluation.state,
        "since": evaluation.since.isoformat() if evaluation.since else None,
        "example": evaluation.is_example,
        "forecast": {
            "earliest": forecast.earliest.isoformat(),
            "likely": forecast.likely.isoformat(),
            "latest": forecast.latest.isoformat() if forecast.latest else None,
        }
        if forecast
        else None,
    }
