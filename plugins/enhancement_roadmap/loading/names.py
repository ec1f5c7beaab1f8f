"""What the name of an enhancement's file says of it: an id and a number, where the file itself gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import is_slug
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.strict_yaml.positions import Positions
from enhancement_roadmap.strict_yaml.quoting import short, slug_of

_NUMBERED = re.compile(r"(?!\d{4}-\d\d-)(\d{1,6})-(.+)", re.DOTALL)
"""A number, and what it is the number of; ``2026-11-key-rotation`` begins with a date, which is none."""


class FileNames(NamedTuple):
    """What the name of a file says.

    Attributes:
        id: the name without its number; None where that is no id.
        number: the number before it, at least 1; None where there is none.
    """

    id: str | None
    number: int | None


_DERIVED = frozenset(FileNames._fields)


@lru_cache(maxsize=4096)
def names_of(path: str) -> FileNames:
    """What the name of a file says: the number 7 and the id ``key-rotation`` for ``enhancements/07-key-rotation.yml``."""
    stem = path.rpartition("/")[2].removesuffix(".yml")
    found = _NUMBERED.fullmatch(stem)
    number, name = (int(found[1]), found[2]) if found else (0, stem)
    return FileNames(name if is_slug(name) else None, number or None)


def named(item: Enhancement, path: str) -> Enhancement | None:
    """An enhancement with the id and the number that its file's name gives, where the file gives none.

    What the file itself says is told by `model_fields_set`, as before: the same content under another name may be named anew.

    Args:
        item: what the file says, named or not.
        path: of the file.

    Returns:
        None where neither gives an id.
    """
    if item.model_fields_set >= _DERIVED:
        return item
    derived = {key: value for key, value in names_of(path)._asdict().items() if key not in item.model_fields_set}
    if "id" in derived and derived["id"] is None:
        return None
    if all(getattr(item, key) == value for key, value in derived.items()):
        return item
    return Enhancement.model_construct(_fields_set=set(item.model_fields_set), **{**item.__dict__, **derived})


def named_values(values: Any, path: str) -> Any:
    """The same for the plain values of an enhancement's file, as far as they can be read."""
    if not isinstance(values, dict) or values.keys() >= _DERIVED:
        return values
    names = names_of(path)
    derived = {"id": names.id, "number": None if names.number is None else str(names.number)}
    return {**{key: value for key, value in derived.items() if value is not None}, **values}


def check_name(values: Any, path: str, positions: Positions) -> Iterator[Finding]:
    """A finding where neither the file nor its name gives an id."""
    if isinstance(values, dict) and "id" not in values and names_of(path).id is None:
        name = PurePosixPath(path).name
        found = _NUMBERED.fullmatch(PurePosixPath(path).stem)
        identity = slug_of(found[2] if found else PurePosixPath(path).stem)
        right = f"{found[1]}-{identity}.yml" if found else f"{identity}.yml"
        message = f"the name of the file gives no id: ‘{short(name)}’"
        yield Finding(positions.of_value(()), "RM110", message, f"Rename it to ‘{right}’, or write ‘id: {identity}’ in it.")
