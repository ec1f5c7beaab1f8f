"""Requirements and their parts, one after the other, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.outputs.facts.plain import Data, compact, plain_data

_PARTS = frozenset(("parts",))


def requirements_data(items: Iterable[Enhancement]) -> list[Data]:
    """Every requirement of some enhancements, and every part of one, in the order of the files.

    Under the key ``facts`` stand what it belongs to, its place there (``2.1``), whether it is counted, and who sees to it.
    """
    return [found for item in items for found in _rows(item, item.requirements)]


def _rows(item: Enhancement, requirements: Iterable[Requirement], within: Requirement | None = None, place: str = "") -> Iterator[Data]:
    for number, requirement in enumerate(requirements, start=1):
        own = f"{place}{number}"
        facts = {
            "enhancement": item.id,
            "enhancement_title": item.title,
            "place": own,
            "part_of": within.id if within else None,
            "counted": not requirement.parts and requirement.counts,
            "owners": [requirement.owner] if requirement.owner else list(item.owners),
        }
        yield {**plain_data(requirement, _PARTS), "facts": compact(facts)}
        yield from _rows(item, requirement.parts, requirement, f"{own}.")
