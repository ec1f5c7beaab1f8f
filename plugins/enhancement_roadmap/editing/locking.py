"""Who changes data files: one process at a time.

The lock is the file ``.roadmap.lock`` in the roadmap folder itself. There it holds for everybody who can change the folder, other
users and other containers included, which is not so of a folder for temporary files or of a user's own. Names that start with a dot
are no data files, and git sees it only while somebody writes, for then it is removed. A process that is killed leaves the file but
not the lock, which is the system's: the next one takes the file over and removes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

LOCK = ".roadmap.lock"
LONGEST_WAIT = 30.0
"""Seconds to wait for others."""

_POLL = 0.02
"""Seconds between two looks at the lock."""
_FOR_EVERYBODY = 0o666
"""Whoever may write in the folder may wait for another user's lock."""


class LockedError(Exception):
    """Somebody else has the lock for too long. The message says where, and what to do."""


@contextmanager
def locked(folder: Path) -> Iterator[OSError | None]:
    """Keep others from changing the data files of a folder in the block.

    Args:
        folder: the roadmap folder, as a path without links; it is there.

    Yields:
        Why there can be no lock, such as that the folder can not be written; None where it is locked. Without the lock the
        folder may be read, but nothing be written.

    Raises:
        LockedError: another process has had the lock all the time, or something else is in the lock's place.
    """
    lock = FileLock(folder / LOCK, timeout=LONGEST_WAIT, mode=_FOR_EVERYBODY, poll_interval=_POLL)
    refusal = _acquired(lock, folder / LOCK)
    try:
        yield refusal
    finally:
        if refusal is None:
            with suppress(OSError):  # Removed while it is held: whoever waits sees that this one is gone, and makes another.
                folder.joinpath(LOCK).unlink()
            lock.release()


def _acquired(lock: FileLock, place: Path) -> OSError | None:
    """Wait for the lock; the answer is why there can be none."""
    try:
        lock.acquire()
    except Timeout as error:
        words = f"{place} is locked: another process has been changing these files for {LONGEST_WAIT:g} seconds"
        raise LockedError(f"{words}. Nothing was written; repeat the command once the other has ended") from error
    except OSError as error:
        if place.is_symlink() or place.is_dir():
            raise LockedError(f"{place} is in the way: it is no lock, remove it") from error
        return error
    return None
