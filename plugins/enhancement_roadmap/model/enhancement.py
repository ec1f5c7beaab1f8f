"""One enhancement: what it is, when it is due, what it takes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag

from enhancement_roadmap.model.assessment import Analysis, Assessment
from enhancement_roadmap.model.base import Label, Node, Number, Slug, Text
from enhancement_roadmap.model.costs import Benefit, Costs, RecommendationOrVerdict
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.estimate import Estimate
from enhancement_roadmap.model.framework import Scoring
from enhancement_roadmap.model.issues import Issue
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.own_fields import OwnValues, no_values
from enhancement_roadmap.model.periods import PeriodOrDays
from enhancement_roadmap.model.readiness import ReadinessOrState
from enhancement_roadmap.model.requirement import Requirement, leaves_of
from enhancement_roadmap.model.requirement_list import Requirements
from enhancement_roadmap.model.scope import Packages, Scope
from enhancement_roadmap.model.sign_off import Acceptance, Approval, Deferral, LinkOrAddress, Residual, Texts
from enhancement_roadmap.model.status import STAGES, Move
from enhancement_roadmap.model.trigger import TriggerOrSentence


def _how_many(value: Any) -> Literal["one", "several"]:
    return "several" if isinstance(value, list | tuple) else "one"


def _one_alone(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """A list of one says what this one says alone."""
    return value[0] if isinstance(value, tuple) and len(value) == 1 else value


Owner = Annotated[
    Annotated[Text, Tag("one")] | Annotated[tuple[Text, ...], Field(min_length=1), Tag("several")],
    Discriminator(_how_many),
    AfterValidator(_one_alone),
]


class Enhancement(Node):
    """A planned enhancement, with its own page."""

    id: Slug = Field(default_factory=str)  # none in a schema: loading names what does not name itself
    """Unique and stable: the page's address, links and history use it. Default: the name of the file, without its number:
    `key-rotation` for `07-key-rotation.yml`."""
    number: Number | None = None
    """What people call it by; unique. Default: the number before the name of the file: 7 for `07-key-rotation.yml`, else none."""
    title: Text
    """The full name."""
    short_title: Text | None = None
    """A shorter name for matrices and lists; default: the title."""
    description: LongText | None = None
    """What it is, at whatever length it takes."""
    priority: Slug | None = None
    """Id of one of the priority levels of `roadmap.yml`."""
    status: Slug = Field(default="proposed", examples=list(STAGES))
    """Id of one of the `statuses` of `roadmap.yml`; where it lists none: `proposed`, `triggered`, `ready`, `in-progress`, `done`,
    `deferred` or `cancelled`."""
    moves: tuple[Move, ...] = ()
    """Changes of status, the latest last."""
    owner: Owner | None = None
    """Who answers for it; a list where these are several."""
    labels: tuple[Label, ...] = ()
    """Words to group and filter by."""
    due: PartialDate | None = None
    """The day by which it should be done."""
    links: tuple[LinkOrAddress, ...] = ()
    """Where more about it is."""
    issue: Issue | None = None
    """The issue of a code host that it is worked on in: `owner/repo#12` on GitHub, or an address, also of GitLab."""
    trigger: TriggerOrSentence | None = None
    """What makes it due: a sentence, or more about it."""
    requirements: Requirements = ()
    """What has to be done; ticked off one by one."""
    scope: Scope = Scope.model_construct()
    """What implementing it means."""
    team: Slug | None = None
    """Id of the team of `plan.yml` that works on it; default: the only one that there is."""
    not_before: PartialDate | None = None
    """The first day on which it can begin."""
    fixed: PeriodOrDays | None = None
    """From when to when it is worked on, where that is settled: `2027-02-01 to 2027-03-12`. Nothing moves it then."""
    left: Estimate | None = None
    """What is left to do: `2 weeks`. Default: of the whole time, the share of its requirements that is open."""
    scope_title: Text | None = None
    """Heading of the scope in the document; default: the wording `scope`."""
    packages: Packages | None = None
    """Packages to add."""
    assessment: Assessment | None = None
    """Its place in the priority matrix."""
    after: Residual | None = None
    """Its place there when it is done: the risk that stays."""
    acceptance: Acceptance | None = None
    """Who accepts the risk for now, instead of doing something about it."""
    deferred: Deferral | None = None
    """Why it is not begun now, and until when."""
    approved: tuple[Approval, ...] = ()
    """Who has agreed to it, and when."""
    controls: Texts = ()
    """What of a standard it answers: `ISO 27001 A.8.24`, or several."""
    fields: OwnValues = Field(default_factory=no_values)
    """What it says of the team's own `fields`, by their ids."""
    analysis: Analysis | None = None
    """Benefits, reasoning, demerits, maintainability."""
    readiness: dict[Slug, ReadinessOrState] = Field(default={})
    """State of each readiness criterion, by the criterion's id."""
    costs: Costs | None = None
    """What it takes to build and to keep."""
    benefit: Benefit | None = None
    """What it protects or earns."""
    recommendation: RecommendationOrVerdict | None = None
    """What the planners recommend: `implement`, `defer` or `cancel`."""

    @property
    def leaves(self) -> tuple[Requirement, ...]:
        """The requirements that are counted: those without parts, and the parts at the ends of the others."""
        return tuple(leaves_of(self.requirements))

    @property
    def requirement_texts(self) -> tuple[str, ...]:
        """The words of every requirement and every part."""
        return tuple(part.text for requirement in self.requirements for part in requirement.with_parts())

    @property
    def name(self) -> str:
        """The short title where there is one, else the title."""
        return self.short_title or self.title

    @property
    def has_scope(self) -> bool:
        """Whether it says what implementing it touches: more than how long that takes, and what has to be done first."""
        scope = self.scope
        return bool(scope.dependencies or scope.files or scope.technologies or scope.tools or scope.impact or self.packages)

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody who answers for it."""
        return self.owner if isinstance(self.owner, tuple) else (self.owner,) if self.owner else ()

    @property
    def has_sign_off(self) -> bool:
        """Whether anybody has agreed to something about it, or put it off."""
        return bool(self.acceptance or self.deferred or self.approved or self.after)

    @property
    def has_agreements(self) -> bool:
        """Whether somebody has approved it, accepted its risk or put it off, or anything of it is due on a day."""
        days = self.due or any(part.due for requirement in self.requirements for part in requirement.with_parts())
        return bool(self.acceptance or self.deferred or self.approved or days)

    @property
    def numbered_title(self) -> str:
        """The title with its number before it, where it has one: "7. Key Rotation"."""
        return self._numbered(self.title)

    @property
    def numbered_name(self) -> str:
        """The same for the short title."""
        return self._numbered(self.name)

    def on_scales(self, scoring: Scoring | None) -> Enhancement:
        """The same with the levels of its assessment on the scales of a roadmap, as all are that a `Roadmap` holds.

        Where words name no level of them, which is a finding, it is as without an assessment.
        """
        worded = {name: found for name in ("assessment", "after") if (found := getattr(self, name)) is not None and found.has_words}
        if not worded:
            return self
        return self.model_copy(update={name: found.on_scales(scoring) if scoring else None for name, found in worded.items()})

    def _numbered(self, words: str) -> str:
        return words if self.number is None else f"{self.number}. {words}"
