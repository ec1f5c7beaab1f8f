"""When things will be done, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, ExpectedEnd, ExpectedStep, Mover, Schedule, TeamLoad
from enhancement_roadmap.analysis.schedule.tasks import Undated
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.outputs.facts.plain import Data, compact


def expected_data(item: Enhancement, insight: Insight) -> Data | None:
    """When one enhancement will be done, or why nobody can say; None where the plan has no team, or it is done or cancelled."""
    schedule = insight.schedule
    if schedule is None or insight.is_finished(item):
        return None
    if item.id in schedule.courses:
        return compact_data(_course(schedule.courses[item.id]))
    undated = schedule.undated_of.get(item.id)
    return compact_data(_undated(undated)) if undated else None


def schedule_data(schedule: Schedule) -> Data:
    """When the plan will be done as a whole and by phases and quarters, who is at work, and what moves it."""
    return {
        "first_day": schedule.first_day.isoformat(),
        "end": _end(schedule.end) if schedule.end else None,
        "phases": [_step(step) for step in schedule.phases],
        "quarters": [_step(step) for step in schedule.quarters],
        "teams": [_load(load) for load in schedule.loads],
        "bottleneck": schedule.bottleneck.id if schedule.bottleneck else None,
        "movers": [_mover(mover) for mover in schedule.movers],
    }


def schedule_rows(items: Iterable[Enhancement], insight: Insight) -> list[Data]:
    """Each of some enhancements with what is expected of it, those with a date first, the first to begin first."""
    chosen = {item.id: item for item in items}
    schedule = insight.schedule
    if schedule is None:
        return []
    order = [*schedule.courses, *(one.item.id for one in schedule.undated)]
    return [_row(chosen[name], insight) for name in order if name in chosen]


def _row(item: Enhancement, insight: Insight) -> Data:
    return {"id": item.id, "number": item.number, "title": item.title, "due": item.due.isoformat() if item.due else None} | {
        "expected": expected_data(item, insight)
    }


def compact_data(data: Mapping[str, Any]) -> Data:
    """Without what is not said."""
    found: Data = compact(dict(data))
    return found


def _course(course: ExpectedCourse) -> Mapping[str, Any]:
    return {
        "state": course.state,
        "team": course.team.id if course.team else None,
        "start": _day(course.start),
        **_end(course.end),
        "criticality": course.criticality,
        "slack": course.slack,
        "waits": course.waits,
        "behind": course.behind,
    }


def _end(end: ExpectedEnd) -> Mapping[str, Any]:
    return {"likely": _day(end.likely), "late": _day(end.late), "open": end.is_open, "due": _day(end.due), "on_time": end.on_time}


def _undated(undated: Undated) -> Mapping[str, Any]:
    return {"state": "unknown", "lack": undated.lack, "why": undated.words, "waits_for": list(undated.behind)}


def _step(step: ExpectedStep) -> Data:
    end = _end(step.end) if step.end else {"due": _day(step.last)}
    unknown = [one.item.id for one in step.undated]
    return compact_data({"id": step.step.id, "title": step.step.title, "from": _day(step.first), **end, "unknown": unknown})


def _load(load: TeamLoad) -> Data:
    return {"id": load.team.id, "title": load.team.title, "waits": load.waits}


def _mover(mover: Mover) -> Data:
    items = [item.id for item in mover.items]
    return compact_data({"kind": mover.kind, "enhancements": items, "team": mover.team.id if mover.team else None, "days": mover.days})


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
