"""Writing a file as a whole: beside its place first, then moved there, so that nobody ever reads half of it.

Where a path leads is asked of `target_of` each time, and what it answers is held open while the file is written: a link that
takes the place of a folder meanwhile leads nowhere.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from enhancement_roadmap.editing.targets import LeadsAwayError, descriptor_of, target_of


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that somebody may have chosen or made: one that is there keeps its permissions, and its group if it can.

    A link that stays in its folder is followed. The bytes are on the disk before they take the place of others. What is no file,
    such as ``/dev/stdout`` or a pipe, is written to.

    Raises:
        LeadsAwayError: a link on the way leads out of its folder.
        OSError: it can not be written.
    """
    number = descriptor_of(path)
    if number is not None:
        with os.fdopen(os.dup(number), "wb") as stream:
            stream.write(content)
        return
    target = target_of(path)
    there = target.lstat() if os.path.lexists(target) else None
    if there is None or stat.S_ISREG(there.st_mode):
        _put(target, content, there, is_lasting=True)
    else:
        with open(target, "wb", opener=_without_links) as stream:
            stream.write(content)


def replace_file(file: Path, content: bytes) -> None:
    """Write one of many files that can be made again; a link in its own place is replaced and not followed.

    Raises:
        LeadsAwayError: a link on the way leads out of its folder.
        OSError: it can not be written.
    """
    _put(target_of(file.parent) / file.name, content)


def make_folder(path: Path) -> Path:
    """Make a folder, and those above it, where there is none.

    Returns:
        Where it is, without links.

    Raises:
        LeadsAwayError: a link on the way leads out of its folder.
        OSError: it can not be made.
    """
    target = target_of(path)
    target.mkdir(parents=True, exist_ok=True)
    return target


def beside(name: str, process: int | str) -> str:
    """The name under which a process writes a file before it takes its place; it starts with a dot, so that it is no data file."""
    return f".{name}.{process}.tmp"


def _without_links(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))


def _put(file: Path, content: bytes, former: os.stat_result | None = None, *, is_lasting: bool = False) -> None:
    """Write a file of a path without links; `former` is the one whose place it takes and whose permissions it keeps."""
    try:
        with _held(file.parent) as folder:
            base = file.parent if folder is None else Path()
            draft = base / beside(file.name, os.getpid())
            _discard(draft, folder)
            try:
                # Exclusive: whatever is there, a link among it, is not opened.
                with open(draft, "xb", opener=partial(os.open, mode=0o666, dir_fd=folder)) as stream:
                    stream.write(content)
                    if former is not None:
                        _keep_rights(stream.fileno(), former)
                    if is_lasting:
                        stream.flush()
                        os.fsync(stream.fileno())
                os.replace(draft, base / file.name, src_dir_fd=folder, dst_dir_fd=folder)
            finally:
                _discard(draft, folder)
    except OSError as error:
        error.filename = str(file)
        raise


@contextmanager
def _held(folder: Path) -> Iterator[int | None]:
    """A folder of a path without links, held open; None where the platform can not, so that paths have to do."""
    if os.open not in os.supports_dir_fd:
        yield None
        return
    held = os.open(folder, os.O_DIRECTORY | os.O_NOFOLLOW | getattr(os, "O_PATH", os.O_RDONLY))
    try:
        if target_of(folder) != folder or not os.path.samestat(os.fstat(held), folder.lstat()):
            raise LeadsAwayError(folder, folder, Path(os.path.realpath(folder)))
        yield held
    finally:
        os.close(held)


def _discard(file: Path, folder: int | None) -> None:
    with suppress(FileNotFoundError):
        os.unlink(file, dir_fd=folder)


def _keep_rights(number: int, former: os.stat_result) -> None:
    """Give an open file the group and the permissions of another, and its owner where the superuser writes."""
    if sys.platform != "win32":
        with suppress(PermissionError):
            os.fchown(number, former.st_uid if os.geteuid() == 0 else -1, former.st_gid)
        os.fchmod(number, stat.S_IMODE(former.st_mode))
