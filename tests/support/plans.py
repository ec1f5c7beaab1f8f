"""Roadmaps made in a test, with as many enhancements as it wants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement, GovernanceFile, MetricsFile, PlanFile, Roadmap, RoadmapFile
from support.render_contexts import TODAY

_LEVELS = [{"value": value, "title": f"Level {value}", "meaning": "So much"} for value in range(1, 6)]
ABOUT: Mapping[str, Any] = {
    "title": "Plan",
    "priorities": [{"id": name, "title": name.capitalize(), "meaning": "So urgent"} for name in ("high", "medium", "low")],
    "scoring": {"risk": {"title": "Risk", "levels": _LEVELS}, "impact": {"title": "Impact", "levels": _LEVELS}},
}


def enhancement(number: int, **values: Any) -> Enhancement:
    """An enhancement called ``item-NUMBER``; `score` is a pair of risk and impact, `done` and `open` count requirements."""
    done, still_open = values.pop("done", 0), values.pop("open", 1)
    if score := values.pop("score", None):
        values["assessment"] = {"risk": score[0], "impact": score[1], "why": "For a reason"}
    requirements = [{"id": f"r{index}", "text": "A requirement", "status": "done"} for index in range(done)]
    requirements += [{"id": f"r{done + index}", "text": "A requirement"} for index in range(still_open)]
    base = {
        "id": f"item-{number}",
        "number": number,
        "title": f"Item {number}",
        "priority": "medium",
        "trigger": {"summary": "When it is time", "kind": "growth"},
        "requirements": requirements,
    }
    return Enhancement.model_validate(base | values)


def insight(
    enhancements: Iterable[Enhancement],
    *,
    about: Mapping[str, Any] | None = None,
    plan: Mapping[str, Any] | None = None,
    metrics: Mapping[str, Any] | None = None,
    governance: Mapping[str, Any] | None = None,
    today: date = TODAY,
) -> Insight:
    """A roadmap of these enhancements, understood on a day."""
    roadmap = Roadmap(
        about=RoadmapFile.model_validate(dict(ABOUT) | dict(about or {})),
        plan=PlanFile.model_validate(plan or {}),
        governance=GovernanceFile.model_validate(governance or {}),
        metrics=MetricsFile.model_validate(metrics or {}),
        enhancements=tuple(enhancements),
    )
    return Insight(roadmap, today)


LEVEL = st.integers(1, 5)
LEVELS = LEVEL | st.tuples(LEVEL, LEVEL).map(lambda ends: f"{min(ends)}-{max(ends)}")
"""A level of a scale, or a range of levels, as an assessment has them."""
STATUSES = ("proposed", "triggered", "ready", "in-progress", "done", "deferred", "cancelled")


@st.composite
def plans(draw: st.DrawFn, largest: int = 5) -> list[Enhancement]:
    """Enhancements in the roadmap's order, of every kind."""
    return [
        enhancement(
            number,
            title=draw(st.sampled_from(["Same", "same", "Other", "Ärger"])),
            priority=draw(st.sampled_from(["high", "medium", "low", None])),
            status=draw(st.sampled_from(STATUSES)),
            owner=draw(st.sampled_from([None, "Ada", "grace", ["grace", "Ada"]])),
            labels=draw(st.lists(st.sampled_from(["x", "y"]), max_size=2)),
            score=draw(st.none() | st.tuples(LEVELS, LEVELS)),
            done=draw(st.integers(0, 3)),
            open=draw(st.integers(1, 3)),
            scope={
                "depends_on": draw(st.lists(st.sampled_from([f"item-{n}" for n in range(1, number)]), unique=True)) if number > 1 else []
            },
        )
        for number in range(1, draw(st.integers(0, largest)) + 1)
    ]
