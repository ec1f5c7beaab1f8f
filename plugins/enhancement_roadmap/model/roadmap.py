"""The whole roadmap, from all files."""

from __future__ import annotations

from enhancement_roadmap.model.base import Node
from enhancement_roadmap.model.enhancement import Enhancement
from enhancement_roadmap.model.files import GovernanceFile, MetricsFile, PlanFile, RoadmapFile


class Roadmap(Node):
    """Everything that a roadmap folder says."""

    about: RoadmapFile
    """`roadmap.yml`: the document itself and what enhancements are judged by."""
    plan: PlanFile = PlanFile()
    """`plan.yml`."""
    governance: GovernanceFile = GovernanceFile()
    """`governance.yml`."""
    metrics: MetricsFile = MetricsFile()
    """`metrics.yml`."""
    enhancements: tuple[Enhancement, ...] = ()
    """In the order of their numbers."""
