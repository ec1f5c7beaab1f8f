"""Which files a roadmap folder has, and their bytes; nothing outside the folder is ever read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from enhancement_roadmap.findings import Finding, Place, nearest
from enhancement_roadmap.model import FILE_KINDS, FileKind

MAX_BYTES = 1024 * 1024
"""The largest data file that is read: a roadmap file has a few kilobytes."""

ITEMS = "enhancements"
_TOP = {kind.path: kind for kind in FILE_KINDS if "*" not in kind.path}
_ITEM = next(kind for kind in FILE_KINDS if "*" in kind.path)
_YAML = (".yml", ".yaml")


class FolderError(Exception):
    """The folder itself can not be read."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file as found.

    Attributes:
        kind: what it should hold.
        name: its path in the folder, with forward slashes.
        shown: its path as the user would name it.
        content: its bytes.
    """

    kind: FileKind
    name: str
    shown: str
    content: bytes


class Folder:
    """Reads the data files of one folder, in a fixed order.

    After `files` has run to its end, ``findings`` tells what is wrong with files, and ``unread`` which data files are
    there but could not be read: their kinds and their paths in the folder.

    Args:
        path: the roadmap folder.
        shown: how messages name the folder; default: `path` as given.

    Raises:
        FolderError: `path` is no folder, or can not be listed.
    """

    def __init__(self, path: Path, shown: str | None = None) -> None:
        if not path.is_dir():
            raise FolderError(f"{path}: {'is not a folder' if path.exists() else 'there is no such folder'}")
        self.path = path
        self.shown = PurePosixPath(shown if shown is not None else path.as_posix())
        self.findings: list[Finding] = []
        self.unread: list[tuple[FileKind, str]] = []
        self._root = os.path.realpath(path)

    def files(self) -> Iterator[DataFile]:
        """Yield each data file; what is wrong with the others is in `findings`."""
        seen = set()
        for entry in self._entries(self.path):
            name = entry.name
            if name == ITEMS:
                yield from self._items(entry)
            elif name in _TOP:
                seen.add(name)
                yield from self._read(entry, name, _TOP[name])
            elif name.lower().endswith(_YAML):
                self._report(name, "RM106", f"‘{name}’ is not a file of a roadmap", nearest(name, _TOP))
        self.findings += [
            Finding(
                Place(str(self.shown / name)),
                "RM101",
                "there is no such file",
                "Every roadmap needs one: it holds the title and the priority levels.",
            )
            for name, kind in _TOP.items()
            if kind.required and name not in seen
        ]

    def _items(self, folder: os.DirEntry[str]) -> Iterator[DataFile]:
        if not folder.is_dir():
            self._report(
                ITEMS, "RM106", f"‘{ITEMS}’ is a file", f"Make it a folder with one YAML file an enhancement: {ITEMS}/01-some-name.yml."
            )
        elif self._leads_out(folder):
            self._report_link(ITEMS, folder)
        else:
            for entry in self._entries(Path(folder.path)):
                name = f"{ITEMS}/{entry.name}"
                if entry.name.endswith(".yml"):
                    yield from self._read(entry, name, _ITEM)
                elif entry.name.lower().endswith(_YAML):
                    self._report(name, "RM106", f"‘{entry.name}’ does not end in .yml", f"Rename it to {Path(entry.name).stem}.yml.")
                elif entry.is_dir():
                    self._report(name, "RM106", f"‘{name}’ is a folder inside {ITEMS}", f"Put the enhancements themselves into {ITEMS}.")

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
        except OSError as error:
            if folder == self.path:
                raise FolderError(f"{folder}: {error.strerror or error}") from error
            self._report(folder.name, "RM102", f"the folder can not be read: {error.strerror or error}", "Check its permissions.")
            return []

    def _read(self, entry: os.DirEntry[str], name: str, kind: FileKind) -> Iterator[DataFile]:
        content = self._content(entry, name)
        if content is None:
            self.unread.append((kind, name))
        else:
            yield DataFile(kind, name, str(self.shown / name), content)

    def _content(self, entry: os.DirEntry[str], name: str) -> bytes | None:
        if self._leads_out(entry):
            self._report_link(name, entry)
            return None
        try:
            status = entry.stat()
            if not stat.S_ISREG(status.st_mode):
                self._report(name, "RM102", "this is not a regular file", "Replace it by a YAML file.")
            elif status.st_size > MAX_BYTES:
                self._report_size(name, status.st_size)
            else:
                return Path(entry.path).read_bytes()
        except OSError as error:
            self._report(name, "RM102", f"the file can not be read: {error.strerror or error}", "Check its permissions.")
        return None

    def _leads_out(self, entry: os.DirEntry[str]) -> bool:
        if not entry.is_symlink():
            return False
        target = os.path.realpath(entry.path)
        return not target.startswith(self._root + os.sep)

    def _report_link(self, name: str, entry: os.DirEntry[str]) -> None:
        target = Path(entry.path).readlink()
        self._report(name, "RM103", f"this is a symbolic link out of the folder, to ‘{target}’", "Put the file itself into the folder.")

    def _report_size(self, name: str, size: int) -> None:
        self._report(
            name, "RM104", f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read", "Move attachments elsewhere and link to them."
        )

    def _report(self, name: str, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(Place(str(self.shown / name)), code, message, hint))
