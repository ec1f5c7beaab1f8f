"""Which enhancements, in which order?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from enhancement_roadmap.model import Enhancement, Node, Slug, Status, Text

if TYPE_CHECKING:
    from enhancement_roadmap.analysis.insight import Insight

Sort = Literal["number", "title", "priority", "score", "status", "progress", "owner"]
SORTS: tuple[Sort, ...] = get_args(Sort)


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _one_or_more(kind: Any) -> Any:
    return Annotated[tuple[kind, ...], BeforeValidator(_listed, json_schema_input_type=kind | tuple[kind, ...])]


class Selection(Node):
    """Options of every view that shows several enhancements: which, in which order, how many."""

    enhancement: _one_or_more(Slug) = ()  # type: ignore[valid-type]
    """Only these, by id."""
    priority: _one_or_more(Slug) = ()  # type: ignore[valid-type]
    """Only those of these priority levels."""
    status: _one_or_more(Status) = ()  # type: ignore[valid-type]
    """Only those with one of these statuses."""
    owner: _one_or_more(Text) = ()  # type: ignore[valid-type]
    """Only those of these owners; `none` for those without one."""
    label: _one_or_more(Text) = ()  # type: ignore[valid-type]
    """Only those with one of these labels."""
    phase: _one_or_more(Slug) = ()  # type: ignore[valid-type]
    """Only those in one of these phases, by id."""
    quarter: _one_or_more(Slug) = ()  # type: ignore[valid-type]
    """Only those in one of these quarters, by id."""
    text: Text | None = None
    """Only those with this text in the title, trigger or requirements; case does not matter."""
    sort: Sort = "number"
    """`number`, `title`, `priority`, `score`, `status`, `progress` or `owner`."""
    limit: Annotated[int, Field(ge=1)] | None = None
    """At most so many; the view says how many it leaves out."""


def select(selection: Selection, insight: Insight) -> list[Enhancement]:
    """The enhancements that a selection means, in its order, before its limit.

    Several values of one filter widen it, several filters narrow each other.
    """
    chosen = [item for item in insight.roadmap.enhancements if _matches(item, selection, insight)]
    return _sorted(chosen, selection.sort, insight)


def _matches(item: Enhancement, selection: Selection, insight: Insight) -> bool:
    return (
        _any(selection.enhancement, (item.id,))
        and _any(selection.priority, (item.priority,))
        and _any(selection.status, (item.status,))
        and _any(selection.owner, (item.owner or "none",))
        and _any(selection.label, item.labels)
        and _any(selection.phase, [phase.id for phase in insight.phases_of.get(item.id, ())])
        and _any(selection.quarter, [quarter.id for quarter in insight.quarters_of.get(item.id, ())])
        and _contains(item, selection.text)
    )


def _any(wanted: Sequence[str], actual: Sequence[str]) -> bool:
    return not wanted or not set(wanted).isdisjoint(actual)


def _contains(item: Enhancement, text: str | None) -> bool:
    if text is None:
        return True
    needle = text.casefold()
    words = (item.id, item.title, item.trigger.summary, *(requirement.text for requirement in item.requirements))
    return any(needle in word.casefold() for word in words)


_STATUSES = get_args(Status)


def _sorted(items: list[Enhancement], sort: Sort, insight: Insight) -> list[Enhancement]:
    if sort == "score":
        return insight.ranked(items)
    keys: dict[Sort, Any] = {
        "number": lambda item: item.number,
        "title": lambda item: (item.title.casefold(), item.number),
        "priority": lambda item: (insight.rank_of[item.priority], item.number),
        "status": lambda item: (_STATUSES.index(item.status), item.number),
        "progress": lambda item: (-insight.progress[item.id].percent, item.number),
        "owner": lambda item: (item.owner is None, (item.owner or "").casefold(), item.number),
    }
    return sorted(items, key=keys[sort])
