"""The one way to change data files: locked, read, changed, and written as whole files."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from enhancement_roadmap.editing.journal import JOURNAL, is_at_its_step, journal_text, unfinished
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

    A change of several files that was cut short is completed first, so that it is never there by half for long (`journal`). One that
    fails is taken back.

    A file keeps its permissions. Where nothing is to be changed, nothing is written, and the folder need not allow it.

    Args:
        folder: the roadmap folder.
        operation: what to change; it is called once, under the lock, with the folder as it is then. What it raises passes through.

    Returns:
        Which files have changed.

    Raises:
        FolderError: there is no such folder.
        LockedError: another process has been changing the folder for too long.
        ChangedError: a file is no longer what `operation` was told, or what a change left that was cut short.
        LeadsAwayError: the folder, or a file that was changed, is a link out of the folder it stands in.
        OSError: a file can not be written.
    """
    place = target_of(folder)
    Folder.on_disk(folder)  # Whatever is no folder is not locked either.
    with locked(place) as refusal:
        if refusal is None:
            _complete(place)
        loaded = load(folder)
        changed = {name: content for name, content in operation(loaded).items() if content != loaded.content(name)}
        if changed and refusal is not None:
            raise refusal
        targets = {name: _place(place, name, content) for name, content in changed.items()}
        before = {name: _content(target) for name, target in targets.items()}
        for name, content in before.items():
            if content != loaded.content(name):
                raise ChangedError(f"{folder / name} was changed by another program meanwhile. Nothing was written; repeat the command")
        if len(changed) > 1:
            write_whole(place / JOURNAL, journal_text(changed, before))
        try:
            _put_all(place, targets, changed)
        except OSError:
            with suppress(OSError):  # Where even that can not be written, the next change completes this one.
                _put_all(place, targets, {name: content for name, content in before.items() if content != _content(targets[name])})
            raise
    return list(changed)


def _complete(place: Path) -> None:
    """Write what is left of a change that was cut short; one whose files others have changed since is forgotten."""
    left = place / JOURNAL
    _sweep(left)
    if not os.path.lexists(left):
        return
    if left.is_dir() and not left.is_symlink():
        raise ChangedError(f"{left} is in the way: it is no record of a change, remove it. Nothing was written")
    steps = unfinished(place) or {}
    targets = {name: _place(place, name, step.after) for name, step in steps.items()}
    if all(is_at_its_step(_content(targets[name]), step) for name, step in steps.items()):
        _put_all(place, targets, {name: step.after for name, step in steps.items()})
    else:
        left.unlink()
        names = ", ".join(steps)
        raise ChangedError(
            f"A change of {names} had been cut short, and the files were changed since, so that it is not completed. "
            "Nothing was written: see in git whether they are as you want them, and repeat the command"
        )


def _put_all(place: Path, targets: Mapping[str, Path], changed: Mapping[str, bytes | None]) -> None:
    for name in sorted(changed, key=lambda name: changed[name] is None):  # Whatever moves is twice there before it is gone.
        _put(targets[name], changed[name])
    with suppress(FileNotFoundError):
        place.joinpath(JOURNAL).unlink()


def _place(folder: Path, name: str, content: bytes | None) -> Path:
    """Where a file is written. One that goes is taken where its name is: what a link leads to stays."""
    path = folder / name
    return target_of(path) if content is not None else target_of(path.parent) / path.name


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _put(file: Path, content: bytes | None) -> None:
    _sweep(file)
    if content is None:
        file.unlink(missing_ok=True)
    else:
        make_folder(file.parent)
        write_whole(file, content)


def _sweep(file: Path) -> None:
    """Remove what a process that was killed has left beside a file; under the lock nobody else is writing there."""
    for left in file.parent.glob(beside(glob.escape(file.name), "*")):
        with suppress(OSError):
            left.unlink()
