"""Two versions of a roadmap, each as far as it can be read: what the difference, its gate and previews start from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from enhancement_roadmap.diff import Comparison, Version
from enhancement_roadmap.findings import ComparisonError
from enhancement_roadmap.git import Commit, GitError, Repository, printable
from enhancement_roadmap.history.merge_base import base_commit, named_commit, no_roadmap_yet
from enhancement_roadmap.history.snapshot import entries_at
from enhancement_roadmap.loading import (
    Folder,
    FolderEntry,
    FolderError,
    Loaded,
    ParsedFiles,
    Readable,
    as_far_as_readable,
    entries_on_disk,
    load_files,
)
from enhancement_roadmap.model import PartialDate


@dataclass(frozen=True, slots=True)
class Versions:
    """Which two versions, by their names.

    Attributes:
        base: a branch, a tag or an id; a branch that only the remote ``origin`` has is found too.
        head: the same; empty for the files as they are.
        direct: whether `base` itself is meant, and not the commit at which the branch of `head` left it.
    """

    base: str
    head: str = ""
    direct: bool = False


class Kept(NamedTuple):
    """Where git keeps a version.

    Attributes:
        commit: full id; for the files as they are that of the commit that is checked out.
        folder: path of the roadmap folder in the repository; empty where it is its root.
        shown: how messages name that folder.
    """

    commit: str
    folder: str
    shown: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A roadmap held against an older one.

    Attributes:
        comparison: the two, each as far as it can be read.
        after: the newer one.
        before: the older one; None where there was none yet.
        kept: where git keeps the newer one.
        kept_before: where it keeps the older one.
        is_older: whether the base contains all of the newer one, which therefore changes nothing.
    """

    comparison: Comparison
    after: Readable
    before: Readable | None
    kept: Kept
    kept_before: Kept
    is_older: bool = False


def compare(versions: Versions, data: Path, loaded: Loaded | None, today: date, shown: str | None = None) -> Compared:
    """Hold a roadmap against the commit at which its branch left another.

    What has happened on the other branch since then is none of this change, and is left out. Where that branch has no
    roadmap yet, everything is new. A file with mistakes counts as it is in the other version (`loading.as_far_as_readable`).

    Args:
        versions: which two.
        data: the roadmap folder.
        loaded: what it says as it is; it counts where no other newer version is named.
        today: the day by which both are understood.
        shown: how messages name the folder; default: `data`.

    Raises:
        ComparisonError: there is no git, no repository, no such commit, or a version of which nothing can be read.
    """
    try:
        return _Comparing(data, data.as_posix() if shown is None else shown).compared(versions, loaded, today)
    except GitError as error:
        raise ComparisonError(error.message, error.hint) from error


class _Side(NamedTuple):
    """One of the two versions, as it was found."""

    name: str
    entries: Sequence[FolderEntry]
    found: Loaded


class _Comparing:
    def __init__(self, data: Path, shown: str) -> None:
        self._data = data
        self._shown = shown
        self._repository = Repository.around(data, shown)
        self._folder = self._repository.folder_of(data, shown)
        self._parsed = ParsedFiles()

    def compared(self, versions: Versions, loaded: Loaded | None, today: date) -> Compared:
        repository = self._repository
        tip = named_commit(repository, versions.head) if versions.head else None
        named = named_commit(repository, versions.base)
        start = named if versions.direct else base_commit(repository, versions.base, tip.id if tip else "HEAD")
        is_older = tip is not None and tip.id == start.id != named.id
        words = _words(versions.base, start)
        new = self._newer(versions.head, tip, loaded)
        here = Kept(repository.commit("HEAD").id, self._folder, self._shown)
        kept = self._kept(tip) if tip else here, self._kept(start)
        if not repository.has_folder(start.id, kept[1].folder):
            after = self._readable(new, ())
            version = Version.of(after.roadmap, today)
            comparison = Comparison.of(no_roadmap_yet(version), version, f"{words}, which has no roadmap yet")
            return Compared(replace(comparison, mistakes=after.mistakes), after, None, *kept, is_older)
        old = self._at(words, start)
        before, after = self._readable(old, new.entries), self._readable(new, old.entries)
        comparison = Comparison.of(Version.of(before.roadmap, today), Version.of(after.roadmap, today), words)
        comparison = replace(comparison, mistakes=after.mistakes, mistakes_before=before.mistakes)
        return Compared(comparison, after, before, *kept, is_older)

    def _kept(self, commit: Commit) -> Kept:
        return Kept(commit.id, self._repository.folder_at(commit.id, self._folder), self._shown)

    def _newer(self, name: str, commit: Commit | None, loaded: Loaded | None) -> _Side:
        """What is held against the base: a commit, or the files as they are."""
        if commit is not None:
            return self._at(name, commit)
        try:
            entries = entries_on_disk(self._data)
        except FolderError as error:
            message = f"‘{self._shown}’ can not be read as a roadmap folder"
            raise ComparisonError(message, "Make the folder, or name another one.", loaded.findings if loaded else ()) from error
        return _Side("the files as they are", entries, loaded or load_files(Folder(entries, self._shown), self._parsed))

    def _at(self, name: str, commit: Commit) -> _Side:
        entries = entries_at(self._repository, commit, self._folder, self._parsed)
        return _Side(name, entries, load_files(Folder(entries, self._shown), self._parsed))

    def _readable(self, side: _Side, other: Sequence[FolderEntry]) -> Readable:
        """As much of a version as can be read.

        Raises:
            ComparisonError: that is nothing.
        """
        readable = as_far_as_readable(side.found, self._shown, side.entries, other, self._parsed)
        if readable is None:
            message = f"nothing of the roadmap can be read in {side.name}, for its mistakes"
            raise ComparisonError(message, "Mend them first.", side.found.findings)
        return readable


def _words(ref: str, commit: Commit) -> str:
    """How a preview calls the commit: "main (1f2e3d4c, 24 November 2026)"."""
    day = PartialDate.of(commit.on)
    is_id = len(ref) >= len(commit.short) and commit.id.startswith(ref.lower())
    return f"{commit.short} ({day})" if is_id else f"{printable(ref)} ({commit.short}, {day})"
