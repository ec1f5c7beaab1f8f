"""What a page may ask about an enhancement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from enhancement_roadmap.editing import decisions
from enhancement_roadmap.editing.fields import LISTS, entries_of, field_of, set_fields, text_of
from enhancement_roadmap.editing.requests.operation import (
    MOST_TEXT,
    Asked,
    EditOperation,
    Identity,
    LongWords,
    SomeDay,
    SomeText,
    SomeWords,
    Words,
)
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.editing.value_text import PlainValue
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.base import TEXT_PATTERN
from enhancement_roadmap.strict_yaml import Loc

_MOST_FIELDS = 60
_MOST_ENTRIES = 200
_FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$", max_length=200)]
_Value = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MOST_TEXT, pattern=TEXT_PATTERN)]
_Values = Annotated[tuple[Words, ...], Field(max_length=_MOST_ENTRIES)]


class SetFields(EditOperation):
    """Edit"""

    operation: Literal["set"] = "set"
    enhancement: Identity
    fields: Annotated[dict[_FieldName, _Value | _Values], Field(min_length=1, max_length=_MOST_FIELDS)]
    """Values by the names of fields, as ``roadmap set`` has them; an empty one takes the field away."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        fields = {field_of(f"{name}=")[0]: value for name, value in self.fields.items()}
        set_fields(draft, self.enhancement, {loc: _written(value, tuple(loc)) for loc, value in fields.items()})

    def places(self) -> Mapping[str, Loc]:
        return {f"fields.{name}": tuple(name.split(".")) for name in self.fields}


def _written(value: str | tuple[str, ...], loc: Loc) -> PlainValue | None:
    """A value as a file has it; one owner is no list."""
    if isinstance(value, str):
        return text_of(value)
    return entries_of(loc, value) or None if loc in LISTS or len(value) != 1 else value[0]


class MoveStatus(EditOperation):
    """Status"""

    operation: Literal["status"] = "status"
    enhancement: Identity
    to: Annotated[Identity, Asked("Status", "choice", "statuses")]
    """Only what may follow the status that it has."""
    why: Annotated[SomeText, Asked("Why", "text")] = None
    """The reason; it stands with the day in the history of its status."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        decisions.move_status(draft, self.enhancement, self.to, PartialDate.of(day), self.why or "")


class Assess(EditOperation):
    """Assess"""

    operation: Literal["assess"] = "assess"
    enhancement: Identity
    risk: Annotated[Words, Asked("Risk", "place", "risk")]
    """Its place in the matrix: how great the risk is, and what it means for the business."""
    impact: Annotated[Words, Asked("Impact", "place", "impact")]
    """Level on the scale of business impact."""
    why: Annotated[LongWords, Asked("Why there", "text")]
    """The reason."""
    by: Annotated[SomeWords, Asked("Assessed by")] = None
    """Who assesses it."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        said = {"risk": self.risk, "impact": self.impact, "by": self.by, "why": self.why}
        decisions.assess(draft, self.enhancement, said, PartialDate.of(day))

    def places(self) -> Mapping[str, Loc]:
        return {name: ("assessment", name) for name in ("risk", "impact", "why", "by")}


class AnswerReadiness(EditOperation):
    """Readiness"""

    operation: Literal["readiness"] = "readiness"
    enhancement: Identity
    criterion: Annotated[Identity, Asked("Criterion", "choice", "criteria")]
    """What has to be true before it starts."""
    state: Annotated[Literal["yes", "partly", "no"], Asked("Met", "choice", "readiness")]
    """Where it stands against this criterion."""
    note: Annotated[SomeText, Asked("Note", "text")] = None
    """What is missing, or why it counts as met."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        answer: PlainValue = self.state if self.note is None else {"state": self.state, "note": self.note}
        set_fields(draft, self.enhancement, {("readiness", self.criterion): answer})

    def places(self) -> Mapping[str, Loc]:
        return {"state": ("readiness", self.criterion)}


class Defer(EditOperation):
    """Put off"""

    operation: Literal["defer"] = "defer"
    enhancement: Identity
    until: Annotated[SomeDay, Asked("Until", "day")] = None
    """The day from which it counts again, as 2027-03-01 or 2027-03; left empty: until somebody says so."""
    why: Annotated[LongWords, Asked("Why", "text")]
    """The reason."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        decisions.defer(draft, self.enhancement, self.until, self.why)

    def places(self) -> Mapping[str, Loc]:
        return {name: ("deferred", name) for name in ("until", "why")}


class Accept(EditOperation):
    """Accept the risk"""

    operation: Literal["accept"] = "accept"
    enhancement: Identity
    by: Annotated[Words, Asked("Accepted by")]
    """Who accepts the risk for now."""
    until: Annotated[SomeDay, Asked("Until", "day")] = None
    """The day on which this ends, as 2027-03-01 or 2027-03; left empty: until somebody says so."""
    why: Annotated[LongWords, Asked("Why", "text")]
    """The reason."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        decisions.accept(draft, self.enhancement, {"by": self.by, "why": self.why}, self.until, PartialDate.of(day))

    def places(self) -> Mapping[str, Loc]:
        return {name: ("acceptance", name) for name in ("by", "until", "why")}
