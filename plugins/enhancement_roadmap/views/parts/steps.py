"""What quarters and phases have in common: a step of the plan with the enhancements in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from enhancement_roadmap.analysis import Insight, Progress, progress_of
from enhancement_roadmap.model import Enhancement


@dataclass(frozen=True, slots=True)
class Step:
    """A quarter or a phase, as shown.

    Attributes:
        title: its name.
        summary: what it is for.
        anchor: its anchor; None where the view gives none.
        query: what an address says so that the table of all enhancements shows these.
        enhancements: in the order of the plan.
        progress: over all of them.
    """

    title: str
    summary: str | None
    anchor: str | None
    query: str
    enhancements: tuple[Enhancement, ...]
    progress: Progress


def step_of(title: str, summary: str | None, anchor: str | None, query: str, names: Iterable[str], insight: Insight) -> Step:
    """A step with its enhancements looked up by their ids."""
    items = tuple(insight.by_id[name] for name in names)
    return Step(title, summary, anchor, query, items, progress_of(items))


def plan_context(steps: list[Step], insight: Insight) -> Mapping[str, Any]:
    """The steps, and the enhancements that are in none of them."""
    planned = {item.id for step in steps for item in step.enhancements}
    return {"steps": steps, "unplanned": [item for item in insight.roadmap.enhancements if item.id not in planned]}
