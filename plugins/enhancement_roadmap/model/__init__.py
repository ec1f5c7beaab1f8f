"""The nouns of a roadmap: frozen, typed, and free of files, hosts and HTML."""

from __future__ import annotations

from enhancement_roadmap.model.base import Label, Node, Number, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.enhancement import (
    Analysis,
    Assessment,
    Candidates,
    Enhancement,
    FileChange,
    Packages,
    Readiness,
    ReadinessState,
    Requirement,
    Scope,
    Status,
)
from enhancement_roadmap.model.estimate import Estimate
from enhancement_roadmap.model.files import (
    FILE_KINDS,
    FileKind,
    GovernanceFile,
    MetricsFile,
    PlanFile,
    RoadmapFile,
)
from enhancement_roadmap.model.framework import (
    CostBenefitTemplate,
    Criterion,
    PriorityLevel,
    Scale,
    ScaleLevel,
    Scoring,
    TechnologyConsideration,
    TemplateField,
    TemplateGroup,
)
from enhancement_roadmap.model.governance import Cadence, Contact, ExternalResource, Review, Role, Stakeholder
from enhancement_roadmap.model.metric import Event, Metric, Reading
from enhancement_roadmap.model.plan import Phase, Quarter
from enhancement_roadmap.model.roadmap import Roadmap
from enhancement_roadmap.model.trigger import TRIGGER_KINDS, Condition, Trigger, TriggerKind
from enhancement_roadmap.model.wording import Wording

__all__ = [
    "FILE_KINDS",
    "TRIGGER_KINDS",
    "Analysis",
    "Assessment",
    "Cadence",
    "Candidates",
    "Condition",
    "Contact",
    "CostBenefitTemplate",
    "Criterion",
    "Enhancement",
    "Estimate",
    "Event",
    "ExternalResource",
    "FileChange",
    "FileKind",
    "GovernanceFile",
    "Label",
    "Metric",
    "MetricsFile",
    "Node",
    "Number",
    "Packages",
    "PartialDate",
    "Phase",
    "PlanFile",
    "PriorityLevel",
    "Quarter",
    "Readiness",
    "ReadinessState",
    "Reading",
    "Requirement",
    "Review",
    "Roadmap",
    "RoadmapFile",
    "Role",
    "Scale",
    "ScaleLevel",
    "Scope",
    "Scoring",
    "Slug",
    "Stakeholder",
    "Status",
    "TechnologyConsideration",
    "TemplateField",
    "TemplateGroup",
    "Text",
    "Trigger",
    "TriggerKind",
    "Wording",
]
