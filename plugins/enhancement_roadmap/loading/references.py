"""What only several files together can tell: references to nothing, and scores off the scale.

The checks read plain values, not the model, so that a mistake in one file hides none in another. They say nothing about
what may stand in a file or a list that could not be read, so that one mistake is one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading.causes import Cause, Consequence, by_cause
from enhancement_roadmap.loading.fields import fields_of
from enhancement_roadmap.loading.known_names import Names, OtherName, names_in, names_of_items
from enhancement_roadmap.loading.scales import off_the_scale, without_scales
from enhancement_roadmap.loading.source import Source, dependencies, dig, entries, is_slug, listed
from enhancement_roadmap.model import DEFAULT_PRIORITIES, DEFAULT_STATUSES, PriorityLevel, RoadmapFile, Status
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named, show

_FIRST_STATUS = "proposed"
_CONDITION = ("trigger", "when")


def check_references(sources: Sequence[Source]) -> Iterator[Finding]:
    """Every id that names nothing, and every score that no scale has; what has one cause is one finding."""
    check = _Check(sources)
    yield from by_cause(check.consequences())


class _Check:
    def __init__(self, sources: Sequence[Source]) -> None:
        self._items = [source for source in sources if source.kind == "enhancement"]
        self._single = {source.kind: source for source in sources if source.kind != "enhancement"}
        self._known = names_of_items(self._items)

    def consequences(self) -> Iterator[Consequence]:
        """Values that are wrong because of what is missing elsewhere, in the order of subjects."""
        yield from self._priorities()
        yield from off_the_scale(self._single.get("roadmap"), self._items)
        yield from without_scales(self._single.get("roadmap"), self._items)
        yield from self._statuses()
        yield from self._stakeholders()
        yield from self._enhancements()
        yield from self._measures()
        yield from self._criteria()

    def _priorities(self) -> Iterator[Consequence]:
        known = self._names_or("priorities", DEFAULT_PRIORITIES)
        for item in self._items if known else ():
            yield from _unknown(item, ("priority",), known, "RM405", "priority level")

    def _statuses(self) -> Iterator[Consequence]:
        ids = self._names_or("statuses", DEFAULT_STATUSES)
        if not ids:
            return
        if about := self._single.get("roadmap"):
            yield from self._listed_ids(about, "statuses", "moves_to", ids, "RM409", "status")
        for item in self._items:
            yield from _unknown(item, ("status",), ids, "RM409", "status")
            for index, move in entries(item.values, ("moves",)):
                if isinstance(status := move.get("to"), str):
                    yield from _unknown_name(item, ("moves", index, "to"), status, ids, "RM409", "status")
            if isinstance(item.values, dict) and "status" not in item.values and _FIRST_STATUS not in ids:
                yield _without_status(item, ids)

    def _stakeholders(self) -> Iterator[Consequence]:
        known = self._names("governance", "stakeholders")
        governance = self._single.get("governance")
        if governance is not None and known is not None:
            yield from self._listed_ids(governance, "reviews", "stakeholders", known, "RM410", "stakeholder")

    @staticmethod
    def _listed_ids(source: Source, part: str, key: str, known: Names, code: str, what: str) -> Iterator[Consequence]:
        """Ids that each entry of a list names in a list of its own."""
        for index, entry in entries(source.values, (part,)):
            for place, _ in enumerate(listed(entry, (key,))):
                yield from _unknown(source, (part, index, key, place), known, code, what)

    def _enhancements(self) -> Iterator[Consequence]:
        for item in self._items:
            for loc, name in dependencies(item.values):
                if isinstance(name, str):
                    yield from _unknown_name(item, loc, name, self._known, "RM403", "enhancement")
        if plan := self._single.get("plan"):
            yield from self._dangling(plan, ("order",))
            for part in ("quarters", "phases"):
                for index, _ in entries(plan.values, (part,)):
                    yield from self._dangling(plan, (part, index, "enhancements"))

    def _dangling(self, source: Source, path: Loc) -> Iterator[Consequence]:
        for index, _ in enumerate(listed(source.values, path)):
            yield from _unknown(source, (*path, index), self._known, "RM403", "enhancement")

    def _measures(self) -> Iterator[Consequence]:
        names = {key: known for key in ("metric", "event") if (known := self._names("metrics", f"{key}s")) is not None}
        for item in self._items if names else ():
            for path, condition in _conditions(item.values):
                for key, known in names.items():
                    if isinstance(name := condition.get(key), str):
                        yield from _unknown_name(item, (*path, key), name, known, "RM407", key)

    def _criteria(self) -> Iterator[Consequence]:
        known = self._names("roadmap", "readiness_criteria")
        if known is None:
            return
        for item in self._items:
            readiness = dig(item.values, ("readiness",))
            for name in readiness if isinstance(readiness, dict) else ():
                if name in known or is_slug(name):
                    yield from _unknown_name(item, ("readiness", name), name, known, "RM408", "readiness criterion", is_key=True)

    def _names_or(self, part: str, defaults: Sequence[PriorityLevel | Status]) -> Names:
        """Ids in a list of `roadmap.yml`, or those that hold without one; none where there is a mistake that has a finding of its own.

        A key that nobody knows may be this list under another name.
        """
        known = self._names("roadmap", part)
        if known is None:
            return Names((), tuple)
        about = self._single["roadmap"].values
        return known if part in about or about.keys() - fields_of(RoadmapFile) else _names_of(defaults)

    def _names(self, kind: str, part: str) -> Names | None:
        """Ids in a list of a file; None where there is a mistake that has a finding of its own."""
        source = self._single.get(kind)
        if source is None:
            return None if kind == "roadmap" else Names((), tuple)
        if not isinstance(source.values, dict) or not isinstance(source.values.get(part, []), list):
            return None
        return names_in(source, part)


def _unknown(source: Source, loc: Loc, known: Names, code: str, what: str) -> tuple[Consequence, ...]:
    """A consequence where a value is not the id of anything, whatever else it is."""
    value = dig(source.values, loc)
    return _unknown_name(source, loc, value, known, code, what) if isinstance(value, str) else ()


def _unknown_name(
    source: Source, loc: Loc, value: str, known: Names, code: str, what: str, *, is_key: bool = False
) -> tuple[Consequence, ...]:
    """The same for a name that stands as a value, or as the key of one."""
    if value in known:
        known.used.add(value)
        return ()
    cause = Cause(code, f"there is no {what} {show(value)}", partial(known.home, value))
    message = f"{named(loc[:-1] if is_key else loc)}: {cause.message}"
    return (Consequence(cause, source, loc, (message, known.hint(value) or f"The roadmap has no {what} yet."), is_key),)


def _without_status(item: Source, ids: Names) -> Consequence:
    message = f"no status is given, and the roadmap has no ‘{_FIRST_STATUS}’"
    hint = f"Add ‘status: …’. {ids.suggestion()}"
    cause = Cause("RM409", f"there is no status ‘{_FIRST_STATUS}’", partial(_where_statuses_are, ids))
    return Consequence(cause, item, (), (message, hint))


def _where_statuses_are(ids: Names) -> tuple[Place | None, str]:
    place, _ = ids.home(_FIRST_STATUS)
    return place, f"Enhancements that say no status have this one: add it, or say theirs. {ids.suggestion()}"


def _names_of(defaults: Sequence[PriorityLevel | Status]) -> Names:
    """Ids of what a roadmap has that lists none of its own."""
    return Names([one.id for one in defaults], lambda: [OtherName(one.title, "title", one.id) for one in defaults])


def _conditions(values: Any) -> Iterator[tuple[Loc, dict[str, Any]]]:
    """The conditions of an enhancement's trigger, each with its place: the whole one, and those that it is combined of."""
    pending: list[tuple[Loc, Any]] = [(_CONDITION, dig(values, _CONDITION))]
    for path, condition in pending:
        if isinstance(condition, dict):
            yield path, condition
            pending += [((*path, key, index), inner) for key in ("any", "all") for index, inner in entries(condition, (key,))]
            pending.append(((*path, "not"), condition.get("not")))
