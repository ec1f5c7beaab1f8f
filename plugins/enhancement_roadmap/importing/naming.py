"""Ids and files of what was found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from enhancement_roadmap.importing.found import FoundEnhancement
from enhancement_roadmap.model.slugs import slug_from

_LIKE_A_NUMBER = re.compile(r"\d+-")


def identities(items: Sequence[FoundEnhancement]) -> dict[int, str]:
    """The id of each enhancement, by what Python knows it by; no two have the same."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for item in items:
        name = slug_from(item.key) if item.key else ""
        if not name or name in taken:
            name = slug_from(item.title, taken)
        if _LIKE_A_NUMBER.match(name):
            name = next(other for other in _told_apart(f"r-{name}") if other not in taken)
        taken.add(name)
        ids[id(item)] = name
    return ids


def file_names(items: Sequence[FoundEnhancement], ids: Mapping[int, str]) -> dict[int, str]:
    """The path of each enhancement's file, with its number where no other has it."""
    seen: set[int] = set()
    names: dict[int, str] = {}
    for item in items:
        is_first = item.number is not None and item.number not in seen
        if item.number is not None:
            seen.add(item.number)
        number = f"{item.number:02}-" if is_first else ""
        names[id(item)] = f"enhancements/{number}{ids[id(item)]}.yml"
    return names


def doubles(items: Sequence[FoundEnhancement]) -> list[FoundEnhancement]:
    """Those whose number, key or title an earlier one has."""
    found: list[FoundEnhancement] = []
    seen: set[object] = set()
    for item in items:
        names: list[object] = [name for name in (item.number, item.key, item.title.casefold()) if name]
        if any(name in seen for name in names):
            found.append(item)
        seen.update(names)
    return found


def _told_apart(name: str) -> Sequence[str]:
    return [name, *(f"{name}-{number}" for number in range(2, 10_000))]
