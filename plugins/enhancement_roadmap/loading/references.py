"""What only several files together can tell: duplicates, dangling and circular references, scores off the scale.

The checks read plain values, not the model, so that a mistake in one file hides none in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from enhancement_roadmap.findings import Finding, Place, nearest
from enhancement_roadmap.loading.cycles import cycles
from enhancement_roadmap.loading.positions import Loc, Positions
from enhancement_roadmap.loading.validation import named, show


@dataclass(frozen=True, slots=True)
class Source:
    """The values of one file and where they stand.

    Attributes:
        kind: name of its file kind.
        values: plain values.
        positions: finds their places.
    """

    kind: str
    values: Any
    positions: Positions


def check_references(sources: Sequence[Source]) -> list[Finding]:
    """Every mistake that spans files, or entries of one file."""
    check = _Check(sources)
    return [
        *check.duplicate_enhancements(),
        *check.duplicates_within_files(),
        *check.unknown_priorities(),
        *check.scores_off_the_scale(),
        *check.dangling_enhancements(),
        *check.dangling_measures(),
        *check.circles(),
    ]


_UNIQUE: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "roadmap": (
        (("priorities",), "id"),
        (("readiness_criteria",), "id"),
        (("scoring", "risk", "levels"), "value"),
        (("scoring", "impact", "levels"), "value"),
    ),
    "plan": ((("quarters",), "id"), (("phases",), "id"), (("phases",), "number")),
    "governance": ((("reviews",), "id"), (("stakeholders",), "id")),
    "metrics": ((("metrics",), "id"), (("events",), "id")),
    "enhancement": ((("requirements",), "id"),),
}
"""For each kind of file: the lists in it, and the key that must be unique among their entries."""


class _Check:
    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._items = [source for source in sources if source.kind == "enhancement" and isinstance(source.values, dict)]
        self._ids = {identity: item for item in reversed(self._items) if isinstance(identity := item.values.get("id"), str)}

    def duplicate_enhancements(self) -> Iterator[Finding]:
        for key, code in (("id", "RM401"), ("number", "RM402")):
            yield from _duplicates([(item, (key,), item.values.get(key)) for item in self._items], code, f"the enhancement {key}")

    def duplicates_within_files(self) -> Iterator[Finding]:
        for source in self._sources:
            for path, key in _UNIQUE[source.kind]:
                entries = _entries(source.values, path)
                if len(entries) > 1:
                    rows = [(source, (*path, index, key), entry.get(key)) for index, entry in entries]
                    yield from _duplicates(rows, "RM401" if key == "id" else "RM402", f"the {key} in {'.'.join(path)}")

    def unknown_priorities(self) -> Iterator[Finding]:
        known = self._known("roadmap", "priorities", "id")
        if known:
            for item in self._items:
                yield from _unknown(item, ("priority",), item.values.get("priority"), known, "RM405", "priority level")

    def scores_off_the_scale(self) -> Iterator[Finding]:
        for axis in ("risk", "impact"):
            entries = [entry for source in self._of("roadmap") for _, entry in _entries(source.values, ("scoring", axis, "levels"))]
            scale = {number for entry in entries if (number := _number(entry.get("value"))) is not None}
            for item in self._items:
                value = _number(_dig(item.values, ("assessment", axis)))
                if value is not None and value not in scale:
                    yield self._off(item, axis, value, scale)

    @staticmethod
    def _off(item: Source, axis: str, value: int, scale: set[int]) -> Finding:
        place = item.positions.of_value(("assessment", axis))
        hint = f"The {axis} scale has: {', '.join(map(str, sorted(scale)))}." if scale else "Add ‘scoring’ to roadmap.yml first."
        return Finding(place, "RM406", f"assessment.{axis} is off the scale: ‘{value}’", hint)

    def dangling_enhancements(self) -> Iterator[Finding]:
        for item in self._items:
            yield from self._dangling(item, ("scope", "depends_on"))
        for source in self._of("plan"):
            for part in ("quarters", "phases"):
                for index, _ in _entries(source.values, (part,)):
                    yield from self._dangling(source, (part, index, "enhancements"))

    def _dangling(self, source: Source, path: Loc) -> Iterator[Finding]:
        listed = _dig(source.values, path)
        for index, wanted in enumerate(listed if isinstance(listed, list) else ()):
            yield from _unknown(source, (*path, index), wanted, self._ids, "RM403", "enhancement")

    def dangling_measures(self) -> Iterator[Finding]:
        criteria = self._known("roadmap", "readiness_criteria", "id")
        known = {"metric": self._known("metrics", "metrics", "id"), "event": self._known("metrics", "events", "id")}
        for item in self._items:
            for key, ids in known.items():
                path = ("trigger", "when", key)
                yield from _unknown(item, path, _dig(item.values, path), ids, "RM407", f"{key} in metrics.yml")
            readiness = item.values.get("readiness")
            for name in readiness if isinstance(readiness, dict) else ():
                yield from _unknown(item, ("readiness", name), name, criteria, "RM408", "readiness criterion", item.positions.of_key)

    def circles(self) -> Iterator[Finding]:
        edges = {identity: _texts(_dig(item.values, ("scope", "depends_on"))) for identity, item in self._ids.items()}
        for circle in cycles(edges):
            item = self._ids[circle[0]]
            index = edges[circle[0]].index(circle[1 % len(circle)])
            path = " → ".join([*circle, circle[0]])
            hint = "Remove one of these dependencies: none of them could ever start."
            yield Finding(item.positions.of_value(("scope", "depends_on", index)), "RM404", f"a circle of dependencies: {path}", hint)

    def _of(self, kind: str) -> list[Source]:
        return [source for source in self._sources if source.kind == kind]

    def _known(self, kind: str, part: str, key: str) -> list[str]:
        return [str(entry.get(key)) for source in self._of(kind) for _, entry in _entries(source.values, (part,)) if entry.get(key)]


def _duplicates(rows: Iterable[tuple[Source, Loc, Any]], code: str, what: str) -> Iterator[Finding]:
    first: dict[Any, tuple[Source, Loc]] = {}
    for source, loc, value in rows:
        if not isinstance(value, str):
            continue
        same = number if (number := _number(value)) is not None else value
        if same not in first:
            first[same] = (source, loc)
            continue
        other, there = first[same]
        message = f"{what} {show(value)} is taken, by {other.positions.of_value(there)}"
        yield Finding(
            source.positions.of_value(loc), code, message, "Choose another one; ids that are published should stay with the older entry."
        )


def _unknown(
    source: Source,
    loc: Loc,
    value: Any,
    known: Iterable[str],
    code: str,
    what: str,
    place: Callable[[Loc], Place] | None = None,
) -> Iterator[Finding]:
    if isinstance(value, str) and value not in known:
        where = (place or source.positions.of_value)(loc)
        hint = nearest(value, known) or f"There is no {what} yet."
        yield Finding(where, code, f"{named(loc)}: there is no {what} {show(value)}", hint)


def _dig(values: Any, path: Loc) -> Any:
    for step in path:
        if isinstance(step, int):
            values = values[step] if isinstance(values, list) and step < len(values) else None
        else:
            values = values.get(step) if isinstance(values, dict) else None
    return values


def _entries(values: Any, path: Loc) -> list[tuple[int, dict[str, Any]]]:
    listed = _dig(values, path)
    return [(index, entry) for index, entry in enumerate(listed if isinstance(listed, list) else ()) if isinstance(entry, dict)]


def _texts(value: Any) -> list[str]:
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []


def _number(value: Any) -> int | None:
    try:
        return int(value) if isinstance(value, str) and len(value) < 12 else None
    except ValueError:
        return None
