"""Which files a roadmap folder has, and their bytes, whether it is on disk or in a commit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from enhancement_roadmap.findings import Finding, Place, Severity, suggestion
from enhancement_roadmap.loading.disk import entries_on_disk
from enhancement_roadmap.loading.entries import FolderEntry, RefusedError
from enhancement_roadmap.model import FILE_KINDS, FileKind
from enhancement_roadmap.records import dataclass

ITEMS = "enhancements"
_TOP = {kind.path: kind for kind in FILE_KINDS if "*" not in kind.path}
_ITEM = next(kind for kind in FILE_KINDS if "*" in kind.path)
_YAML = (".yml", ".yaml")
_NEARLY_YAML = re.compile(r"(.+\.ya?ml)(?:[^\w].*|[\d_].*)", re.IGNORECASE)
"""Names of copies and of files that a program has given another ending: ``08-new.yml.txt``, ``plan.yml~``, ``plan.yml (1)``."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file as found.

    Attributes:
        kind: what it should hold.
        name: its path in the folder, with forward slashes.
        shown: its path as the user would name it.
        content: its bytes.
        identity: what stands for these bytes and no others, where that is known.
    """

    kind: FileKind
    name: str
    shown: str
    content: bytes
    identity: str | None = None


def kind_of(name: str) -> FileKind | None:
    """What a file should hold, by its path in the folder; None where a roadmap does not read it."""
    folder, _, file = name.rpartition("/")
    if folder == ITEMS and file.endswith(".yml") and not file.startswith("."):
        return _ITEM
    return _TOP.get(name)


class Folder:
    """Reads the data files of one folder, in a fixed order.

    After `files` has run to its end, ``findings`` tells what is wrong with files, and ``unread`` which data files are
    there but could not be read: their kinds and their paths in the folder.

    Args:
        entries: what stands directly in the folder.
        shown: how messages name the folder.
    """

    def __init__(self, entries: Iterable[FolderEntry], shown: str) -> None:
        self._around = str(PurePosixPath(shown) / "-")[:-1]
        self.findings: list[Finding] = []
        self.unread: list[tuple[FileKind, str]] = []
        self._top = entries

    @classmethod
    def on_disk(cls, path: Path, shown: str | None = None) -> Folder:
        """A folder on disk.

        Args:
            path: the folder.
            shown: how messages name it; default: `path` as given.

        Raises:
            FolderError: `path` is no folder, or can not be listed.
        """
        return cls(entries_on_disk(path), shown if shown is not None else path.as_posix())

    def files(self) -> Iterator[DataFile]:
        """Yield each data file; what is wrong with the others is in `findings`."""
        seen = set()
        top = _in_order(self._top)
        there = {entry.name for entry in top}
        for entry in top:
            name = entry.name
            if name == ITEMS:
                yield from self._items(entry)
            elif name in _TOP:
                seen.add(name)
                yield from self._read(entry, name, _TOP[name])
            elif name.lower().endswith(_YAML):
                self._report(name, "RM106", f"‘{name}’ is not a file of a roadmap", suggestion(name, _TOP))
            elif named := _NEARLY_YAML.fullmatch(name):
                self._report_nearly(entry, name, named[1], there)
        self.findings += [
            Finding(
                Place(f"{self._around}{name}"),
                "RM101",
                "there is no such file",
                "Every roadmap needs one: it holds the title and the priority levels.",
            )
            for name, kind in _TOP.items()
            if kind.required and name not in seen
        ]

    def _items(self, folder: FolderEntry) -> Iterator[DataFile]:
        if not folder.is_folder():
            self._report(
                ITEMS, "RM106", f"‘{ITEMS}’ is a file", f"Make it a folder with one YAML file an enhancement: {ITEMS}/01-some-name.yml."
            )
            return
        try:
            entries = folder.entries()
        except RefusedError as refused:
            self._report(ITEMS, refused.code, refused.message, refused.hint)
            return
        inside = _in_order(entries)
        there = {entry.name for entry in inside}
        for entry in inside:
            name = f"{ITEMS}/{entry.name}"
            if entry.name.endswith(".yml"):
                yield from self._read(entry, name, _ITEM)
            elif entry.name.lower().endswith(_YAML):
                self._report(name, "RM106", f"‘{entry.name}’ does not end in .yml", f"Rename it to {Path(entry.name).stem}.yml.")
            elif named := _NEARLY_YAML.fullmatch(entry.name):
                self._report_nearly(entry, name, named[1], there)
            elif entry.is_folder():
                self._report(name, "RM106", f"‘{name}’ is a folder inside {ITEMS}", f"Put the enhancements themselves into {ITEMS}.")

    def _read(self, entry: FolderEntry, name: str, kind: FileKind) -> Iterator[DataFile]:
        try:
            content = entry.content()
        except RefusedError as refused:
            self._report(name, refused.code, refused.message, refused.hint)
            self.unread.append((kind, name))
        else:
            yield DataFile(kind, name, f"{self._around}{name}", content, entry.identity)

    def _report_nearly(self, entry: FolderEntry, name: str, meant: str, there: Collection[str]) -> None:
        """Say that a copy, or a file with another ending behind its own, is not read; it matters more where there is no other."""
        if entry.is_folder():
            return
        right = f"{meant.lstrip('#').rpartition('.')[0]}.yml"
        message = f"‘{entry.name}’ does not end in .yml, and is not read"
        if right in there:
            self._report(name, "RM106", message, f"‘{right}’ is there, and read: move this one out of the folder.", "warning")
        else:
            self._report(name, "RM106", message, f"Rename it to {right}; if it is only a copy, move it out of the folder.")

    def _report(self, name: str, code: str, message: str, hint: str, severity: Severity = "error") -> None:
        self.findings.append(Finding(Place(f"{self._around}{name}"), code, message, hint, severity))


def _in_order(entries: Iterable[FolderEntry]) -> list[FolderEntry]:
    """By name, without those that start with a dot."""
    return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
