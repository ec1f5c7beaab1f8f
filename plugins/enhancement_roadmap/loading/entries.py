"""What can be listed and read as a roadmap folder: one on disk (`disk`), or one in a commit of git."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

MAX_BYTES = 1024 * 1024
"""The largest data file that is read: a roadmap file has a few kilobytes."""


class RefusedError(Exception):
    """An entry that can not or must not be read.

    Args:
        code: finding code.
        message: why not.
        hint: what would be right.
    """

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class FolderEntry(Protocol):
    """A file or a folder."""

    @property
    def name(self) -> str:
        """Its name in the folder around it."""

    @property
    def identity(self) -> str | None:
        """What stands for its content and no other; None where only reading it could tell."""

    def is_folder(self) -> bool:
        """Whether it can be listed."""

    def entries(self) -> Sequence[FolderEntry]:
        """What stands directly in it, in any order.

        Raises:
            RefusedError: it can not or must not be listed.
        """

    def content(self) -> bytes:
        """Its bytes, at most `MAX_BYTES`.

        Raises:
            RefusedError: it can not or must not be read.
        """


def too_large(size: int) -> RefusedError:
    """A file of so many bytes is not read."""
    message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
    return RefusedError("RM104", message, "Move attachments elsewhere and link to them.")
