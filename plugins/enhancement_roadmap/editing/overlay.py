"""A roadmap folder as it would be with some files changed, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from enhancement_roadmap.loading import ITEMS, Folder, FolderEntry, GivenFile, GivenFolder, Loaded, entries_on_disk, load_files


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
        kept.append(GivenFolder(ITEMS, lambda: list(_replaced(around.entries() if around is not None else (), inside))))
    return load_files(Folder(list(_replaced(kept, top)), folder.as_posix()))


def _replaced(entries: Sequence[FolderEntry], changed: Mapping[str, bytes | None]) -> Iterator[FolderEntry]:
    yield from (entry for entry in entries if entry.name not in changed)
    yield from (GivenFile(name, content) for name, content in changed.items() if content is not None)
