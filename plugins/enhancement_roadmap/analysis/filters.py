"""The table of filters: each way to narrow a list of enhancements is one record.

The record is all that there is to write. It becomes an option of every view of several enhancements, in a page and for
``roadmap show``, an attribute of the table's rows, and a control above the table in the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal, Protocol

from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.model import Enhancement, Slug, Text
from enhancement_roadmap.records import dataclass

NONE = "none"
"""What asks for enhancements that have no value of a filter."""


class Titled(Protocol):
    """Whatever has words for people."""

    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow a list of enhancements.

    Attributes:
        name: a word in small letters, for the option, the attribute and the control.
        meaning: what the option chooses, for the reference.
        values: what an enhancement has of it; several values are no order.
        choices: what there is to choose from, by value, in order; None for whatever enhancements have, ordered as words.
        kind: type of a value. Where it is an id, it must be one of the choices.
        may_lack: whether enhancements without a value can be asked for, by `NONE`.
    """

    name: str
    meaning: str
    values: Callable[[Enhancement, Insight], Collection[str]]
    choices: Callable[[Insight], Mapping[str, Titled]] | None = None
    kind: Any = Slug
    may_lack: bool = False

    def values_of(self, item: Enhancement, insight: Insight) -> Collection[str]:
        """What an enhancement is chosen by."""
        values = self.values(item, insight)
        return values or (NONE,) if self.may_lack else values

    def ids(self, insight: Insight) -> Collection[str] | None:
        """What may be asked for; None where that is not for the roadmap to say."""
        if self.choices is None or self.kind is not Slug:
            return None
        return [*self.choices(insight), *([NONE] if self.may_lack else [])]


@dataclass(frozen=True, slots=True)
class State:
    """What the facts may say of an enhancement today.

    Attributes:
        title: how a page says it.
        meaning: when it is so, for the reference.
        holds: tells it.
        needs_history: whether only a roadmap with a history can say it.
    """

    title: str
    meaning: str
    holds: Callable[[Insight, Enhancement], bool]
    needs_history: bool = False


STATES: Mapping[str, State] = {
    "due": State("Due", "the trigger has fired, and work has not begun", Insight.is_due),
    "ready": State("Ready to start", "due, every readiness criterion met, and waiting for no other", Insight.is_ready),
    "blocked": State("Blocked", "waiting for another", Insight.is_blocked),
    "stale": State("Assessment out of date", "the assessment is older than the reviews allow", Insight.is_stale),
    "accepted": State("Risk accepted", "somebody accepts the risk for now", Insight.is_accepted),
    "overdue": State("Overdue", "the day is over by which it, or one of its requirements, should have been done", Insight.is_overdue),
    "waived": State("Something waived", "a requirement need not be done", lambda _, item: any(not leaf.counts for leaf in item.leaves)),
    "without-evidence": State(
        "Without evidence",
        "a requirement is done, and nothing shows it, in a roadmap that asks for evidence or has some",
        lambda insight, item: insight.uses_evidence and any(leaf.status == "done" and not leaf.evidence for leaf in item.leaves),
    ),
    "changed": State(
        "Changed since its last review",
        "by its history, since its last review",
        lambda insight, item: insight.changed_since_review(item) is not None,
        needs_history=True,
    ),
    "suspect": State(
        "Look again: what it depends on was changed",
        "what it depends on was changed since its own last review",
        lambda insight, item: bool(insight.suspect_dependencies(item)),
        needs_history=True,
    ),
    "approval-suspect": State(
        "Changed since it was approved",
        "it was changed after somebody had approved it",
        lambda insight, item: bool(insight.outdated_approvals(item)),
        needs_history=True,
    ),
}
"""What the option ``is`` takes."""


def states_of(item: Enhancement, insight: Insight) -> list[str]:
    """What is true of an enhancement today, as the option ``is`` calls it."""
    return [name for name, state in STATES.items() if state.holds(insight, item)]


def _states(insight: Insight) -> Mapping[str, State]:
    return {name: state for name, state in STATES.items() if insight.last_changes or not state.needs_history}


FILTERS: tuple[Filter, ...] = (
    Filter(
        "priority",
        "Only those of these priority levels, by id; `none` for those that are not prioritised.",
        lambda item, insight: (level,) if (level := insight.priorities[item.id]) else (),
        lambda insight: insight.levels,
        may_lack=True,
    ),
    Filter("status", "Only those with one of these statuses, by id.", lambda item, _: (item.status,), lambda insight: insight.statuses),
    Filter(
        "owner",
        "Only those of these owners; `none` for those without one.",
        lambda item, _: item.owners,
        kind=Text,
        may_lack=True,
    ),
    Filter(
        "label",
        "Only those with one of these labels; `none` for those without one.",
        lambda item, _: item.labels,
        kind=Text,
        may_lack=True,
    ),
    Filter(
        "phase",
        "Only those in one of these phases, by id; `none` for those in none.",
        lambda item, insight: [phase.id for phase in insight.phases_of.get(item.id, ())],
        lambda insight: {phase.id: phase for phase in sorted(insight.roadmap.plan.phases, key=lambda phase: phase.number)},
        may_lack=True,
    ),
    Filter(
        "quarter",
        "Only those in one of these quarters, by id; `none` for those in none.",
        lambda item, insight: [quarter.id for quarter in insight.quarters_of.get(item.id, ())],
        lambda insight: {quarter.id: quarter for quarter in insight.roadmap.plan.quarters},
        may_lack=True,
    ),
    Filter(
        "field",
        "Only those with one of these values of the team's own fields: `supplier=ACME`.",
        lambda item, _: [f"{name}={value}" for name, values in item.fields.items() for value in values],
        kind=Text,
    ),
    Filter(
        "is",
        f"Only those of which this is true today: {'; '.join(f'`{name}` ({state.meaning})' for name, state in STATES.items())}.",
        states_of,
        _states,
        kind=Literal[tuple(STATES)],
    ),
)
"""Every filter, in the order of the controls."""
