"""What each file of a roadmap folder holds, one class a kind of file, and what all of them say together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from pydantic import Field

from enhancement_roadmap.model.base import Node, Number, Slug, Text
from enhancement_roadmap.model.capacity import HolidaysOrCountry, Teams, WorkingDays
from enhancement_roadmap.model.costs import Rates
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.durations import HOURS_PER_WEEK, SPRINT_WEEKS, WorkingTime
from enhancement_roadmap.model.enhancement import Enhancement
from enhancement_roadmap.model.framework import (
    DEFAULT_PRIORITIES,
    CostBenefitTemplate,
    Criterion,
    PriorityLevel,
    Scoring,
    TechnologyConsideration,
)
from enhancement_roadmap.model.governance import Contact, ExternalResource, Review, Role, Stakeholder
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.metric import Event, Metric
from enhancement_roadmap.model.own_fields import OwnField
from enhancement_roadmap.model.plan import Phases, Quarters
from enhancement_roadmap.model.status import DEFAULT_STATUSES, Status
from enhancement_roadmap.model.wording import Wording
from enhancement_roadmap.records import dataclass


class RoadmapFile(Node):
    """`roadmap.yml`: the document itself, and what enhancements are judged by."""

    title: Text
    """Name of the roadmap."""
    icon: Text | None = None
    """A sign before the title of the document."""
    status: LongText | None = None
    """Where the subject of the roadmap stands today."""
    purpose: LongText | None = None
    """What the document is for."""
    maintainer: Text | None = None
    """Who keeps it."""
    version: Text | None = None
    """Version of the document."""
    updated: PartialDate | None = None
    """When it was last changed."""
    last_review: PartialDate | None = None
    """When it was last reviewed."""
    next_review: PartialDate | None = None
    """When it should be reviewed next."""
    overview: LongText | None = None
    """What a reader should know first."""
    notes: LongText | None = None
    """What else a reader may want to know: assumptions, how to read the roadmap, where it comes from."""
    priorities: Annotated[tuple[PriorityLevel, ...], Field(min_length=1)] = DEFAULT_PRIORITIES
    """Priority levels, the highest first; default: high, medium, low."""
    scoring: Scoring | None = None
    """Scales for risk and business impact."""
    statuses: Annotated[tuple[Status, ...], Field(min_length=1)] = DEFAULT_STATUSES
    """Statuses of enhancements, in their order; default: proposed, triggered, ready, in progress, done, deferred, cancelled."""
    readiness_criteria: tuple[Criterion, ...] = ()
    """What must hold before an enhancement starts."""
    evidence: Literal["optional", "required"] = "optional"
    """`required` where each requirement that is done has to say what shows it."""
    fields: tuple[OwnField, ...] = ()
    """Fields of the team's own, which enhancements and requirements then have under `fields`."""
    technology_considerations: tuple[TechnologyConsideration, ...] = ()
    """What to weigh when technology is chosen."""
    cost_benefit_template: CostBenefitTemplate | None = None
    """The form to weigh cost against benefit with."""
    remark: LongText | None = None
    """The closing remark."""
    wording: Wording = Wording.model_construct()
    """Other headings and labels for the document."""


class PlanFile(Node):
    """`plan.yml`: the order of the enhancements, quarters and phases."""

    order: tuple[Slug, ...] = ()
    """Ids of enhancements in the order in which to show them, everywhere; those that it leaves out follow by number, then by title."""
    sprint_weeks: Number = SPRINT_WEEKS
    """Length of a sprint, in weeks."""
    rates: Rates | None = None
    """What work costs, and how far cost and benefit are looked ahead."""
    first_day: PartialDate | None = None
    """The day on which work on the plan begins; default: today. Quarters without dates are those of its year, and of the next ones."""
    working_days: WorkingDays = ("monday", "tuesday", "wednesday", "thursday", "friday")
    """Days of the week on which people work: a list, or `monday to friday`."""
    holidays: HolidaysOrCountry | None = None
    """Days on which nobody works: those of a country (`DE`, `DE-BE`), a list of days, or both."""
    teams: Teams = ()
    """Who works on the enhancements. With at least one, the roadmap says when each will be done."""
    quarters: Quarters = ()
    """In their order."""
    phases: Phases = ()
    """In their order."""

    @property
    def working_time(self) -> WorkingTime:
        """What estimates are counted by."""
        return WorkingTime(self.rates.hours_per_week if self.rates else HOURS_PER_WEEK, self.sprint_weeks)


class GovernanceFile(Node):
    """`governance.yml`: who looks at the roadmap, and when."""

    reviews: tuple[Review, ...] = ()
    """The update schedule."""
    stakeholders: tuple[Stakeholder, ...] = ()
    """Who is asked in a review, in their order."""
    roles: tuple[Role, ...] = ()
    """Expertise that the plan needs."""
    contacts: tuple[Contact, ...] = ()
    """The planning team."""
    external_resources: tuple[ExternalResource, ...] = ()
    """Help from outside."""


class MetricsFile(Node):
    """`metrics.yml`: readings and events that triggers are held against."""

    metrics: tuple[Metric, ...] = ()
    """Numbers that are watched."""
    events: tuple[Event, ...] = ()
    """Things that happen once."""


class Roadmap(Node):
    """Everything that a roadmap folder says."""

    about: RoadmapFile
    """`roadmap.yml`: the document itself and what enhancements are judged by."""
    plan: PlanFile = PlanFile.model_construct()
    """`plan.yml`."""
    governance: GovernanceFile = GovernanceFile.model_construct()
    """`governance.yml`."""
    metrics: MetricsFile = MetricsFile.model_construct()
    """`metrics.yml`."""
    enhancements: tuple[Enhancement, ...] = ()
    """In the roadmap's order (`in_order`)."""


def in_order(enhancements: Iterable[Enhancement], order: Sequence[str] = ()) -> list[Enhancement]:
    """Enhancements in the roadmap's order: those that the plan puts in one, then by number, those without one last, by title.

    Args:
        enhancements: in any order.
        order: ids, as `plan.yml` puts them in order.
    """
    items = list(enhancements)
    if len(items) <= 1:
        return items
    places = {name: place for place, name in reversed(list(enumerate(order)))}

    def place(item: Enhancement) -> tuple[int, bool, int, str, str]:
        return places.get(item.id, len(order)), item.number is None, item.number or 0, item.title.casefold(), item.id

    return sorted(items, key=place)


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file in a roadmap folder.

    Attributes:
        name: name of its JSON Schema.
        path: its path in the folder, or the pattern of the paths.
        model: what the file holds.
        required: whether a roadmap needs it.
    """

    name: str
    path: str
    model: type[Node]
    required: bool = False


FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("roadmap", "roadmap.yml", RoadmapFile, required=True),
    FileKind("plan", "plan.yml", PlanFile),
    FileKind("governance", "governance.yml", GovernanceFile),
    FileKind("metrics", "metrics.yml", MetricsFile),
    FileKind("enhancement", "enhancements/*.yml", Enhancement),
)
