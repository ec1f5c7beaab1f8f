"""What only several files together can tell: references to nothing, and scores off the scale.

The checks read plain values, not the model, so that a mistake in one file hides none in another. They say nothing about
what may stand in a file or a list that could not be read, so that one mistake is one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from enhancement_roadmap.findings import Choices, Finding
from enhancement_roadmap.loading.scales import AxisCheck
from enhancement_roadmap.loading.source import Source, dig, entries, is_slug, listed
from enhancement_roadmap.model import DEFAULT_STATUSES
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named, show, slug_of

DEFAULT_IDS = tuple(status.id for status in DEFAULT_STATUSES)


def check_references(sources: Sequence[Source]) -> Iterator[Finding]:
    """Every id that names nothing, and every score that no scale has."""
    check = _Check(sources)
    yield from check.priorities()
    yield from check.scores()
    yield from check.scales()
    yield from check.statuses()
    yield from check.stakeholders()
    yield from check.enhancements()
    yield from check.measures()
    yield from check.criteria()


class _Check:
    def __init__(self, sources: Sequence[Source]) -> None:
        self._items = [source for source in sources if source.kind == "enhancement"]
        self._single = {source.kind: source for source in sources if source.kind != "enhancement"}
        self._by_id = {identity: item for item in reversed(self._items) if (identity := item.id)}
        probable = (name for item in self._items if not item.id for name in item.probable_ids())
        self._known = Choices([*(identity for item in self._items if (identity := item.id)), *probable])

    def priorities(self) -> Iterator[Finding]:
        known = self._ids_in("roadmap", "priorities")
        if known:
            for item in self._items:
                yield from _unknown(item, ("priority",), known, "RM405", "priority level")

    def scores(self) -> Iterator[Finding]:
        for axis in ("risk", "impact"):
            check = AxisCheck(axis, self._single.get("roadmap"))
            for item in self._items:
                yield from check.findings(item)

    def statuses(self) -> Iterator[Finding]:
        known = self._ids_in("roadmap", "statuses")
        if known is None:
            return
        ids = known or Choices(DEFAULT_IDS)
        if about := self._single.get("roadmap"):
            yield from self._listed_ids(about, "statuses", "moves_to", known, "RM409", "status")
        for item in self._items:
            yield from _unknown(item, ("status",), ids, "RM409", "status")
            for index, _ in entries(item.values, ("moves",)):
                yield from _unknown(item, ("moves", index, "to"), ids, "RM409", "status")
            if isinstance(item.values, dict) and "status" not in item.values and "proposed" not in ids:
                hint = f"Add ‘status: …’. {ids.suggestion()}"
                yield Finding(item.positions.of_value(()), "RM409", "no status is given, and the roadmap has no ‘proposed’", hint)

    def stakeholders(self) -> Iterator[Finding]:
        known = self._ids_in("governance", "stakeholders")
        governance = self._single.get("governance")
        if governance is not None and known is not None:
            yield from self._listed_ids(governance, "reviews", "stakeholders", known, "RM410", "stakeholder")

    @staticmethod
    def _listed_ids(source: Source, part: str, key: str, known: Choices, code: str, what: str) -> Iterator[Finding]:
        """Ids that each entry of a list names in a list of its own."""
        for index, entry in entries(source.values, (part,)):
            for place, _ in enumerate(listed(entry, (key,))):
                yield from _unknown(source, (part, index, key, place), known, code, what)

    def scales(self) -> Iterator[Finding]:
        about = self._single.get("roadmap")
        if about and isinstance(about.values, dict) and "scoring" not in about.values:
            for item in self._items:
                if isinstance(dig(item.values, ("assessment",)), dict):
                    place = item.positions.of_key(("assessment",))
                    yield Finding(place, "RM406", "there are no scales to assess on", "Add ‘scoring’ to roadmap.yml.")

    def enhancements(self) -> Iterator[Finding]:
        for item in self._items:
            yield from self._dangling(item, ("scope", "depends_on"))
        if plan := self._single.get("plan"):
            yield from self._dangling(plan, ("order",))
            for part in ("quarters", "phases"):
                for index, _ in entries(plan.values, (part,)):
                    yield from self._dangling(plan, (part, index, "enhancements"))

    def _dangling(self, source: Source, path: Loc) -> Iterator[Finding]:
        for index, _ in enumerate(listed(source.values, path)):
            yield from _unknown(source, (*path, index), self._known, "RM403", "enhancement")

    def measures(self) -> Iterator[Finding]:
        for key in ("metric", "event"):
            if (known := self._ids_in("metrics", f"{key}s")) is not None:
                for item in self._items:
                    for path in conditions(item.values):
                        yield from _unknown(item, (*path, key), known, "RM407", key)

    def criteria(self) -> Iterator[Finding]:
        known = self._ids_in("roadmap", "readiness_criteria")
        if known is None:
            return
        for item in self._items:
            readiness = dig(item.values, ("readiness",))
            for name in readiness if isinstance(readiness, dict) else ():
                if is_slug(name) and name not in known:
                    place = item.positions.of_key(("readiness", name))
                    yield Finding(place, "RM408", *_nothing_called(name, ("readiness",), known, "readiness criterion"))

    def _ids_in(self, kind: str, part: str) -> Choices | None:
        """Ids in a list of a file; None where there is a mistake that has a finding of its own."""
        source = self._single.get(kind)
        if source is None:
            return None if kind == "roadmap" else Choices(())
        if not isinstance(source.values, dict) or not isinstance(source.values.get(part, []), list):
            return None
        ids = [str(entry.get("id")) for _, entry in entries(source.values, (part,))]
        return Choices(identity if is_slug(identity) else slug_of(identity) for identity in ids)


def _unknown(source: Source, loc: Loc, known: Choices, code: str, what: str) -> Iterator[Finding]:
    value = dig(source.values, loc)
    if is_slug(value) and value not in known:
        yield Finding(source.positions.of_value(loc), code, *_nothing_called(value, loc, known, what))


def _nothing_called(value: str, loc: Loc, known: Choices, what: str) -> tuple[str, str]:
    """Message and hint."""
    return f"{named(loc)}: there is no {what} {show(value)}", known.suggestion(value) or f"The roadmap has no {what} yet."


def conditions(values: Any) -> Iterator[Loc]:
    """Where an enhancement's trigger has conditions: the whole one, and those that it is combined of."""
    pending: list[Loc] = [("trigger", "when")]
    while pending:
        path = pending.pop(0)
        yield path
        pending += [(*path, key, index) for key in ("any", "all") for index, _ in entries(values, (*path, key))]
        if isinstance(dig(values, (*path, "not")), dict):
            pending.append((*path, "not"))
