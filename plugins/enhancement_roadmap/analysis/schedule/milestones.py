"""Days of the plan that people look forward to: where a phase or a quarter should end, and when a phase is expected to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.schedule.telling import end_words
from enhancement_roadmap.model import Phase, Quarter
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day of the plan.

    Attributes:
        what: a ``deadline`` that somebody has said, or an ``expected`` end.
        id: kind and id of the phase or quarter: ``phase/foundation``.
        title: its title.
        on: the day.
        words: what is then.
        about: more about it; may be empty.
    """

    what: Literal["deadline", "expected"]
    id: str
    title: str
    on: date
    words: str
    about: str = ""


def milestones_of(insight: Insight) -> Iterator[Milestone]:
    """Every milestone, in the order of the plan.

    The last day of each phase and quarter that names one; and, where the plan has a team, the day by which each phase is expected
    to be done with 85 %.
    """
    plan = insight.roadmap.plan
    for kind, steps in _steps(plan.phases, plan.quarters):
        for step in steps:
            if step.to is not None:
                yield Milestone("deadline", f"{kind}/{step.id}", step.title, step.to.last, "to be done")
    if not plan.teams or insight.schedule is None:
        return
    for expected in insight.schedule.phases:
        if expected.end is not None and expected.end.late is not None:
            about = f"Expected {end_words(expected.end)}"
            yield Milestone("expected", f"phase/{expected.step.id}", expected.step.title, expected.end.late, "done with 85 %", about)


def _steps(phases: Sequence[Phase], quarters: Sequence[Quarter]) -> Iterator[tuple[str, Sequence[Phase | Quarter]]]:
    yield "phase", phases
    yield "quarter", quarters
