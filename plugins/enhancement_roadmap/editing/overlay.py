"""A roadmap folder as it would be with some files changed, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from enhancement_roadmap.loading import ITEMS, Folder, FolderEntry, Loaded, entries_on_disk, load_files


@dataclass(frozen=True, slots=True)
class _GivenFile:
    name: str
    given: bytes
    identity: str | None = None

    def is_folder(self) -> bool:
        return False

    def entries(self) -> Sequence[FolderEntry]:
        return ()

    def content(self) -> bytes:
        return self.given


class _ChangedFolder:
    """A folder with some files changed.

    Args:
        name: its name.
        there: the folder as it is; None where there is none.
        changed: new bytes of files by their names; None for one that goes.
    """

    identity = None

    def __init__(self, name: str, there: FolderEntry | None, changed: Mapping[str, bytes | None]) -> None:
        self.name = name
        self._there = there
        self._changed = changed

    def is_folder(self) -> bool:
        return True

    def entries(self) -> Sequence[FolderEntry]:
        return list(_replaced(self._there.entries() if self._there else (), self._changed))

    def content(self) -> bytes:
        return b""


def load_changed(folder: Path, changed: Mapping[str, bytes | None]) -> Loaded:
    """Read a folder as it would be.

    Args:
        folder: the roadmap folder.
        changed: new bytes of files by their paths in the folder; None for one that goes.

    Raises:
        FolderError: there is no such folder.
    """
    inside = {name.removeprefix(f"{ITEMS}/"): content for name, content in changed.items() if "/" in name}
    top = {name: content for name, content in changed.items() if "/" not in name}
    entries = list(entries_on_disk(folder))
    around = next((entry for entry in entries if entry.name == ITEMS and entry.is_folder()), None)
    kept: list[FolderEntry] = [entry for entry in entries if entry is not around]
    if inside or around is not None:
        kept.append(_ChangedFolder(ITEMS, around, inside))
    return load_files(Folder(list(_replaced(kept, top)), folder.as_posix()))


def _replaced(entries: Sequence[FolderEntry], changed: Mapping[str, bytes | None]) -> Iterator[FolderEntry]:
    yield from (entry for entry in entries if entry.name not in changed)
    yield from (_GivenFile(name, content) for name, content in changed.items() if content is not None)
