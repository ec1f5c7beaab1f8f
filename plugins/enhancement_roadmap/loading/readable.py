"""As much of a roadmap as can be read beside another version of it, though files of it have mistakes.

A file with a mistake counts as it is in the other version, so that it is no change; one that the other version does not have,
or not without a mistake, counts as missing. What others say of an enhancement that is missing then is left out of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.entries import FolderEntry, RefusedError
from enhancement_roadmap.loading.folder import ITEMS, Folder
from enhancement_roadmap.loading.load import Loaded, load_files
from enhancement_roadmap.loading.parsed import ParsedFiles
from enhancement_roadmap.model import Enhancement, Node, Roadmap
from enhancement_roadmap.model.dependency import id_of
from enhancement_roadmap.records import dataclass

N = TypeVar("N", bound=Node)

_ROUNDS = 20
"""A file that counts as it was may clash with others: so often those are looked for one by one, and then all count as they were."""
_DANGLING = "RM403"
"""What a reference to an enhancement that is missing is told by."""


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
    for tried in range(2 * _ROUNDS):
        broken = _broken(loaded, shown)
        if broken <= left_out:
            break
        left_out |= broken & replaced
        replaced |= broken if tried < _ROUNDS else {*_names(own), *_names(other)}
        loaded = load_files(Folder(_together(own, other, replaced, left_out), shown), parsed, forgiven=(_DANGLING,))
        if loaded.roadmap is not None:
            return Readable(replace(loaded, roadmap=_without_dangling(loaded.roadmap)), found.findings, sorted(replaced))
    return None


def _broken(loaded: Loaded, shown: str) -> set[str]:
    """Paths in the folder of the files that have mistakes."""
    files = (PurePosixPath(finding.place.file) for finding in loaded.findings if finding.severity == "error")
    return {file.relative_to(shown).as_posix() for file in files if file.is_relative_to(shown)}


def _names(entries: Sequence[FolderEntry]) -> Iterator[str]:
    """Paths in the folder of everything in it."""
    yield from (entry.name for entry in entries if entry.name != ITEMS)
    yield from (f"{ITEMS}/{entry.name}" for entry in _inside(entries))


def _without_dangling(roadmap: Roadmap) -> Roadmap:
    """A roadmap whose enhancements and plan name only enhancements that are there."""
    known = {item.id for item in roadmap.enhancements}

    def there(node: N, field: str) -> N:
        names: Sequence[str] = getattr(node, field)
        kept = tuple(name for name in names if name in known)
        return node if len(kept) == len(names) else node.model_copy(update={field: kept})

    plan = roadmap.plan
    parts = {name: tuple(there(part, "enhancements") for part in getattr(plan, name)) for name in ("quarters", "phases")}
    items = tuple(_with_known_dependencies(item, known) for item in roadmap.enhancements)
    return roadmap.model_copy(update={"plan": plan.model_copy(update=parts), "enhancements": items})


def _with_known_dependencies(item: Enhancement, known: Collection[str]) -> Enhancement:
    kept = tuple(entry for entry in item.scope.depends_on if id_of(entry) in known)
    return (
        item
        if len(kept) == len(item.scope.depends_on)
        else item.model_copy(update={"scope": item.scope.model_copy(update={"depends_on": kept})})
    )


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
    folder = next((entry for entry in entries if entry.name == ITEMS), None)
    try:
        return folder.entries() if folder is not None and folder.is_folder() else ()
    except RefusedError:
        return ()


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
