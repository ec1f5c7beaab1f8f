"""What there is to say of each enhancement and each requirement, a column a fact: a new one is one record here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from enhancement_roadmap.analysis import ACTION_TITLES, Insight
from enhancement_roadmap.analysis.filters import states_of
from enhancement_roadmap.model import Enhancement, Requirement

T = TypeVar("T")
Value = str | int | float | bool | list[str] | None

_TEXT: Mapping[str, Any] = {"type": "string"}
_MAYBE_TEXT: Mapping[str, Any] = {"type": ["string", "null"]}
_MAYBE_NUMBER: Mapping[str, Any] = {"type": ["number", "null"]}
_WHOLE: Mapping[str, Any] = {"type": "integer"}
_TEXTS: Mapping[str, Any] = {"type": "array", "items": {"type": "string"}}
_DAY: Mapping[str, Any] = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A fact.

    Attributes:
        name: what programs call it.
        title: what people call it.
        meaning: what it says, for the schema.
        value: what it is of one row; dates as ``2026-11-24`` or ``2026-11``.
        schema: the JSON Schema of a value.
    """

    name: str
    title: str
    meaning: str
    value: Callable[[T, Insight], Value]
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement with what it belongs to.

    Attributes:
        item: the enhancement.
        requirement: the requirement, or a part of one.
        number: its place: ``2``, or ``2.1`` for the first part of the second.
    """

    item: Enhancement
    requirement: Requirement
    number: str


def requirement_rows(items: Iterable[Enhancement]) -> Iterator[RequirementRow]:
    """All requirements of some enhancements, each in front of its parts."""
    for item in items:
        yield from _rows(item, item.requirements, "")


def _rows(item: Enhancement, requirements: Iterable[Requirement], before: str) -> Iterator[RequirementRow]:
    for place, requirement in enumerate(requirements, start=1):
        yield RequirementRow(item, requirement, f"{before}{place}")
        yield from _rows(item, requirement.parts, f"{before}{place}.")


def _day(value: Any) -> str | None:
    return None if value is None else value.isoformat() if isinstance(value, date) else str(value.isoformat())


def _level(part: str) -> Callable[[Enhancement, Insight], Value]:
    """The middle of a level; the score is their product."""
    return lambda item, _: None if item.assessment is None else getattr(item.assessment, part).middle


def _forecast(item: Enhancement, insight: Insight) -> str | None:
    forecast = insight.evaluations[item.id].forecast
    return None if forecast is None else forecast.likely.isoformat()


def _own(item: Enhancement | Requirement, insight: Insight) -> list[str]:
    return [f"{one.field.id}={value}" for one in insight.own_values(item) for value in one.values]


ENHANCEMENT_COLUMNS: tuple[Column[Enhancement], ...] = (
    Column("id", "Id", "Its id.", lambda item, _: item.id, _TEXT),
    Column("number", "Number", "What people call it by.", lambda item, _: item.number, {"type": ["integer", "null"]}),
    Column("title", "Title", "Its name.", lambda item, _: item.title, _TEXT),
    Column("description", "Description", "What it is, in Markdown.", lambda item, _: item.description, _MAYBE_TEXT),
    Column("priority", "Priority", "Id of its priority level.", lambda item, insight: insight.priorities[item.id], _MAYBE_TEXT),
    Column("status", "Status", "Id of its status.", lambda item, _: item.status, _TEXT),
    Column("owners", "Owners", "Who answers for it.", lambda item, _: list(item.owners), _TEXTS),
    Column("labels", "Labels", "Its labels.", lambda item, _: list(item.labels), _TEXTS),
    Column("due", "Due", "The day or month by which it should be done.", lambda item, _: _day(item.due), _DAY),
    Column(
        "trigger",
        "Trigger",
        "What makes it due, in a sentence.",
        lambda item, _: item.trigger.summary if item.trigger else None,
        _MAYBE_TEXT,
    ),
    Column(
        "trigger_state",
        "Trigger state",
        "What is known of its trigger today.",
        lambda item, insight: insight.evaluations[item.id].state,
        _MAYBE_TEXT,
    ),
    Column("trigger_expected", "Trigger expected", "The likeliest day on which its trigger fires.", _forecast, _DAY),
    Column(
        "action",
        "What to do",
        f"What to do now about it: {', '.join(ACTION_TITLES)}.",
        lambda item, insight: next((one.action for one in insight.decisions if one.item is item), None),
        _MAYBE_TEXT,
    ),
    Column("risk", "Risk", "Its level of risk; of a range, the middle.", _level("risk"), _MAYBE_NUMBER),
    Column("impact", "Impact", "Its level of business impact; of a range, the middle.", _level("impact"), _MAYBE_NUMBER),
    Column("score", "Score", "Risk × impact; of a range, the middle.", _level("score"), _MAYBE_NUMBER),
    Column("requirements_done", "Requirements done", "How many are done.", lambda item, insight: insight.progress[item.id].done, _WHOLE),
    Column("requirements", "Requirements", "How many there are.", lambda item, insight: insight.progress[item.id].total, _WHOLE),
    Column(
        "estimate",
        "Estimate",
        "How long it takes, as written.",
        lambda item, _: str(item.scope.timeline.range) if item.scope.timeline else None,
        _MAYBE_TEXT,
    ),
    Column("depends_on", "Depends on", "Ids of what has to be done first.", lambda item, _: list(item.scope.depends_on), _TEXTS),
    Column("phases", "Phases", "Ids of its phases.", lambda item, insight: [one.id for one in insight.phases_of.get(item.id, ())], _TEXTS),
    Column(
        "quarters",
        "Quarters",
        "Ids of its quarters.",
        lambda item, insight: [one.id for one in insight.quarters_of.get(item.id, ())],
        _TEXTS,
    ),
    Column("issue", "Issue", "The issue that it is worked on in.", lambda item, _: item.issue, _MAYBE_TEXT),
    Column("controls", "Controls", "What of a standard it answers.", lambda item, _: list(item.controls), _TEXTS),
    Column("is", "Is", "What is true of it today.", states_of, _TEXTS),
    Column("fields", "Own fields", "Values of the team's own fields, as `field=value`.", _own, _TEXTS),
)
"""Of an enhancement, in their order."""

REQUIREMENT_COLUMNS: tuple[Column[RequirementRow], ...] = (
    Column("enhancement", "Enhancement", "Id of the enhancement.", lambda row, _: row.item.id, _TEXT),
    Column("number", "Number", "Its place: `2`, or `2.1` for a part.", lambda row, _: row.number, _TEXT),
    Column("id", "Id", "Its id.", lambda row, _: row.requirement.id, _TEXT),
    Column("text", "Requirement", "What is required.", lambda row, _: row.requirement.text, _TEXT),
    Column("status", "Status", "`open`, `done` or `waived`.", lambda row, _: row.requirement.status, _TEXT),
    Column("done_on", "Done on", "When it was done.", lambda row, _: _day(row.requirement.done_on), _DAY),
    Column("done_by", "Done by", "Who did it.", lambda row, _: row.requirement.done_by, _MAYBE_TEXT),
    Column("evidence", "Evidence", "What shows that it is done.", lambda row, _: list(row.requirement.evidence), _TEXTS),
    Column("owner", "Owner", "Who sees to it.", lambda row, _: row.requirement.owner, _MAYBE_TEXT),
    Column("due", "Due", "The day or month by which it should be done.", lambda row, _: _day(row.requirement.due), _DAY),
    Column("why", "Why", "Why it need not be done.", lambda row, _: row.requirement.why, _MAYBE_TEXT),
    Column("issue", "Issue", "The issue that it is worked on in.", lambda row, _: row.requirement.issue, _MAYBE_TEXT),
    Column("controls", "Controls", "What of a standard it answers.", lambda row, _: list(row.requirement.controls), _TEXTS),
    Column("fields", "Own fields", "Values of the team's own fields.", lambda row, insight: _own(row.requirement, insight), _TEXTS),
)
"""Of a requirement, in their order."""
