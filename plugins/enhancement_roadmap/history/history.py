"""Everything that git knows about a data folder: read when it is asked for, and once while the program runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from enhancement_roadmap.analysis import Insight, LastChange
from enhancement_roadmap.git import Commit, GitError, Repository
from enhancement_roadmap.history.availability import Availability, availability
from enhancement_roadmap.history.changelog import Changelog, ChangelogEntry, last_changes, read_entries
from enhancement_roadmap.loading import Loaded, no_collection
from enhancement_roadmap.model import PartialDate, Roadmap


@dataclass(frozen=True, slots=True)
class _Read:
    entries: Sequence[ChangelogEntry]
    lack: str = ""
    reason: str = ""


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
        return availability(self.data, self._shown)

    @cached_property
    def lack(self) -> str:
        """One line that says what is left out and how to get it, for those at this machine; empty where nothing is."""
        return self._read.lack

    @property
    def state(self) -> tuple[Any, ...]:
        """What all of it is made of: where that is the same, so is the history."""
        found = self.available
        if found.repository is None or self.lack:
            return found.head, self.lack, self.reason
        return found.head, found.repository.names_version, found.repository.tags

    @property
    def reason(self) -> str:
        """The same for those who read a page: it names nothing of this machine."""
        return self._read.reason

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
            roadmap = _with_dates(roadmap, self.version, self.last_commit.on)
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
        return frozenset(logged.commit.id for logged in repository.log(folder, since=ref))

    @cached_property
    def _read(self) -> _Read:
        found = self.available
        if found.repository is None or found.head is None or found.lack:
            return _left_out(GitError(found.lack, found.hint, found.public))
        try:
            return _Read(_entries(found.repository, found.folder, found.head, self._known))
        except GitError as error:
            return _left_out(error)


def _left_out(why: GitError) -> _Read:
    return _Read((), f"The history is left out: {why.message}. {why.hint}".strip(), f"The history is left out: {why.public}".strip())


@dataclass(frozen=True, slots=True)
class _Remembered:
    head: str
    names: tuple[int, ...]
    tags: Mapping[str, tuple[str, ...]]
    entries: Sequence[ChangelogEntry]


_REMEMBERED: dict[tuple[Path, str], _Remembered] = {}
"""What was read last of each folder of a repository, while the program runs: a server builds a site again and again, and
Markdown's extension is made anew for each page. Commits never change, so it holds while the same one is checked out."""


def _entries(repository: Repository, folder: str, head: str, known: Loaded | None) -> Sequence[ChangelogEntry]:
    """The entries up to a commit; read again only after a further commit or tag, or with other names of people."""
    place = (repository.root, folder)
    last = _REMEMBERED.get(place)
    if last is None or (last.head, last.names, last.tags) != (head, repository.names_version, repository.tags):
        with no_collection():
            last = _Remembered(head, repository.names_version, repository.tags, read_entries(repository, folder, head, known))
        _REMEMBERED[place] = last
    return last.entries


def _with_dates(roadmap: Roadmap, version: str, changed: date) -> Roadmap:
    """A roadmap whose document has a version and a date of its last change; what the data say stays.

    Args:
        roadmap: the roadmap.
        version: the version by the tags; empty where there is none.
        changed: the day of the last commit that changed something that a reader sees.
    """
    about = roadmap.about
    found = {"version": about.version or version or None, "updated": about.updated or PartialDate.of(changed)}
    return roadmap.model_copy(update={"about": about.model_copy(update=found)})
