"""Files that nobody has written yet, held against what a roadmap may say."""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.loading import ITEMS, Folder, FolderEntry, GivenFile, GivenFolder, Loaded, load_files


def loaded_from(files: Mapping[str, str], shown: str) -> Loaded:
    """What files would say as a roadmap folder.

    Args:
        files: the text of each, by its path in the folder.
        shown: how messages name the folder.
    """
    top: list[FolderEntry] = [GivenFile(name, text.encode()) for name, text in files.items() if "/" not in name]
    inside = tuple(GivenFile(name.partition("/")[2], text.encode()) for name, text in files.items() if "/" in name)
    if inside:
        top.append(GivenFolder(ITEMS, lambda: inside))
    return load_files(Folder(top, shown))
