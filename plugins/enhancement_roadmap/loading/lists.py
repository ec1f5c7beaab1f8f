"""Entries of a list held against each other: ids and numbers that are taken already, scores that are out of order.

The checks read plain values, so that a mistake elsewhere in a file hides none; what is no number or no id has a finding of
its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import Source, dig, entries, is_slug, listed, whole
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named, short, show


class _Unique(NamedTuple):
    """A key that must be unique among the entries of a list.

    Attributes:
        path: where in the file the list is.
        key: the key.
    """

    path: tuple[str, ...]
    key: str


_UNIQUE: Mapping[str, tuple[_Unique, ...]] = {
    "roadmap": (
        _Unique(("priorities",), "id"),
        _Unique(("readiness_criteria",), "id"),
        _Unique(("statuses",), "id"),
        _Unique(("fields",), "id"),
        _Unique(("scoring", "risk", "levels"), "value"),
        _Unique(("scoring", "impact", "levels"), "value"),
    ),
    "plan": (_Unique(("quarters",), "id"), _Unique(("phases",), "id"), _Unique(("phases",), "number")),
    "governance": (_Unique(("reviews",), "id"), _Unique(("stakeholders",), "id")),
    "metrics": (_Unique(("metrics",), "id"), _Unique(("events",), "id")),
}
"""For each kind of file what must be unique in it; what must be in an enhancement's stands in lists of lists."""


_CHOOSE = "Choose another one; the older entry should keep its own."
_RENAME = "It comes from the name of the file: rename the file, or write ‘{key}: …’ in it."


def check_lists(sources: Sequence[Source]) -> Iterator[Finding]:
    """A finding for each id or number that another entry has already, each score that is out of order, each id put in order twice."""
    items = [source for source in sources if source.kind == "enhancement"]
    for key in ("id", "number"):
        loc: Loc = (key,)
        yield from _duplicates(((item, loc, dig(item.values, loc)) for item in items), key, f"the enhancement {key}")
    for source in sources:
        for path, key in _UNIQUE.get(source.kind, ()):
            found = entries(source.values, path)
            if len(found) > 1:
                rows = [(source, _loc(path, index, key), entry.get(key)) for index, entry in found]
                yield from _duplicates(rows, key, f"{'.'.join(path)}: the {key}")
    for item in items:
        ids = list(_ids_of_requirements(item, ("requirements",), item.values))
        if len(ids) > 1:
            yield from _duplicates(ids, "id", "requirements: the id")
    for source in sources:
        if source.kind == "roadmap":
            yield from _out_of_order(source)
        if source.kind == "plan":
            yield from _twice_named(source, ("order",))


def _twice_named(source: Source, path: Loc) -> Iterator[Finding]:
    """A finding for each id that a list names again."""
    first: dict[str, Loc] = {}
    for index, name in enumerate(listed(source.values, path)):
        loc = _loc(path, index)
        if is_slug(name) and first.setdefault(name, loc) is not loc:
            message = f"{named(loc)} names {show(name)} again, after {source.positions.of_value(first[name])}"
            yield Finding(source.positions.of_value(loc), "RM413", message, "Remove one of the two: nothing has two places in an order.")


def _duplicates(rows: Iterable[tuple[Source, Loc, Any]], key: str, what: str) -> Iterator[Finding]:
    code = "RM401" if key == "id" else "RM402"
    same: Callable[[Any], Any] = _slug if key == "id" else whole
    first: dict[Any, tuple[Source, Loc]] = {}
    for source, loc, written in rows:
        value = same(written)
        if value is None:
            continue
        if value not in first:
            first[value] = (source, loc)
            continue
        other, there = first[value]
        message = f"{what} {show(written)} is taken already, at {other.positions.of_value(there)}"
        place = source.positions.of_value(loc)
        is_from_name = place == source.positions.of_value(())
        yield Finding(place, code, message, _RENAME.format(key=key) if is_from_name else _CHOOSE)


def _ids_of_requirements(item: Source, path: Loc, around: Any) -> Iterator[tuple[Source, Loc, Any]]:
    """The ids that requirements and their parts are given, and their places.

    Args:
        item: the enhancement.
        path: where the requirements are.
        around: the mapping that has them.
    """
    for index, entry in entries(around, path[-1:]):
        if "id" in entry:
            yield item, _loc(path, index, "id"), entry["id"]
        if "parts" in entry:
            yield from _ids_of_requirements(item, _loc(path, index, "parts"), entry)


def _loc(path: Loc, *steps: str | int) -> Loc:
    return [*path, *steps]


def _slug(value: Any) -> str | None:
    return value if is_slug(value) else None


def _out_of_order(source: Source) -> Iterator[Finding]:
    """Each priority level that starts at no lower score than the level above it: no score could ever mean one of the two."""
    places: list[Loc] = [("priorities", index, "from_score") for index, _ in entries(source.values, ("priorities",))]
    given = [(loc, score) for loc in places if (score := whole(dig(source.values, loc))) is not None]
    for (above_loc, above), (loc, score) in pairwise(given):
        if score >= above:
            message = f"{named(loc)} is not less than {named(above_loc)}: {show(score)}"
            hint = f"Levels stand from the highest to the lowest: write less than {short(above)}, or put the levels in order."
            yield Finding(source.positions.of_value(loc), "RM411", message, hint)
