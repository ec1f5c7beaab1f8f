"""What differs between two commits, and git's raw form of it: modes, ids and paths, with a NUL behind each part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from enhancement_roadmap.git.program import Git

RAW = ("--raw", "-z", "--no-abbrev", "-M", "--no-ext-diff", "--no-textconv")
"""Options for the raw form, with renames."""

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


def differing(git: Git, before: str, after: str) -> list[PathChange]:
    """Files that differ between two commits, wherever they are, with renames.

    Args:
        git: runs in the repository.
        before: id of a commit, or an expression that begins with one.
        after: the same.
    """
    parts = iter(parts_of(git.run("diff-tree", "-r", *RAW, before, after)))
    return [change_of(part, parts) for part in parts if part]


def parts_of(printed: bytes) -> list[str]:
    """What git has printed with a NUL behind each part."""
    return printed.decode("utf-8", "replace").split("\0")


def change_of(facts: str, following: Iterator[str]) -> PathChange:
    """The next change.

    Args:
        facts: modes, ids and status.
        following: the parts behind; its paths are taken.
    """
    old_mode, new_mode, old_id, new_id, status = facts.lstrip("\n:").split(" ")
    before = next(following)
    after = next(following) if status[0] in "RC" else before
    old, new = old_mode.startswith(_FILE), new_mode.startswith(_FILE)
    return PathChange(before if old else None, after if new else None, old_id if old else None, new_id if new else None)
