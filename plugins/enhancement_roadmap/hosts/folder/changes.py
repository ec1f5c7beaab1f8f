"""What a run would change in the folder, and what stands in its way; nothing is written here."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.hosts.folder.manifest import Manifest, digest_of
from enhancement_roadmap.records import dataclass

_OTHER_PLACE = "Move it away, or name another folder with --out."
_OVERWRITE = "Move it away, or overwrite it with --force."
_KEEP = "Put the change into the data or a template and repeat with --force, which overwrites the file; or move the file away."
_KEEP_LEFT_OVER = "Move it away to keep it, or remove it with --force."


@dataclass(slots=True)
class Changes:
    """What a run would change.

    Attributes:
        new: files to write where there is none.
        changed: files to write in place of others.
        removed: files of an earlier run that are no longer made.
        findings: what must not be overwritten or removed.
    """

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class _BlockedError(Exception):
    """Something other than a file is where a file belongs."""


def compare(folder: Path, shown: str, wanted: Mapping[str, str], manifest: Manifest, *, force: bool) -> Changes:
    """Hold what a run makes against what there is.

    Args:
        folder: where to write; its path is free of symbolic links.
        shown: how messages name it.
        wanted: digest of each file to be there, by its path in the folder.
        manifest: what the last run wrote.
        force: whether files that somebody else has written or edited may be lost.

    Raises:
        OSError: a file can not be read.
    """
    comparison = _FolderComparison(folder, shown, manifest, force)
    for path, digest in sorted(wanted.items()):
        comparison.wanted(path, digest)
    for path in manifest.paths():
        if path not in wanted:
            comparison.left_over(path)
    return comparison.changes


class _FolderComparison:
    def __init__(self, folder: Path, shown: str, manifest: Manifest, force: bool) -> None:
        self.changes = Changes()
        self._folder = folder
        self._shown = shown
        self._manifest = manifest
        self._known = set(manifest.paths())
        self._force = force

    def wanted(self, path: str, digest: str) -> None:
        try:
            found = _digest_at(self._folder, path)
        except _BlockedError as error:
            self._refuse(path, "RM601", f"the roadmap generates this file, but {error}", _OTHER_PLACE)
            return
        if found is None:
            self.changes.new.append(path)
        elif found == digest:
            return
        elif self._force or self._manifest.wrote(path, found):
            self.changes.changed.append(path)
        elif path in self._known:
            self._refuse(path, "RM603", "this file was edited since it was written, and would be overwritten", _KEEP)
        else:
            self._refuse(path, "RM601", "the roadmap generates this file, but somebody else’s is here", _OVERWRITE)

    def left_over(self, path: str) -> None:
        try:
            found = _digest_at(self._folder, path)
        except _BlockedError:
            return  # Whatever is there now, no run has written it.
        if found is None:
            return
        if self._force or self._manifest.wrote(path, found):
            self.changes.removed.append(path)
        else:
            self._refuse(path, "RM603", "this file is no longer made, but was edited since it was written", _KEEP_LEFT_OVER)

    def _refuse(self, path: str, code: str, message: str, hint: str) -> None:
        self.changes.findings.append(Finding(Place(f"{self._shown}/{path}"), code, message, hint))


def _digest_at(folder: Path, path: str) -> str | None:
    """Digest of a file; None where there is none.

    Raises:
        _BlockedError: there, or on the way there, is something else; a symbolic link could lead out of the folder.
    """
    *way, last = PurePosixPath(path).parts
    place = folder
    for part in way:
        place /= part
        mode = _mode(place)
        if mode is None:
            return None
        if not stat.S_ISDIR(mode):
            raise _BlockedError(f"‘{part}’ is {_kind(mode)} and no folder")
    place /= last
    mode = _mode(place)
    if mode is None:
        return None
    if not stat.S_ISREG(mode):
        raise _BlockedError(f"{_kind(mode)} is here")
    return digest_of(place.read_bytes())


def _mode(place: Path) -> int | None:
    try:
        return place.lstat().st_mode
    except FileNotFoundError:
        return None


def _kind(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    return "a folder" if stat.S_ISDIR(mode) else "a file"
