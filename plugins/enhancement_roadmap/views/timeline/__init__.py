"""The plan as a picture: phases from top to bottom, quarters from left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import phase_anchor, quarter_anchor
from enhancement_roadmap.model import Enhancement, Phase, Quarter
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


@dataclass(frozen=True, slots=True)
class Line:
    """A phase across the quarters.

    Attributes:
        phase: the phase; None for enhancements that are in no phase.
        cells: its enhancements, for each quarter that is shown.
    """

    phase: Phase | None
    cells: tuple[Sequence[Enhancement], ...]


def context(render_context: RenderContext) -> Mapping[str, Any]:
    """The quarters with a line for each phase; a quarter that is None stands for no quarter, where that is needed."""
    insight = render_context.insight
    plan = insight.roadmap.plan
    cells = _cells(insight)
    phases: list[Phase | None] = [*sorted(plan.phases, key=lambda phase: phase.number)]
    quarters: list[Quarter | None] = [*plan.quarters]
    if any(phase is None for phase, _ in cells):
        phases.append(None)
    if any(quarter is None for _, quarter in cells):
        quarters.append(None)
    return {
        "quarters": quarters,
        "lines": [Line(phase, tuple(cells.get((_id(phase), _id(quarter)), ()) for quarter in quarters)) for phase in phases],
        "anchor": _anchor,
        "has_quarters": bool(plan.quarters),
        "has_phases": bool(plan.phases),
    }


def _anchor(phase: Phase | None, quarter: Quarter | None) -> str:
    """Where the plan page says all that a cell has no room for."""
    return phase_anchor(phase.id) if phase else quarter_anchor(quarter.id) if quarter else ""


def _cells(insight: Insight) -> Mapping[tuple[str | None, str | None], Sequence[Enhancement]]:
    """Enhancements that are in the plan, by the ids of their phase and quarter; None for in none."""
    cells: dict[tuple[str | None, str | None], list[Enhancement]] = defaultdict(list)
    for item in insight.roadmap.enhancements:
        phases, quarters = insight.phases_of.get(item.id, ()), insight.quarters_of.get(item.id, ())
        if phases or quarters:
            for phase in phases or (None,):
                for quarter in quarters or (None,):
                    cells[_id(phase), _id(quarter)].append(item)
    return cells


def _id(step: Phase | Quarter | None) -> str | None:
    return None if step is None else step.id


VIEW = view_without_options("timeline", "The plan as a picture: phases across quarters, with their enhancements.", context)
