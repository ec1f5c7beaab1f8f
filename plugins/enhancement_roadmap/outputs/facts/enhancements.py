"""What is said of enhancements, and what is worked out of it, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from enhancement_roadmap.analysis import Decision, Economics, Evaluation, Insight, Progress, ThreePointEstimate
from enhancement_roadmap.analysis.filters import states_of
from enhancement_roadmap.model import Enhancement, LevelRange
from enhancement_roadmap.outputs.facts.plain import Data, compact, plain_data
from enhancement_roadmap.outputs.facts.schedule import expected_data

FACTS = "facts"
"""The key under which stands what is worked out, apart from what the files say."""


def enhancements_data(items: Iterable[Enhancement], insight: Insight) -> list[Data]:
    """Enhancements as their files say them, each with what is worked out of it on the day under the key `FACTS`.

    Args:
        items: those that are asked for.
        insight: the roadmap that they are of.
    """
    return [{**plain_data(item), FACTS: facts} for item, facts in worked_out(items, insight)]


def worked_out(items: Iterable[Enhancement], insight: Insight) -> Iterator[tuple[Enhancement, Data]]:
    """What is worked out of each enhancement on the day."""
    decisions = {decision.item.id: decision for decision in insight.decisions}
    return ((item, _facts(item, insight, decisions[item.id])) for item in items)


def trigger_data(evaluation: Evaluation) -> Mapping[str, Any]:
    """Where a trigger stands: its state, since when, whether by made-up readings only, and when it is expected to fire."""
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


def span(levels: LevelRange | None) -> Mapping[str, float] | None:
    """A level, a score or a range of them by its ends and what lies half-way; None where there is none."""
    return {"low": levels.low, "middle": levels.middle, "high": levels.high} if levels else None


def progress_data(progress: Progress) -> Mapping[str, int]:
    """How many requirements are done, of how many, and the share in percent."""
    return {"done": progress.done, "total": progress.total, "percent": progress.percent}


def _facts(item: Enhancement, insight: Insight, decision: Decision) -> Data:
    assessment, by_facts = item.assessment, insight.status_by_facts(item)
    readiness, economics = insight.readiness[item.id], insight.economics[item.id]
    found: Data = compact(
        {
            "place": insight.place[item.id] + 1,
            "priority": insight.priorities[item.id],
            "counts_as": insight.stages[item.id],
            "status_by_facts": by_facts.id if by_facts else None,
            "states": states_of(item, insight),
            "action": decision.action,
            "reasons": [{"fact": reason.fact, "text": reason.text, "advice": reason.advice or None} for reason in decision.reasons],
            "risk": span(assessment.risk) if assessment else None,
            "impact": span(assessment.impact) if assessment else None,
            "score": span(assessment.score) if assessment else None,
            "score_after": span(item.after.score) if item.after else None,
            "trigger": trigger_data(insight.evaluations[item.id]),
            "progress": progress_data(insight.progress[item.id]),
            "readiness": {
                "met": readiness.met_count,
                "total": len(readiness.criteria),
                "unmet": [answer.criterion.id for answer in readiness.unmet],
            },
            "depends_on": list(item.scope.needs),
            "waits_for": [other.id for other in insight.open_dependencies(item)],
            "needed_by": [other.id for other in insight.needed_by.get(item.id, ())],
            "phases": [phase.id for phase in insight.phases_of.get(item.id, ())],
            "quarters": [quarter.id for quarter in insight.quarters_of.get(item.id, ())],
            "timeline": _timeline(item, insight),
            "endings": _endings(item, insight),
            "economics": _economics(economics) if economics else None,
            "expected": expected_data(item, insight),
        }
    )
    return found


def _timeline(item: Enhancement, insight: Insight) -> Mapping[str, Any] | None:
    time = item.scope.timeline
    if time is None:
        return None
    hours = insight.roadmap.plan.working_time.hours_of(time.unit)
    return {"text": time.range, "hours": {"low": float(time.low * hours), "high": float(time.high * hours)}}


def _endings(item: Enhancement, insight: Insight) -> list[Mapping[str, Any]]:
    return [
        {"what": ending.what, "on": ending.on.isoformat(), "requirement": ending.requirement.id if ending.requirement else None}
        for ending in insight.endings.get(item.id, ())
    ]


def _economics(economics: Economics) -> Mapping[str, Any]:
    months = economics.break_even_months
    return {
        "one_off": _estimate(economics.one_off),
        "running_per_month": _estimate(economics.running_per_month),
        "benefit_per_year": _estimate(economics.benefit_per_year),
        "net_value": _estimate(economics.net_value),
        "break_even_months": {"low": _rounded(months.low), "middle": _rounded(months.middle), "high": _rounded(months.high)}
        if months
        else None,
        "horizon_years": economics.horizon_years,
        "example": economics.is_example,
    }


def _estimate(amount: ThreePointEstimate | None) -> Mapping[str, float | None] | None:
    return {"low": _rounded(amount.low), "middle": _rounded(amount.middle), "high": _rounded(amount.high)} if amount else None


def _rounded(amount: float | None) -> float | None:
    """An amount without what floating point adds in its last digits."""
    return None if amount is None else round(amount, 2)
