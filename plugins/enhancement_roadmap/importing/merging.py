"""What was found, beside data that are there: what is new is added, and nothing that is there is touched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from difflib import unified_diff
from typing import Any

from enhancement_roadmap.importing.found import Found
from enhancement_roadmap.importing.naming import identities
from enhancement_roadmap.importing.writing import files_of
from enhancement_roadmap.importing.yaml_text import yaml_text
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import Positions, read_values

_NUMBER = re.compile(r"(?<=/)(\d+)-")


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do to a folder.

    Attributes:
        added: texts of new files, by their paths in the folder.
        left: files that are there, by their paths; for each the lines in which what was found says otherwise, none where it is the same.
    """

    added: dict[str, str] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)


def merged(found: Found, loaded: Loaded | None) -> ImportPlan:
    """Hold what was found against a folder.

    Args:
        found: what a source gives.
        loaded: what the folder says; None where there is none.
    """
    files = files_of(found)
    if loaded is None:
        return ImportPlan(files)
    there = {name: positions.content.decode("utf-8", "replace") for name, positions in loaded.positions.items()}
    same_item = _items_there(found, loaded)
    numbers = {item.number for item in loaded.roadmap.enhancements} if loaded.roadmap else set()
    result = ImportPlan()
    for name, text in files.items():
        if path := name if name in there else same_item.get(name):
            result.left[path] = _differing(there[path], text)
        else:
            number = _NUMBER.search(name)
            result.added[_NUMBER.sub("", name) if number and int(number[1]) in numbers else name] = text
    return result


def _differing(there: str, found: str) -> list[str]:
    """What was found otherwise, as lines of a difference: what is there, and what was found. What only the file there says is not."""
    after = _values(found)
    before = {key: value for key, value in _values(there).items() if key in after}
    if before == after:
        return []
    lines = unified_diff(yaml_text(before).splitlines(), yaml_text(after).splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def _values(text: str) -> dict[str, Any]:
    values = read_values(text.encode(), Positions("", text.encode()), [])
    return values if isinstance(values, dict) else {}


def _items_there(found: Found, loaded: Loaded) -> Mapping[str, str]:
    """For each file of an enhancement that the folder has by its id or its title, where it has it."""
    titles = {item.title.casefold(): loaded.files[item.id] for item in loaded.roadmap.enhancements} if loaded.roadmap else {}
    ids = identities(found.enhancements)
    there = {}
    for item, name in zip(found.enhancements, (name for name in files_of(found) if "/" in name), strict=True):
        if path := loaded.files.get(ids[id(item)]) or titles.get(item.title.casefold()):
            there[name] = path
    return there
