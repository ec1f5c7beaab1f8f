"""Looking again and again whether anything has changed of which the folder is made.

Looking needs no package beside the product, and sees changes on every file system: those that a network or a container brings
in give no notice. A roadmap is small: a look at a thousand files takes a few milliseconds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from enhancement_roadmap.git import GitError, Repository

LOOK_SECONDS = 0.3
"""Time between two looks."""

_MOST_LOOKS = 10
"""How often it is waited for a change to come to its end; something may change all the time."""


class WatchedSources:
    """What the folder is made of: files, and the commit that is checked out.

    Args:
        folders: with the files.
        data: the folder whose history is shown; None where none is.
    """

    def __init__(self, folders: Iterable[Path], data: Path | None) -> None:
        self._folders = [*folders]
        self._repository: Repository | None = None
        if data is not None:
            try:
                self._repository = Repository.around(data)
                self._path = self._repository.folder_of(data)
            except GitError:
                self._repository = None

    def look(self) -> tuple[object, ...]:
        """What is there now; the same again as long as nothing changes."""
        return (*(sorted(_files(str(folder))) for folder in self._folders), self._commit())

    def _commit(self) -> str | None:
        try:
            return self._repository.checked_out(self._path) if self._repository else None
        except GitError:
            return None


def changes(look: Callable[[], object], wait: Callable[[], object]) -> Iterator[None]:
    """Come back at once, and then each time that something has changed and is quiet again.

    What changes while the caller works is seen afterwards.

    Args:
        look: gives what is there.
        wait: comes back when it is time for the next look.
    """
    seen = look()
    while True:
        yield
        now = seen
        while now == seen:
            wait()
            now = look()
        for _ in range(_MOST_LOOKS):
            wait()
            before, now = now, look()
            if now == before:
                break
        seen = now


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Path, time of change and size of each file; a folder that is not there has none."""
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118  (thousands of them, again and again)
            try:
                facts = os.stat(path)  # noqa: PTH116
            except OSError:
                continue  # it has just gone
            yield path, facts.st_mtime_ns, facts.st_size
