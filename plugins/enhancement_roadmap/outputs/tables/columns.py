"""Facts as rows of tables: one table of columns a subject says what stands where, in CSV and in workbooks alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement, OwnField
from enhancement_roadmap.model.numbers import plain_number
from enhancement_roadmap.outputs.facts import Data, enhancements_data, readings_data, requirements_data, reviews_data, schedule_rows
from enhancement_roadmap.records import dataclass

Kind = Literal["text", "long", "number", "date"]
Value = str | int | float | None
"""What stands in a cell; a day or a month is a text as ISO 8601 has it, several values are one text."""

SEPARATOR = "; "
"""What stands between several values in a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: for programs.
        title: for people; no other column of the table has it.
        value: what a row has in it.
        kind: what its values are.
    """

    name: str
    title: str
    value: Callable[[Data], Value]
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class FactsTable:
    """Rows of one subject.

    Attributes:
        title: of the subject.
        columns: in their order.
        data: what each row is made of.
    """

    title: str
    columns: Sequence[Column]
    data: Sequence[Data]

    @property
    def rows(self) -> Iterator[Sequence[Value]]:
        """The cells of each row, one a column."""
        return ([column.value(data) for column in self.columns] for data in self.data)


def enhancements_table(insight: Insight, items: Sequence[Enhancement]) -> FactsTable:
    """A row for each of some enhancements."""
    columns = _with_own(_ENHANCEMENT, insight.roadmap.about.fields, "enhancement")
    return FactsTable("Enhancements", columns, enhancements_data(items, insight))


def requirements_table(insight: Insight, items: Sequence[Enhancement]) -> FactsTable:
    """A row for each requirement of some enhancements, and each of its parts behind it."""
    return FactsTable("Requirements", _with_own(_REQUIREMENT, insight.roadmap.about.fields, "requirement"), requirements_data(items))


def metrics_table(insight: Insight) -> FactsTable:
    """A row for each reading of each metric."""
    return FactsTable("Metrics", _METRIC, readings_data(insight))


def reviews_table(insight: Insight) -> FactsTable:
    """A row for each review, in the order in which they are due."""
    return FactsTable("Reviews", _REVIEW, reviews_data(insight))


def schedule_table(insight: Insight, items: Sequence[Enhancement]) -> FactsTable:
    """A row for each of some enhancements that is not done, with its dates."""
    return FactsTable("Schedule", _SCHEDULE, schedule_rows(items, insight))


def _column(title: str, path: str, kind: Kind = "text", name: str = "") -> Column:
    """A column of what stands at a path of keys, ``facts.score.low``."""
    keys = path.split(".")

    def value(data: Data) -> Value:
        found: Any = data
        for key in keys:
            found = [_part(each, key) for each in found] if isinstance(found, list) else _part(found, key)
        return _cell(found)

    return Column(name or keys[-1], title, value, kind)


def _part(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None


def _cell(found: Any) -> Value:
    if isinstance(found, list):
        return SEPARATOR.join(str(part) for part in found if part is not None) or None
    if isinstance(found, bool):
        return "yes" if found else "no"
    return found if isinstance(found, str | int | float) else None


_ENHANCEMENT: Sequence[Column] = (
    _column("Id", "id"),
    _column("Number", "number", "number"),
    _column("Title", "title", "long"),
    _column("Description", "description", "long"),
    _column("Priority", "facts.priority"),
    _column("Status", "status"),
    _column("Owners", "owner", name="owners"),
    _column("Labels", "labels"),
    _column("Due", "due", "date"),
    _column("Trigger", "trigger.summary", "long", "trigger"),
    _column("Trigger state", "facts.trigger.state", name="trigger_state"),
    _column("Trigger fired", "facts.trigger.since", "date", "trigger_fired"),
    _column("Trigger expected", "facts.trigger.forecast.likely", "date", "trigger_expected"),
    _column("What to do", "facts.action"),
    _column("Risk", "facts.risk.middle", "number", "risk"),
    _column("Impact", "facts.impact.middle", "number", "impact"),
    _column("Score", "facts.score.middle", "number", "score"),
    _column("Score when done", "facts.score_after.middle", "number", "score_after"),
    _column("Requirements done", "facts.progress.done", "number", "requirements_done"),
    _column("Requirements", "facts.progress.total", "number", "requirements"),
    _column("Criteria met", "facts.readiness.met", "number", "criteria_met"),
    _column("Criteria", "facts.readiness.total", "number", "criteria"),
    _column("Estimate", "facts.timeline.text", name="estimate"),
    _column("Team", "facts.expected.team"),
    _column("Begins", "facts.expected.start", "date"),
    _column("Expected done", "facts.expected.likely", "date", "expected"),
    _column("Done with 85 %", "facts.expected.late", "date", "late"),
    _column("Depends on", "facts.depends_on"),
    _column("Waits for", "facts.waits_for"),
    _column("Phases", "facts.phases"),
    _column("Quarters", "facts.quarters"),
    _column("Deferred until", "deferred.until", "date", "deferred_until"),
    _column("Risk accepted by", "acceptance.by", name="accepted_by"),
    _column("Risk accepted until", "acceptance.until", "date", "accepted_until"),
    _column("Approved by", "approved.by", name="approved_by"),
    _column("Net value", "facts.economics.net_value.middle", "number", "net_value"),
    _column("Recommendation", "recommendation.verdict", name="recommendation"),
    _column("Issue", "issue"),
    _column("Links", "links.url", name="links"),
    _column("Controls", "controls"),
    _column("Is", "facts.states", name="is"),
)

_REQUIREMENT: Sequence[Column] = (
    _column("Enhancement", "facts.enhancement"),
    _column("Number", "facts.place", name="number"),
    _column("Id", "id"),
    _column("Requirement", "text", "long"),
    _column("Status", "status"),
    _column("Counted", "facts.counted"),
    _column("Done on", "done_on", "date"),
    _column("Done by", "done_by"),
    _column("Evidence", "evidence", "long"),
    _column("Owner", "owner"),
    _column("Due", "due", "date"),
    _column("Why", "why", "long"),
    _column("Issue", "issue"),
    _column("Controls", "controls"),
)

_METRIC: Sequence[Column] = (
    _column("Id", "metric", name="id"),
    _column("Metric", "title", "long", "metric"),
    _column("Unit", "unit"),
    _column("On", "on", "date"),
    _column("Value", "value", "number"),
    _column("Source", "source"),
    _column("Example", "example"),
)

_REVIEW: Sequence[Column] = (
    _column("Id", "id"),
    _column("Review", "title", "long", "review"),
    _column("Cadence", "cadence"),
    _column("Due", "due", "date"),
    _column("Last held", "last_held", "date"),
    _column("Overdue", "overdue"),
    _column("Asked", "turns.name", name="asked"),
)

_SCHEDULE: Sequence[Column] = (
    _column("Id", "id"),
    _column("Number", "number", "number"),
    _column("Title", "title", "long"),
    _column("Team", "expected.team"),
    _column("State", "expected.state"),
    _column("Begins", "expected.start", "date"),
    _column("Expected done", "expected.likely", "date", "expected"),
    _column("Done with 85 %", "expected.late", "date", "late"),
    _column("May be later", "expected.open", name="may_be_later"),
    _column("Due", "due", "date"),
    _column("Share in time", "expected.on_time", "number", "on_time"),
    _column("Criticality", "expected.criticality", "number"),
    _column("Slack in working days", "expected.slack", "number", "slack"),
    _column("Waits for people in working days", "expected.waits", "number", "waits"),
    _column("Begins behind", "expected.behind", name="behind"),
    _column("Why no date", "expected.why", name="why"),
)
"""What the data has of each subject; more columns are those of the team's own fields."""

_OWN_KINDS: Mapping[str, Kind] = {"number": "number", "date": "date"}


def _with_own(columns: Sequence[Column], fields: Iterable[OwnField], of: str) -> Sequence[Column]:
    """Columns, and one for each of the team's own fields; each has a title of its own."""
    own = [_own_column(field) for field in fields if field.of == of]
    taken = Counter(column.title.casefold() for column in (*columns, *own))
    return (*columns, *(one if taken[one.title.casefold()] == 1 else replace(one, title=f"{one.title} ({one.name})") for one in own))


def _own_column(field: OwnField) -> Column:
    def value(data: Data) -> Value:
        found = data.get("fields", {}).get(field.id)
        if found and field.type == "number":
            amount = float(plain_number(found[0]))
            return int(amount) if amount.is_integer() else amount
        return _cell(found)

    return Column(f"fields.{field.id}", field.title, value, _OWN_KINDS.get(field.type, "text"))
