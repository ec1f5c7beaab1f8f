"""Ids and numbers that are taken already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import Source, dig, entries, is_slug, whole
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import show


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
        _Unique(("scoring", "risk", "levels"), "value"),
        _Unique(("scoring", "impact", "levels"), "value"),
    ),
    "plan": (_Unique(("quarters",), "id"), _Unique(("phases",), "id"), _Unique(("phases",), "number")),
    "governance": (_Unique(("reviews",), "id"), _Unique(("stakeholders",), "id")),
    "metrics": (_Unique(("metrics",), "id"), _Unique(("events",), "id")),
    "enhancement": (_Unique(("requirements",), "id"),),
}
"""For each kind of file what must be unique in it."""


def check_duplicates(sources: Sequence[Source]) -> Iterator[Finding]:
    """A finding for each id or number that another entry has already."""
    items = [source for source in sources if source.kind == "enhancement"]
    for key in ("id", "number"):
        loc: Loc = (key,)
        yield from _duplicates(((item, loc, dig(item.values, loc)) for item in items), key, f"the enhancement {key}")
    for source in sources:
        for path, key in _UNIQUE[source.kind]:
            found = entries(source.values, path)
            if len(found) > 1:
                rows = [(source, _loc(path, index, key), entry.get(key)) for index, entry in found]
                yield from _duplicates(rows, key, f"{'.'.join(path)}: the {key}")


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
        yield Finding(source.positions.of_value(loc), code, message, "Choose another one; the older entry should keep its own.")


def _loc(path: Loc, *steps: str | int) -> Loc:
    return [*path, *steps]


def _slug(value: Any) -> str | None:
    return value if is_slug(value) else None
