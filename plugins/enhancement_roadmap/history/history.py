"""Everything that git knows about a data folder: read when it is asked for, and once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter

from enhancement_roadmap.analysis import Insight, LastChange
from enhancement_roadmap.git import Commit, GitError, Repository
from enhancement_roadmap.history.availability import Availability, availability
from enhancement_roadmap.history.cache import Cache
from enhancement_roadmap.history.changelog import Changelog, ChangelogEntry, last_changes, read_entries, with_tags
from enhancement_roadmap.history.dates import with_dates
from enhancement_roadmap.loading import Loaded, no_collection


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the cache has of a folder.

    Attributes:
        head: id of the commit that the entries end with.
        entries: the oldest first.
    """

    head: str
    entries: tuple[ChangelogEntry, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    entries: Sequence[ChangelogEntry]
    lack: str


class History:
    """The history of a data folder.

    Args:
        data: the folder.
        shown: how messages name it; default: `data`.

    Attributes:
        data: the folder.
    """

    def __init__(self, data: Path, shown: str | None = None) -> None:
        self.data = data
        self._shown = shown if shown is not None else data.as_posix()
        self._known: Loaded | None = None

    @cached_property
    def available(self) -> Availability:
        """What there is of it; of a shallow clone nothing is used, since nobody can tell what its first commit changed."""
        return availability(self.data)

    @property
    def is_there(self) -> bool:
        """Whether the data are in a commit, though the clone may be too shallow to read their history."""
        return self.available.repository is not None

    @cached_property
    def lack(self) -> str:
        """One line that says what is left out and how to get it; empty where nothing is."""
        return self._read.lack.replace(str(self.data), self._shown)

    @cached_property
    def changelog(self) -> Changelog:
        """What was changed; without entries where there is no history."""
        return Changelog(self._read.entries)

    @cached_property
    def last_changes(self) -> Mapping[str, LastChange]:
        """The last change of each enhancement, by its id."""
        return last_changes(self.changelog)

    @property
    def last_commit(self) -> Commit | None:
        """The last commit that changed something that a reader of the roadmap sees; None where there is no history."""
        return self.changelog.entries[-1].commit if self.changelog.entries else None

    @property
    def version(self) -> str:
        """Version of the document by the tags, where it says none itself; empty where there is no tag."""
        return next((entry.version for entry in reversed(self.changelog.entries) if entry.version), "")

    def insight(self, loaded: Loaded, today: date, *, dates: bool = False) -> Insight:
        """Answers about the roadmap of today, which know its history once they need it.

        Args:
            loaded: the roadmap, without a mistake; of its history, only what is otherwise has to be read.
            today: the day to judge by.
            dates: whether a document that says no version or no date has those of git.

        Raises:
            ValueError: it has mistakes.
        """
        if loaded.roadmap is None:
            raise ValueError(loaded.findings)
        self._known, roadmap = loaded, loaded.roadmap
        if dates and self.last_commit is not None:
            roadmap = with_dates(roadmap, self.version, self.last_commit.on)
        return Insight(roadmap, today, lambda: self.last_changes)

    def required(self) -> Changelog:
        """The changelog, for what can not do without.

        Raises:
            GitError: there is no history, or not all of it.
        """
        self.available.required(whole=True)
        if self.lack:
            raise GitError(self.lack, "")
        return self.changelog

    def commits_after(self, ref: str) -> frozenset[str]:
        """Ids of the commits that a branch, a tag or a commit does not contain.

        Raises:
            GitError: there is no history, or no such commit.
        """
        repository, folder = self.available.required(whole=True)
        with repository.log(folder, since=ref) as log:
            return frozenset(logged.commit.id for logged in log)

    def as_of_now(self) -> History:
        """The same while no commit and no tag was made since it was read, else one to be read anew."""
        fresh = History(self.data, self._shown)
        mine, now = self.available, fresh.available
        if mine.repository is None or now.repository is None or self._read.lack or mine.head != now.head:
            return fresh
        try:
            return self if mine.repository.tags == now.repository.tags else fresh
        except GitError:
            return fresh

    @cached_property
    def _read(self) -> _Read:
        found = self.available
        if found.repository is None or found.head is None or found.lack:
            return _Read((), f"The history is left out: {found.lack}. {found.hint}".strip())
        try:
            return _Read(_entries(found.repository, found.folder, found.head, self._known), "")
        except GitError as error:
            return _Read((), f"The history is left out: {error.message}. {error.hint}".strip())


def _entries(repository: Repository, folder: str, head: str, known: Loaded | None) -> Sequence[ChangelogEntry]:
    """The entries up to a commit, from the cache where it has them."""
    form = TypeAdapter(_Kept)
    with Cache.of(repository, "changelog") as cache, no_collection():
        kept = cache.get(folder, form)
        if kept is None or kept.head != head:
            kept = _Kept(head, tuple(read_entries(repository, folder, head, known)))
            cache.put(folder, kept, form)
    return with_tags(kept.entries, repository, head)
