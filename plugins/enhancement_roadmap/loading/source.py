"""A data file's plain values, for the checks that hold files against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from enhancement_roadmap.model import LevelRange
from enhancement_roadmap.model.base import MAX_SLUG, SLUG_PATTERN
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml.positions import Loc, Positions
from enhancement_roadmap.strict_yaml.quoting import slug_of

T = TypeVar("T")

_SLUG = re.compile(SLUG_PATTERN)
_ID_LINE = re.compile(r"^id:[ \t]*['\"]?([^\s'\"#]+)", re.MULTILINE)
_NUMBER_BEFORE = re.compile(r"^\d+-(?=.)")
_WHOLE = TypeAdapter(int)
_LEVELS = TypeAdapter(LevelRange)


@dataclass(frozen=True, slots=True)
class Source:
    """One data file.

    Attributes:
        kind: name of its file kind.
        name: its path in the folder.
        values: plain values; None where the file could not be read.
        positions: finds the places of values.
    """

    kind: str
    name: str
    values: Any
    positions: Positions

    @property
    def id(self) -> str | None:
        """The id of the enhancement in it; None where it has none that is one."""
        identity = dig(self.values, ("id",))
        return identity if is_slug(identity) else None

    def probable_ids(self) -> Iterator[str]:
        """What the id of an enhancement may have been meant to be, where it has none: others may refer to it."""
        yield slug_of(_NUMBER_BEFORE.sub("", PurePosixPath(self.name).stem))
        identity = dig(self.values, ("id",))
        if isinstance(identity, str):
            yield slug_of(identity)
        elif self.values is None and (found := _ID_LINE.search(self.positions.text())):
            yield slug_of(found[1])


_Shape = Mapping[str, "_Shape"]

DEPENDENCIES = ("scope", "depends_on")
"""Where an enhancement names those that must be done first."""

_WHOLE_VALUE: _Shape = {}
_REQUIREMENTS: dict[str, _Shape] = {"id": _WHOLE_VALUE, "fields": _WHOLE_VALUE}
_REQUIREMENTS["parts"] = _REQUIREMENTS
_COMPARED: _Shape = {
    **dict.fromkeys(("id", "number", "title", "short_title", "priority", "status", "readiness", "fields"), _WHOLE_VALUE),
    "moves": {"to": _WHOLE_VALUE},
    "trigger": {"when": _WHOLE_VALUE},
    "scope": {"depends_on": _WHOLE_VALUE},
    "assessment": {"risk": _WHOLE_VALUE, "impact": _WHOLE_VALUE},
    "after": {"risk": _WHOLE_VALUE, "impact": _WHOLE_VALUE},
    "requirements": _REQUIREMENTS,
}
"""What of an enhancement is held against other files: keys of mappings, and of every mapping in a list."""


def compared(values: Any, shape: _Shape = _COMPARED) -> Any:
    """Of an enhancement's values only those that are held against other files, so that thousands stay small."""
    if not shape:
        return values
    if isinstance(values, dict):
        return {key: compared(values[key], inner) if inner else values[key] for key, inner in shape.items() if key in values}
    return [compared(entry, shape) for entry in values] if isinstance(values, list) else None


def dig(values: Any, path: Loc) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        if isinstance(values, dict):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values


def listed(values: Any, path: Loc) -> list[Any]:
    """The list at a path; an empty one where there is none."""
    found = dig(values, path)
    return found if isinstance(found, list) else []


def entries(values: Any, path: Loc) -> list[tuple[int, dict[str, Any]]]:
    """Mappings in the list at a path, with their indexes."""
    return [(index, entry) for index, entry in enumerate(listed(values, path)) if isinstance(entry, dict)]


def dependencies(values: Any) -> list[tuple[Loc, Any]]:
    """What an enhancement waits for: where each id stands, and the id; written alone, or in a mapping."""
    found = enumerate(listed(values, DEPENDENCIES))
    places = (
        ((*DEPENDENCIES, index, "id"), entry.get("id")) if isinstance(entry, dict) else ((*DEPENDENCIES, index), entry)
        for index, entry in found
    )
    return list(places)


def is_slug(value: Any) -> bool:
    """Whether a value is an id by its form."""
    return isinstance(value, str) and len(value) <= MAX_SLUG and _SLUG.fullmatch(value) is not None


def whole(value: Any) -> int | None:
    """The number that the model reads from a value; None where it would refuse it."""
    return _read(_WHOLE, value)


def level_range(value: Any) -> LevelRange | None:
    """The levels that the model reads from a value, which words may name; None where it would refuse it."""
    return _level_range(value) if isinstance(value, str) else None


@lru_cache(maxsize=1024)
def _level_range(written: str) -> LevelRange | None:
    return _read(_LEVELS, written)


def _read(adapter: TypeAdapter[T], value: Any) -> T | None:
    if not isinstance(value, str):
        return None
    try:
        return adapter.validate_python(value)
    except ValidationError:
        return None
