"""The roadmaps' part of a site's folder, put aside while MkDocs empties the folder, and put back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory


class AsideFolder:
    """The folders that hold the roadmaps' pages, as the last build left them."""

    def __init__(self) -> None:
        self._site_dir: Path | None = None
        self._waiting: TemporaryDirectory[str] | None = None

    def belongs_to(self, site_dir: Path) -> None:
        """The pages in a site's folder are the newest; what waits is worth nothing."""
        self.forget()
        self._site_dir = site_dir

    def put_aside(self, site_dir: Path, folders: Iterable[str]) -> None:
        """Save folders from being emptied; those that wait already stay what they are.

        Args:
            site_dir: the folder that is emptied.
            folders: folders of the roadmaps in it.
        """
        if site_dir != self._site_dir or self._waiting is not None:
            return
        try:
            self._waiting = TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True)
            for name in {folder.partition("/")[0] for folder in folders}:
                if (site_dir / name).is_dir():
                    (site_dir / name).rename(Path(self._waiting.name, name))
        except OSError:
            self.forget()

    def put_back(self, site_dir: Path, wanted: Iterable[str]) -> set[str]:
        """Put the folders back, with nothing in them but some of their files.

        Args:
            site_dir: the folder, emptied, in which nothing was written since.
            wanted: paths of the files in it.

        Returns:
            Those that are in place.
        """
        if site_dir != self._site_dir or self._waiting is None:
            return set()
        asked, found = set(wanted), set[str]()
        try:
            for folder in Path(self._waiting.name).iterdir():
                folder.rename(site_dir / folder.name)
                found |= _thin_out(site_dir, site_dir / folder.name, asked)
        except OSError:
            found = set()
        self.forget()
        return found

    def forget(self) -> None:
        """Nothing waits any more."""
        if self._waiting is not None:
            self._waiting.cleanup()
        self._site_dir, self._waiting = None, None


def _thin_out(site_dir: Path, folder: Path, wanted: set[str]) -> set[str]:
    """Remove all files of a folder but some, and the folders that are empty then; which of those are there."""
    found = set()
    for path, _, names in os.walk(folder, topdown=False):
        inside = Path(path).relative_to(site_dir).as_posix()
        for name in names:
            if (file := f"{inside}/{name}") in wanted:
                found.add(file)
            else:
                Path(path, name).unlink()
        if not any(Path(path).iterdir()):
            Path(path).rmdir()
    return found
