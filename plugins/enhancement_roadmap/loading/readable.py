"""As much of a roadmap as can be read beside another version of it, though files of it have mistakes.

A file with a mistake counts as it is in the other version, so that it is no change, and what refers to it holds; one that the
other version does not have, or not without a mistake, counts as missing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.entries import FolderEntry, RefusedError
from enhancement_roadmap.loading.folder import ITEMS, Folder
from enhancement_roadmap.loading.load import Loaded, load_files
from enhancement_roadmap.loading.parsed import ParsedFiles

_ROUNDS = 20
"""A file that is left out may make a mistake of what refers to it: so often is looked again."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A roadmap that may have mistakes, and what of it can be read.

    Attributes:
        roadmap: what can be read; it has no mistakes.
        findings: everything that is wrong with the folder as it is.
        unread: paths in the folder of files that are not taken as they are.
    """

    roadmap: Loaded
    findings: Sequence[Finding]
    unread: Sequence[str] = ()

    @property
    def mistakes(self) -> Sequence[Finding]:
        """The findings that keep files from being taken as they are."""
        return [finding for finding in self.findings if finding.severity == "error"] if self.unread else []


def as_far_as_readable(
    found: Loaded, shown: str, own: Sequence[FolderEntry], other: Sequence[FolderEntry], parsed: ParsedFiles
) -> Readable | None:
    """Read a roadmap again without the files that have mistakes.

    Args:
        found: what its folder says.
        shown: how messages name the folder.
        own: what stands in it.
        other: what stands in the folder of the other version.
        parsed: files that were understood before.

    Returns:
        What can be read; the roadmap as it is where it has no mistake, None where nothing can.
    """
    if found.roadmap is not None:
        return Readable(found, found.findings)
    loaded = found
    replaced: set[str] = set()
    left_out: set[str] = set()
    for _ in range(_ROUNDS):
        broken = _broken(loaded, shown)
        if broken <= left_out:
            break
        left_out |= broken & replaced
        replaced |= broken
        loaded = load_files(Folder(_together(own, other, replaced, left_out), shown), parsed)
        if loaded.roadmap is not None:
            return Readable(loaded, found.findings, sorted(replaced))
    return None


def _broken(loaded: Loaded, shown: str) -> set[str]:
    """Paths in the folder of the files that have mistakes."""
    files = (PurePosixPath(finding.place.file) for finding in loaded.findings if finding.severity == "error")
    return {file.relative_to(shown).as_posix() for file in files if file.is_relative_to(shown)}


def _together(
    own: Sequence[FolderEntry], other: Sequence[FolderEntry], replaced: Collection[str], left_out: Collection[str], prefix: str = ""
) -> list[FolderEntry]:
    """What stands in a folder, with some files as they stand in another one, and some left out."""
    taken: dict[str, FolderEntry] = {entry.name: entry for entry in own if prefix + entry.name not in replaced}
    taken |= {entry.name: entry for entry in other if prefix + entry.name in replaced and prefix + entry.name not in left_out}
    if not prefix and any(name.startswith(f"{ITEMS}/") for name in replaced):
        taken[ITEMS] = _Items(_together(_inside(own), _inside(other), replaced, left_out, f"{ITEMS}/"))
    return list(taken.values())


def _inside(entries: Sequence[FolderEntry]) -> Sequence[FolderEntry]:
    """What stands in the folder of enhancements; nothing where it can not be listed."""
    folder = _by_name(entries).get(ITEMS)
    try:
        return folder.entries() if folder is not None and folder.is_folder() else ()
    except RefusedError:
        return ()


def _by_name(entries: Sequence[FolderEntry]) -> Mapping[str, FolderEntry]:
    return {entry.name: entry for entry in entries}


class _Items:
    """The folder of enhancements, put together of two."""

    name = ITEMS
    identity = None

    def __init__(self, entries: Sequence[FolderEntry]) -> None:
        self._entries = entries

    def is_folder(self) -> bool:
        return True

    def entries(self) -> Sequence[FolderEntry]:
        return self._entries

    def content(self) -> bytes:
        raise RefusedError("RM102", "this is not a regular file", "Replace it by a YAML file.")
