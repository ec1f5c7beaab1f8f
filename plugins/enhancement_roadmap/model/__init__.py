"""The nouns of a roadmap: frozen, typed, and free of files, hosts and HTML."""

from __future__ import annotations

from enhancement_roadmap.model.assessment import Analysis, Assessment
from enhancement_roadmap.model.base import Label, Node, Number, Slug, Text
from enhancement_roadmap.model.capacity import WEEKDAYS, Holidays, Person, Team, Weekday
from enhancement_roadmap.model.costs import VERDICTS, Benefit, Costs, Protection, Rates, Recommendation, Verdict
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.dependency import Dependency
from enhancement_roadmap.model.enhancement import Enhancement
from enhancement_roadmap.model.estimate import Estimate
from enhancement_roadmap.model.files import FILE_KINDS, FileKind, GovernanceFile, MetricsFile, PlanFile, Roadmap, RoadmapFile, in_order
from enhancement_roadmap.model.framework import (
    DEFAULT_PRIORITIES,
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
from enhancement_roadmap.model.governance import Cadence, Contact, ExternalResource, Review, Role, Stakeholder, Subject
from enhancement_roadmap.model.item_texts import ItemTexts
from enhancement_roadmap.model.levels import named_levels, values_by_title
from enhancement_roadmap.model.long_text import LongText, long_fields
from enhancement_roadmap.model.metric import Event, Metric, Reading
from enhancement_roadmap.model.own_fields import OwnField
from enhancement_roadmap.model.periods import Period
from enhancement_roadmap.model.plan import Phase, PlanStep, Quarter
from enhancement_roadmap.model.ranges import Amount, LevelRange
from enhancement_roadmap.model.readiness import Readiness, ReadinessState
from enhancement_roadmap.model.requirement import Requirement, leaves_of
from enhancement_roadmap.model.scope import Candidates, FileChange, Packages, Scope
from enhancement_roadmap.model.sign_off import Acceptance, Approval, Deferral, HeldReview, Link, Residual
from enhancement_roadmap.model.status import DEFAULT_STATUSES, STAGES, Move, Stage, Status
from enhancement_roadmap.model.trigger import TRIGGER_KINDS, Condition, Trigger, TriggerKind
from enhancement_roadmap.model.wording import Wording

__all__ = [
    "DEFAULT_PRIORITIES",
    "DEFAULT_STATUSES",
    "FILE_KINDS",
    "STAGES",
    "TRIGGER_KINDS",
    "VERDICTS",
    "WEEKDAYS",
    "Acceptance",
    "Amount",
    "Analysis",
    "Approval",
    "Assessment",
    "Benefit",
    "Cadence",
    "Candidates",
    "Condition",
    "Contact",
    "CostBenefitTemplate",
    "Costs",
    "Criterion",
    "Deferral",
    "Dependency",
    "Enhancement",
    "Estimate",
    "Event",
    "ExternalResource",
    "FileChange",
    "FileKind",
    "GovernanceFile",
    "HeldReview",
    "Holidays",
    "ItemTexts",
    "Label",
    "LevelRange",
    "Link",
    "LongText",
    "Metric",
    "MetricsFile",
    "Move",
    "Node",
    "Number",
    "OwnField",
    "Packages",
    "PartialDate",
    "Period",
    "Person",
    "Phase",
    "PlanFile",
    "PlanStep",
    "PriorityLevel",
    "Protection",
    "Quarter",
    "Rates",
    "Readiness",
    "ReadinessState",
    "Reading",
    "Recommendation",
    "Requirement",
    "Residual",
    "Review",
    "Roadmap",
    "RoadmapFile",
    "Role",
    "Scale",
    "ScaleLevel",
    "Scope",
    "Scoring",
    "Slug",
    "Stage",
    "Stakeholder",
    "Status",
    "Subject",
    "Team",
    "TechnologyConsideration",
    "TemplateField",
    "TemplateGroup",
    "Text",
    "Trigger",
    "TriggerKind",
    "Verdict",
    "Weekday",
    "Wording",
    "in_order",
    "leaves_of",
    "long_fields",
    "named_levels",
    "values_by_title",
]
