"""Which enhancements, in which order?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, TypeVar, cast, get_args

from pydantic import BeforeValidator, Field, create_model

from enhancement_roadmap.analysis.filters import FILTERS, Filter
from enhancement_roadmap.analysis.insight import Insight
from enhancement_roadmap.analysis.value.net_value import by_net_value
from enhancement_roadmap.model import Enhancement, Node, Slug, Text

S = TypeVar("S", bound="Selection")
T = TypeVar("T")

Sort = Literal["order", "number", "title", "priority", "score", "status", "progress", "timeline", "owner", "net-value"]
SORTS: tuple[Sort, ...] = get_args(Sort)


def listed(value: Any) -> Any:
    """One value, or several: an option takes both."""
    return [value] if isinstance(value, str) else value


Slugs = Annotated[tuple[Slug, ...], BeforeValidator(listed, json_schema_input_type=Slug | tuple[Slug, ...])]
Words = Annotated[tuple[Text, ...], BeforeValidator(listed, json_schema_input_type=Text | tuple[Text, ...])]


def _several(kind: Any) -> Any:
    """`Slugs` or `Words` of any kind of value."""
    many, annotated = cast(Any, tuple)[kind, ...], cast(Any, Annotated)
    return annotated[many, BeforeValidator(listed, json_schema_input_type=kind | many)]


def filtered_by(filters: tuple[Filter, ...]) -> Callable[[type[S]], type[S]]:
    """Give a class of options an option for each filter, before its own.

    Args:
        filters: those that the class is to have.
    """
    options: dict[str, Any] = {each.name: (_several(each.kind), Field(default=(), description=each.meaning)) for each in filters}

    def with_filters(own: type[S]) -> type[S]:
        bases = (own, create_model("Filters", __base__=Node, **options))
        made = cast(type[S], create_model(own.__name__, __base__=bases, __doc__=own.__doc__, __module__=own.__module__))
        made.filters = filters
        return made

    return with_filters


@filtered_by(FILTERS)
class Selection(Node):
    """Options of every view that shows several enhancements: which, in which order, how many."""

    filters: ClassVar[tuple[Filter, ...]] = ()

    enhancement: Slugs = ()
    """Only these, by id."""
    text: Text | None = None
    """Only those with this text in the id, title, description, trigger or requirements; case does not matter."""
    sort: Sort = "order"
    """The order; `order` is that of the roadmap. The highest score and net value, the most progress and the shortest timeline come
    first; those without any, last."""
    skip: Annotated[int, Field(ge=0)] = 0
    """Leave out so many of the first: what stands on another page."""
    limit: Annotated[int, Field(ge=1)] | None = None
    """At most so many; the view says how many there are."""

    def part_of(self, chosen: Sequence[T]) -> Sequence[T]:
        """What is shown of everything that was chosen: without the first ones, and at most so many."""
        return chosen[self.skip : None if self.limit is None else self.skip + self.limit]

    def given(self) -> Iterator[tuple[Filter, frozenset[str]]]:
        """Filters that narrow something, each with the values that it lets through."""
        for each in self.filters:
            if values := getattr(self, each.name):
                yield each, frozenset(values)


def select(selection: Selection, insight: Insight) -> list[Enhancement]:
    """The enhancements that a selection means, in its order, before its limit.

    Several values of one filter widen it, several filters narrow each other. Named enhancements are looked up, not
    searched for: every page of an enhancement asks for its own.
    """
    chosen = list(_candidates(selection, insight))
    for each, values in selection.given():
        chosen = [item for item in chosen if not values.isdisjoint(each.values_of(item, insight))]
    if selection.text is not None:
        needle = selection.text.casefold()
        chosen = [item for item in chosen if any(needle in word.casefold() for word in _words(item))]
    return _sorted(chosen, selection.sort, insight)


def _candidates(selection: Selection, insight: Insight) -> Iterable[Enhancement]:
    if not selection.enhancement:
        return insight.roadmap.enhancements
    return [insight.by_id[name] for name in dict.fromkeys(selection.enhancement) if name in insight.by_id]


def _words(item: Enhancement) -> tuple[str, ...]:
    trigger = item.trigger.summary if item.trigger else ""
    return (item.id, item.title, item.description or "", trigger, *item.requirement_texts)


def _sorted(items: list[Enhancement], sort: Sort, insight: Insight) -> list[Enhancement]:
    if sort == "score":
        return insight.ranked(items)
    place = insight.place
    if sort == "order":
        return sorted(items, key=lambda item: place[item.id])
    if sort == "net-value":
        return by_net_value(items, insight.economics, place)
    keys: Mapping[Sort, Callable[[Enhancement], Any]] = {
        "number": lambda item: (item.number is None, item.number or 0),
        "title": lambda item: item.title.casefold(),
        "priority": insight.priority_rank,
        "status": lambda item: insight.status_order[item.status],
        "progress": lambda item: (not insight.progress[item.id].total, -insight.progress[item.id].percent),
        "timeline": lambda item: (item.scope.timeline is None, _timeline(item, insight)),
        "owner": lambda item: (not item.owners, [owner.casefold() for owner in item.owners]),
    }
    return sorted(items, key=lambda item: (keys[sort](item), place[item.id]))


def _timeline(item: Enhancement, insight: Insight) -> float:
    return item.scope.timeline.length(insight.roadmap.plan.working_time) if item.scope.timeline else 0
