"""Values of the model: as plain data, the same that its JSON has, and in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from enhancement_roadmap.model import Node, PartialDate, Roadmap
from enhancement_roadmap.sentences import number
from enhancement_roadmap.text.long import flat

Step = str | int
"""A key of a mapping, the id of an entry of a list, or (where entries have no ids) its index in the old list."""

Json = Any
"""What JSON can hold: None, bool, int, float, str, and lists and mappings of these."""

Shows = Callable[[Json, Json], tuple[str | None, str | None]]
"""Puts the old and the new value of a change in words; empty where there was none, None where it need not be said."""

_PERIOD = frozenset({"from", "to", "title"})
"""What a period says."""


def plain_value(value: Any) -> Json:
    """A value of the model as plain data."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, PartialDate):
        return value.isoformat()
    if isinstance(value, Node):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, (tuple, list)):
        return [plain_value(entry) for entry in value]
    if isinstance(value, Mapping):
        return {str(key): plain_value(entry) for key, entry in value.items()}
    return str(value)


def facts_of(roadmap: Roadmap) -> dict[str, Json]:
    """Everything that a roadmap says, as plain data with every default filled in.

    Returns:
        ``about``, ``plan``, ``governance`` and ``metrics`` as their files hold them, and ``enhancements``, a list in the roadmap's order.
    """
    facts: dict[str, Json] = roadmap.model_dump(mode="json", by_alias=True)
    return facts


def leaf_count(requirements: Json) -> int:
    """How many requirements count, of some as facts: those without parts that are not waived, as for `analysis.progress`."""
    return sum(leaf_count(facts["parts"]) if facts["parts"] else facts["status"] != "waived" for facts in requirements)


def value_words(value: Json) -> str:
    """A value in words; empty where there is none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(value_words, value)))
    if isinstance(value, dict) and value.keys() == _PERIOD:
        return _period_words(value)
    if isinstance(value, dict):
        return "; ".join(
            f"{key.replace('_', ' ')}: {words}" for key, entry in value.items() if entry is not False and (words := value_words(entry))
        )
    return "" if value is None else flat(str(value))


def _period_words(period: Mapping[str, Json]) -> str:
    """From when to when: ``2027-01-04 to 2027-01-29``, ``from 2027-03``, or the day alone; and what is then."""
    begin, end, title = period["from"], period["to"], value_words(period["title"])
    days = begin if begin == end else " to ".join(filter(None, (begin, end)))
    if not (begin and end):
        days = f"from {days}" if begin else f"until {days}"
    return f"{days} ({title})" if title else days


def both(before: Json, after: Json) -> tuple[str | None, str | None]:
    """Show the old and the new value."""
    return value_words(before), value_words(after)


def given(before: Json, after: Json) -> tuple[str | None, str | None]:
    """Show the old and the new value, those that there are."""
    return value_words(before) or None, value_words(after) or None


def where_they_part(before: Json, after: Json) -> tuple[str | None, str | None]:
    """Show what two lists do not begin and end with alike."""
    first = next((index for index, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), min(len(before), len(after)))
    ends = zip(reversed(before[first:]), reversed(after[first:]), strict=False)
    last = next((index for index, (old, new) in enumerate(ends) if old != new), min(len(before), len(after)) - first)
    return both(before[first : len(before) - last], after[first : len(after) - last])


def nothing(_before: Json, _after: Json) -> tuple[str | None, str | None]:
    """Show no value: the title and the subject say it all."""
    return None, None
