"""Which enhancements, in which order?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from enhancement_roadmap.analysis.value.net_value import by_net_value
from enhancement_roadmap.model import Enhancement, Node, Slug, Text

if TYPE_CHECKING:
    from enhancement_roadmap.analysis.insight import Insight

Sort = Literal["number", "title", "priority", "score", "status", "progress", "owner", "worth"]
SORTS: tuple[Sort, ...] = get_args(Sort)
State = Literal["due", "ready", "blocked", "stale", "changed", "look-again"]
STATES: tuple[State, ...] = get_args(State)


def listed(value: Any) -> Any:
    """One value, or several: an option takes both."""
    return [value] if isinstance(value, str) else value


Slugs = Annotated[tuple[Slug, ...], BeforeValidator(listed, json_schema_input_type=Slug | tuple[Slug, ...])]
States = Annotated[tuple[State, ...], BeforeValidator(listed, json_schema_input_type=State | tuple[State, ...])]
Words = Annotated[tuple[Text, ...], BeforeValidator(listed, json_schema_input_type=Text | tuple[Text, ...])]


class Selection(Node):
    """Options of every view that shows several enhancements: which, in which order, how many."""

    enhancement: Slugs = ()
    """Only these, by id."""
    priority: Slugs = ()
    """Only those of these priority levels."""
    status: Slugs = ()
    """Only those with one of these statuses, by id."""
    owner: Words = ()
    """Only those of these owners; `none` for those without one."""
    label: Words = ()
    """Only those with one of these labels."""
    phase: Slugs = ()
    """Only those in one of these phases, by id."""
    quarter: Slugs = ()
    """Only those in one of these quarters, by id."""
    is_: States = Field(default=(), alias="is")
    """Only those that are `due` (the trigger has fired, and work has not begun), `ready` (due, every readiness criterion met, and
    waiting for no other), `blocked` (waiting for another), `stale` (the assessment is older than the reviews allow), `changed`
    (by its history, since its last review) or `look-again` (what it depends on was changed since its own)."""
    text: Text | None = None
    """Only those with this text in the id, title, trigger or requirements; case does not matter."""
    sort: Sort = "number"
    """`number`, `title`, `priority`, `score`, `status`, `progress`, `owner` or `worth` (net value)."""
    limit: Annotated[int, Field(ge=1)] | None = None
    """At most so many; the view says how many there are."""


def select(selection: Selection, insight: Insight) -> list[Enhancement]:
    """The enhancements that a selection means, in its order, before its limit.

    Several values of one filter widen it, several filters narrow each other. Named enhancements are looked up, not
    searched for: every page of an enhancement asks for its own.
    """
    chosen = _candidates(selection, insight)
    for accepts in _filters(selection, insight):
        chosen = filter(accepts, chosen)
    return _sorted(list(chosen), selection.sort, insight)


def _candidates(selection: Selection, insight: Insight) -> Iterable[Enhancement]:
    if not selection.enhancement:
        return insight.roadmap.enhancements
    return [insight.by_id[name] for name in dict.fromkeys(selection.enhancement) if name in insight.by_id]


def _filters(selection: Selection, insight: Insight) -> list[Callable[[Enhancement], bool]]:
    filters: list[Callable[[Enhancement], bool]] = []
    if priorities := frozenset(selection.priority):
        filters.append(lambda item: item.priority in priorities)
    if statuses := frozenset(selection.status):
        filters.append(lambda item: item.status in statuses)
    if owners := frozenset(selection.owner):
        filters.append(lambda item: (item.owner or "none") in owners)
    if labels := frozenset(selection.label):
        filters.append(lambda item: not labels.isdisjoint(item.labels))
    if phases := frozenset(selection.phase):
        filters.append(lambda item: any(phase.id in phases for phase in insight.phases_of.get(item.id, ())))
    if quarters := frozenset(selection.quarter):
        filters.append(lambda item: any(quarter.id in quarters for quarter in insight.quarters_of.get(item.id, ())))
    if states := frozenset(selection.is_):
        filters.append(lambda item: not states.isdisjoint(states_of(item, insight)))
    if selection.text is not None:
        needle = selection.text.casefold()
        filters.append(lambda item: any(needle in word.casefold() for word in _words(item)))
    return filters


def states_of(item: Enhancement, insight: Insight) -> list[State]:
    """What is true of an enhancement today, as the option ``is`` calls it."""
    facts: dict[State, bool] = {
        "due": insight.is_due(item),
        "ready": insight.is_ready(item),
        "blocked": insight.is_blocked(item),
        "stale": insight.is_stale(item),
        "changed": insight.changed_since_review(item) is not None,
        "look-again": bool(insight.suspect_dependencies(item)),
    }
    return [state for state, holds in facts.items() if holds]


def _words(item: Enhancement) -> tuple[str, ...]:
    return (item.id, item.title, item.trigger.summary, *(requirement.text for requirement in item.requirements))


def _sorted(items: list[Enhancement], sort: Sort, insight: Insight) -> list[Enhancement]:
    if sort == "score":
        return insight.ranked(items)
    if sort == "worth":
        return by_net_value(items, insight.economics)
    keys: dict[Sort, Callable[[Enhancement], Any]] = {
        "number": lambda item: item.number,
        "title": lambda item: (item.title.casefold(), item.number),
        "priority": lambda item: (insight.rank_of[item.priority], item.number),
        "status": lambda item: (insight.status_order[item.status], item.number),
        "progress": lambda item: (-insight.progress[item.id].percent, item.number),
        "owner": lambda item: (item.owner is None, (item.owner or "").casefold(), item.number),
    }
    return sorted(items, key=keys[sort])
