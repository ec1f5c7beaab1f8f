"""The one way to change data files: locked, read, changed, and written as whole files."""

from __future__ import annotations

import glob
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from enhancement_roadmap.editing.locking import locked
from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.editing.writing import beside, make_folder, write_whole
from enhancement_roadmap.loading import Folder, Loaded, load

Operation = Callable[[Loaded], Mapping[str, bytes | None]]
"""Takes what a folder says, and gives the new bytes of data files by their paths in the folder, read again and found right.
None is for a file that goes; a file may be new."""


class ChangedError(Exception):
    """A file was changed by a program that knows no lock, such as an editor. The message says which one; nothing was written."""


def edit_folder(folder: Path, operation: Operation) -> list[str]:
    """Change data files of a roadmap folder. Whoever else does so meanwhile has to wait, and starts from what is there then.

    A file keeps its permissions. Where nothing is to be changed, nothing is written, and the folder need not allow it.

    Args:
        folder: the roadmap folder.
        operation: what to change; it is called once, under the lock, with the folder as it is then. What it raises passes through.

    Returns:
        Which files have changed.

    Raises:
        FolderError: there is no such folder.
        LockedError: another process has been changing the folder for too long.
        ChangedError: a file is no longer what `operation` was told.
        LeadsAwayError: the folder, or a file that was changed, is a link out of the folder it stands in.
        OSError: a file can not be written.
    """
    place = target_of(folder)
    Folder.on_disk(folder)  # Whatever is no folder is not locked either.
    with locked(place) as refusal:
        loaded = load(folder)
        changed = {name: content for name, content in operation(loaded).items() if content != _told(loaded, name)}
        if changed and refusal is not None:
            raise refusal
        targets = {name: target_of(place / name) for name in changed}
        for name, target in targets.items():
            if (target.read_bytes() if target.exists() else None) != _told(loaded, name):
                raise ChangedError(f"{folder / name} was changed by another program meanwhile. Nothing was written; repeat the command")
        for name in sorted(changed, key=lambda name: changed[name] is None):  # Whatever moves is twice there before it is gone.
            _put(targets[name], changed[name])
    return list(changed)


def _told(loaded: Loaded, name: str) -> bytes | None:
    return loaded.positions[name].content if name in loaded.positions else None


def _put(file: Path, content: bytes | None) -> None:
    _sweep(file)
    if content is None:
        file.unlink()
    else:
        make_folder(file.parent)
        write_whole(file, content)


def _sweep(file: Path) -> None:
    """Remove what a process that was killed has left beside a file; under the lock nobody else is writing there."""
    for left in file.parent.glob(beside(glob.escape(file.name), "*")):
        with suppress(OSError):
            left.unlink()
