"""Writing a file as a whole: beside its place first, then moved there, so that nobody ever reads half of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that somebody may have chosen or made: a link is followed, and a file that is there keeps its permissions.

    The bytes are on the disk before they take the place of others. What is no file, such as ``/dev/stdout``, is written to.

    Raises:
        OSError: it can not be written.
    """
    target = Path(os.path.realpath(path))
    if not target.exists():
        _put(target, content, is_lasting=True)
    elif target.is_file():
        _put(target, content, stat.S_IMODE(target.stat().st_mode), is_lasting=True)
    else:
        target.write_bytes(content)


def replace_file(file: Path, content: bytes) -> None:
    """Write one of many files that can be made again; a link that somebody has put there is replaced and not followed.

    Raises:
        OSError: it can not be written.
    """
    _put(file, content)


def _put(file: Path, content: bytes, mode: int | None = None, *, is_lasting: bool = False) -> None:
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            if is_lasting:
                stream.flush()
                os.fsync(stream.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
