"""Changing the folder, so that nobody ever reads half a file, and so that a run that is cut short can be repeated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.editing.writing import make_folder, replace_file
from enhancement_roadmap.hosts.folder.changes import Changes
from enhancement_roadmap.hosts.folder.manifest import MANIFEST, Manifest


def write_changes(folder: Path, files: Mapping[str, bytes], changes: Changes, before: Manifest, after: Manifest) -> None:
    """Make the changes; where there are none, nothing is touched.

    Args:
        folder: where to write; its path is free of symbolic links.
        files: bytes of each file, by its path in the folder.
        changes: what to write and to remove; it has no findings.
        before: what the last run wrote.
        after: what there is to be in the end.

    Raises:
        OSError: a file can not be written, or a link out of its folder has been put on the way to it since the changes were found.
    """
    to_write = [*changes.new, *changes.changed]
    if not to_write and not changes.removed and before == after:
        return
    make_folder(folder)
    replace_file(folder / MANIFEST, Manifest(before.files, after.files).text().encode())
    for path in to_write:
        file = folder / path
        make_folder(file.parent)
        replace_file(file, files[path])
    for path in changes.removed:
        _remove(folder, folder / path)
    replace_file(folder / MANIFEST, after.text().encode())


def _remove(folder: Path, file: Path) -> None:
    """Remove a file, and the folders that are empty without it."""
    target_of(file.parent).joinpath(file.name).unlink()
    for above in file.parents:
        if above == folder or any(above.iterdir()):
            return
        above.rmdir()
