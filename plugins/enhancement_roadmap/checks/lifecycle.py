"""Does the status of each enhancement fit what is known about it?"""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks.places import place_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded, show
from enhancement_roadmap.model import Enhancement

_STARTED = {"ready": "is ready", "in-progress": "is in progress"}
"""Stages that nothing may hold back, and how messages name them."""


def lifecycle_findings(loaded: Loaded, insight: Insight) -> Iterator[Finding]:
    """Contradictions between statuses, dependencies, readiness, requirements and moves."""
    for item in insight.roadmap.enhancements:
        yield from _dependencies(loaded, insight, item)


def _dependencies(loaded: Loaded, insight: Insight, item: Enhancement) -> Iterator[Finding]:
    stage = insight.stages[item.id]
    for index, name in enumerate(item.scope.depends_on):
        if stage in _STARTED and insight.stages[name] != "done":
            status = insight.statuses[insight.by_id[name].status]
            place = place_of(loaded, item, "scope", "depends_on", index)
            message = f"{show(item.id)} {_STARTED[stage]} while it depends on {show(name)}, which is {show(status.id)}"
            hint = f"Finish {show(name)} first, take it out of ‘depends_on’, or set the status back."
            yield Finding(place, "RM802", message, hint, "warning")
