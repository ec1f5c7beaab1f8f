"""Files that nobody has written yet, held against what a roadmap may say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from enhancement_roadmap.loading import Folder, FolderEntry, Loaded, load_files


@dataclass(frozen=True, slots=True)
class _UnwrittenFile:
    name: str
    text: str
    identity: str | None = None

    def is_folder(self) -> bool:
        return False

    def entries(self) -> Sequence[FolderEntry]:
        return ()

    def content(self) -> bytes:
        return self.text.encode()


@dataclass(frozen=True, slots=True)
class _UnwrittenFolder:
    name: str
    inside: tuple[FolderEntry, ...]
    identity: str | None = None

    def is_folder(self) -> bool:
        return True

    def entries(self) -> Sequence[FolderEntry]:
        return self.inside

    def content(self) -> bytes:
        return b""


def loaded_from(files: Mapping[str, str], shown: str) -> Loaded:
    """What files would say as a roadmap folder.

    Args:
        files: the text of each, by its path in the folder.
        shown: how messages name the folder.
    """
    top: list[FolderEntry] = [_UnwrittenFile(name, text) for name, text in files.items() if "/" not in name]
    inside = tuple(_UnwrittenFile(name.partition("/")[2], text) for name, text in files.items() if "/" in name)
    if inside:
        top.append(_UnwrittenFolder("enhancements", inside))
    return load_files(Folder(top, shown))
