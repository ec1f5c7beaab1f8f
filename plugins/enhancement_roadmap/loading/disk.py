"""A roadmap folder on disk; nothing outside the folder is ever read."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from io import FileIO
from pathlib import Path

from enhancement_roadmap.loading.entries import MAX_BYTES, RefusedError, too_large
from enhancement_roadmap.sentences import in_words


class FolderError(Exception):
    """The folder itself can not be read."""


class DiskEntry:
    """A file or folder in a roadmap folder.

    Args:
        entry: the file or folder.
        root: real path of the roadmap folder.
    """

    identity = None

    def __init__(self, entry: os.DirEntry[str], root: str) -> None:
        self.name = in_words(entry.name)
        self._entry = entry
        self._root = root

    def is_folder(self) -> bool:
        return self._entry.is_dir()

    def entries(self) -> Sequence[DiskEntry]:
        self._stay_inside()
        try:
            return _listed(self._entry.path, self._root)
        except OSError as error:
            raise RefusedError("RM102", f"the folder can not be read: {error.strerror or error}", "Check its permissions.") from error

    def content(self) -> bytes:
        self._stay_inside()
        try:
            status = self._entry.stat()
            if not stat.S_ISREG(status.st_mode):
                raise RefusedError("RM102", "this is not a regular file", "Replace it by a YAML file.")
            if status.st_size > MAX_BYTES:
                raise too_large(status.st_size)
            with FileIO(self._entry.path) as file:
                return file.readall()
        except OSError as error:
            raise RefusedError("RM102", f"the file can not be read: {error.strerror or error}", "Check its permissions.") from error

    def _stay_inside(self) -> None:
        if self._entry.is_symlink() and not os.path.realpath(self._entry.path).startswith(self._root + os.sep):
            target = in_words(str(Path(self._entry.path).readlink()))
            message = f"this is a symbolic link out of the folder, to ‘{target}’"
            raise RefusedError("RM103", message, "Put the file itself into the folder.")


def entries_on_disk(path: Path) -> Sequence[DiskEntry]:
    """What stands directly in a roadmap folder.

    Raises:
        FolderError: it is no folder, or can not be listed.
    """
    if not path.is_dir():
        raise FolderError(f"{path}: {'is not a folder' if path.exists() else 'there is no such folder'}")
    try:
        return _listed(path, os.path.realpath(path))
    except OSError as error:
        raise FolderError(f"{path}: {error.strerror or error}") from error


def _listed(path: Path | str, root: str) -> list[DiskEntry]:
    with os.scandir(path) as entries:
        return [DiskEntry(entry, root) for entry in entries]
