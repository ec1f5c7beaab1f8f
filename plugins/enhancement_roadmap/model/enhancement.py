"""One enhancement: what it is, when it is due, what it takes."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Label, Node, Number, Slug, Text
from enhancement_roadmap.model.costs import Benefit, Costs, RecommendationOrVerdict
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.dependency import Dependency, IdOrDependency, id_of
from enhancement_roadmap.model.estimate import Estimate
from enhancement_roadmap.model.framework import Scoring
from enhancement_roadmap.model.issues import Issue
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.own_fields import OwnValues, no_values
from enhancement_roadmap.model.periods import PeriodOrDays
from enhancement_roadmap.model.ranges import LevelRange
from enhancement_roadmap.model.requirement import Requirement, leaves_of
from enhancement_roadmap.model.requirement_list import Requirements
from enhancement_roadmap.model.sign_off import Acceptance, Approval, Deferral, LinkOrAddress, Residual, Texts
from enhancement_roadmap.model.status import STAGES, Move
from enhancement_roadmap.model.trigger import TriggerOrSentence

ReadinessState = Literal["yes", "partly", "no"]


class FileChange(Node):
    """A file, or a part of the code, that the enhancement touches."""

    path: Text | None = None
    """The file or pattern, as people would look for it."""
    note: Text | None = None
    """What changes there; alone, it describes a change that has no single file."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.path is None and self.note is None:
            raise PydanticCustomError("nothing_said", "needs a path, a note, or both", {"keys": "path, note"})
        return self


def _note_alone(value: Any) -> Any:
    return {"note": value} if isinstance(value, str) else value


FileChangeOrNote = Annotated[FileChange, BeforeValidator(_note_alone, json_schema_input_type=FileChange | Text)]


def _one_sentence(value: Any) -> Any:
    return {"summary": value} if isinstance(value, str) else {"options": value} if isinstance(value, list | tuple) else value


class Candidates(Node):
    """Technologies or tools to consider: a sentence, or a list of options."""

    summary: Text | None = None
    """One sentence that names them."""
    options: tuple[Text, ...] = ()
    """One candidate an entry."""


CandidatesOrSentence = Annotated[Candidates, BeforeValidator(_one_sentence, json_schema_input_type=Text | tuple[Text, ...])]


class Scope(Node):
    """What implementing it means."""

    timeline: Estimate | None = None
    """A range with its unit, and a remark: "1-2 sprints after the launch"."""
    dependencies: LongText | None = None
    """What has to be there first, in words."""
    depends_on: tuple[IdOrDependency, ...] = ()
    """Ids of the enhancements that must be done first; `{id: database-security, after: 2 weeks}` where some time has to pass."""
    files: tuple[FileChangeOrNote, ...] = ()
    """Files to modify; an entry without a path is a plain sentence."""
    technologies: CandidatesOrSentence | None = None
    """Technologies to consider: a list of options, or one sentence."""
    tools: CandidatesOrSentence | None = None
    """Tools to consider: a list of options, or one sentence."""
    impact: LongText | None = None
    """What it enables."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Ids of the enhancements that must be done first."""
        return tuple(map(id_of, self.depends_on))

    @property
    def lags(self) -> dict[str, Estimate]:
        """How long after each of them it can begin, where somebody has said so, by its id."""
        return {entry.id: entry.after for entry in self.depends_on if isinstance(entry, Dependency) and entry.after}


class Packages(Node):
    """Packages to add, as the commands that add them."""

    title: Text | None = None
    """Heading in the document; default: the wording `packages`."""
    commands: Annotated[tuple[Text, ...], Field(min_length=1)]
    """One command a line."""


class Assessment(Node):
    """How urgent it is: risk level × business impact, on the scales of `roadmap.yml`."""

    risk: LevelRange
    """Level on the risk scale: `3`, or `3-4` where it is not sure; or by the titles of levels: `high`, `medium-high`."""
    impact: LevelRange
    """Level on the business impact scale: `3`, or `3-4` where it is not sure; or by the titles of levels: `high`, `medium-high`."""
    kind: Literal["initial", "reviewed"] = "reviewed"
    """`initial` for a first assessment that nobody has reviewed yet."""
    by: Text | None = None
    """Who assessed it."""
    on: PartialDate | None = None
    """When it was assessed."""
    why: LongText | None = None
    """The reason."""

    @property
    def has_words(self) -> bool:
        """Whether words name risk or impact, so that only scales tell the levels."""
        return bool(self.risk.words or self.impact.words)

    def on_scales(self, scoring: Scoring) -> Assessment | None:
        """The same with its levels on these scales; None where its words name none of them."""
        risk, impact = scoring.risk.resolved(self.risk), scoring.impact.resolved(self.impact)
        return None if risk is None or impact is None else self.model_copy(update={"risk": risk, "impact": impact})

    @property
    def is_range(self) -> bool:
        """Whether risk or impact is more than one level."""
        return self.risk.is_range or self.impact.is_range

    @property
    def score(self) -> LevelRange:
        """Risk level × business impact; a range where one of them is."""
        return self.risk * self.impact


class Analysis(Node):
    """What speaks for it and against it."""

    benefits: LongText | None = None
    """What is gained."""
    reasoning: LongText | None = None
    """Why it matters."""
    demerits: LongText | None = None
    """What it costs besides time and money."""
    maintainability: LongText | None = None
    """What it means in the long run."""


class Readiness(Node):
    """Where one enhancement stands against one readiness criterion."""

    state: ReadinessState
    """`yes`, `partly` or `no`."""
    note: LongText | None = None
    """What is missing, or why it counts as met."""


_STATES = {state: Readiness(state=state) for state in get_args(ReadinessState)}
"""Answers without a note, one for all who give it: there may be seven for each enhancement."""


def _state_alone(value: Any) -> Any:
    return _STATES.get(value, {"state": value}) if isinstance(value, str) else value


ReadinessOrState = Annotated[
    Readiness,
    BeforeValidator(
        _state_alone, json_schema_input_type=Readiness | Annotated[str, WithJsonSchema({"enum": ["yes", "partly", "no", True, False]})]
    ),
]


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
    scope: Scope = Scope()
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
