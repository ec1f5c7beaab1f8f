"""What quarters and phases have in common: a step of the plan with the enhancements in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.analysis import Insight, Progress, progress_of
from enhancement_roadmap.analysis.schedule.telling import step_words
from enhancement_roadmap.model import Enhancement, Phase, Quarter
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A quarter or a phase, as shown.

    Attributes:
        id: what the data call it.
        title: its name.
        summary: what it is for.
        anchor: its anchor; None where the view gives none.
        query: what an address says so that the table of all enhancements shows these.
        enhancements: in the order of the plan.
        progress: over all of them.
        expected: when all of them are done, in words; empty where nobody can say, or the plan has no team.
    """

    id: str
    title: str
    summary: str | None
    anchor: str | None
    query: str
    enhancements: tuple[Enhancement, ...]
    progress: Progress
    expected: str = ""


def step_of(title: str, summary: str | None, anchor: str | None, query: str, step: Phase | Quarter, insight: Insight) -> Step:
    """A step of the plan with its enhancements looked up by their ids.

    Args:
        title: what it is called.
        summary: what it is for.
        anchor: its anchor; None for none.
        query: what an address says so that the table of all enhancements shows these.
        step: the phase or the quarter.
        insight: the roadmap.
    """
    items = tuple(insight.by_id[name] for name in step.enhancements)
    return Step(step.id, title, summary, anchor, query, items, progress_of(items), _expected(step, insight))


def _expected(step: Phase | Quarter, insight: Insight) -> str:
    schedule = insight.schedule
    steps = (*schedule.phases, *schedule.quarters) if schedule else ()
    words = next((step_words(one) for one in steps if one.step is step), "")
    return f"{words[:1].upper()}{words[1:]}"


def plan_context(steps: list[Step], insight: Insight) -> Mapping[str, Any]:
    """The steps, and the enhancements that are in none of them."""
    planned = {item.id for step in steps for item in step.enhancements}
    return {"steps": steps, "unplanned": [item for item in insight.roadmap.enhancements if item.id not in planned]}
