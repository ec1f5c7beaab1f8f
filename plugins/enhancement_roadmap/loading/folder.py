"""Which files a roadmap folder has, and their bytes, whether it is on disk or in a commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from enhancement_roadmap.findings import Finding, Place, suggestion
from enhancement_roadmap.loading.disk import entries_on_disk
from enhancement_roadmap.loading.entries import FolderEntry, RefusedError
from enhancement_roadmap.model import FILE_KINDS, FileKind

ITEMS = "enhancements"
_TOP = {kind.path: kind for kind in FILE_KINDS if "*" not in kind.path}
_ITEM = next(kind for kind in FILE_KINDS if "*" in kind.path)
_YAML = (".yml", ".yaml")


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
        self.shown = PurePosixPath(shown)
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
        for entry in _in_order(self._top):
            name = entry.name
            if name == ITEMS:
                yield from self._items(entry)
            elif name in _TOP:
                seen.add(name)
                yield from self._read(entry, name, _TOP[name])
            elif name.lower().endswith(_YAML):
                self._report(name, "RM106", f"‘{name}’ is not a file of a roadmap", suggestion(name, _TOP))
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
        for entry in _in_order(entries):
            name = f"{ITEMS}/{entry.name}"
            if entry.name.endswith(".yml"):
                yield from self._read(entry, name, _ITEM)
            elif entry.name.lower().endswith(_YAML):
                self._report(name, "RM106", f"‘{entry.name}’ does not end in .yml", f"Rename it to {Path(entry.name).stem}.yml.")
            elif entry.is_folder():
                self._report(name, "RM106", f"‘{name}’ is a folder inside {ITEMS}", f"Put the enhancements themselves into {ITEMS}.")

    def _read(self, entry: FolderEntry, name: str, kind: FileKind) -> Iterator[DataFile]:
        try:
            content = entry.content()
        except RefusedError as refused:
            self._report(name, refused.code, refused.message, refused.hint)
            self.unread.append((kind, name))
        else:
            yield DataFile(kind, name, str(self.shown / name), content, entry.identity)

    def _report(self, name: str, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(Place(str(self.shown / name)), code, message, hint))


def _in_order(entries: Iterable[FolderEntry]) -> list[FolderEntry]:
    """By name, without those that start with a dot."""
    return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
