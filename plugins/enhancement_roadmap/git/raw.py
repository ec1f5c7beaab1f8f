"""Git's raw form of differences: modes, ids and paths, with a NUL behind each part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_FILE = "100"
"""What the mode of a file starts with; links are not followed, and a submodule has its files elsewhere."""


class PathChange(NamedTuple):
    """A file that differs between two commits; its path and blob are None where it is not there, or is no file.

    Attributes:
        before_path: path in the old commit.
        after_path: path in the new one.
        before_blob: id of the old content.
        after_blob: id of the new content.
    """

    before_path: str | None
    after_path: str | None
    before_blob: str | None
    after_blob: str | None


def raw_changes(printed: bytes) -> Iterator[PathChange]:
    """Changes in the form that ``--raw -z --no-abbrev`` prints."""
    parts = iter(printed.split(b"\0"))
    for part in parts:
        if part:
            facts = facts_of(part)
            yield change_of(facts, [*islice(parts, paths_after(facts))])


def facts_of(part: bytes) -> list[str]:
    """Modes, ids and status in front of the paths."""
    return part.lstrip(b"\n:").decode("ascii").split(" ")


def paths_after(facts: list[str]) -> int:
    """How many paths follow: two of a renamed or copied file."""
    return 2 if facts[4][0] in "RC" else 1


def change_of(facts: list[str], paths: list[bytes]) -> PathChange:
    """The change that facts and paths tell."""
    old_mode, new_mode, old_id, new_id, _ = facts
    first = paths[0].decode("utf-8", "replace")
    last = paths[-1].decode("utf-8", "replace") if paths[1:] else first
    old, new = old_mode.startswith(_FILE), new_mode.startswith(_FILE)
    return PathChange(first if old else None, last if new else None, old_id if old else None, new_id if new else None)
