"""Changing the folder, so that nobody ever reads half a file, and so that a run that is cut short can be repeated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from enhancement_roadmap.editing.writing import replace_file
from enhancement_roadmap.hosts.folder.changes import Changes
from enhancement_roadmap.hosts.folder.manifest import MANIFEST, Manifest


def write_changes(folder: Path, files: Mapping[str, bytes], changes: Changes, before: Manifest, after: Manifest) -> None:
    """Make the changes; where there are none, nothing is touched.

    Args:
        folder: where to write.
        files: bytes of each file, by its path in the folder.
        changes: what to write and to remove; it has no findings.
        before: what the last run wrote.
        after: what there is to be in the end.

    Raises:
        OSError: a file can not be written.
    """
    to_write = [*changes.new, *changes.changed]
    if not to_write and not changes.removed and before == after:
        return
    folder.mkdir(parents=True, exist_ok=True)
    replace_file(folder / MANIFEST, Manifest(before.files, after.files).text().encode())
    for path in to_write:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, files[path])
    for path in changes.removed:
        _remove(folder, folder / path)
    replace_file(folder / MANIFEST, after.text().encode())


def _remove(folder: Path, file: Path) -> None:
    """Remove a file, and the folders that are empty without it."""
    file.unlink()
    for above in file.parents:
        if above == folder or any(above.iterdir()):
            return
        above.rmdir()
