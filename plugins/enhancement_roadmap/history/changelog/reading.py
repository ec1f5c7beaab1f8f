"""From the commits that git has to the entries of a changelog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import tee
from typing import NamedTuple

from enhancement_roadmap.diff import Difference, difference
from enhancement_roadmap.git import Commit, LoggedCommit, Repository
from enhancement_roadmap.history.changelog.descriptions import past_change
from enhancement_roadmap.history.changelog.entry import ChangelogEntry, Tally
from enhancement_roadmap.history.changelog.replay import PastState
from enhancement_roadmap.history.parts import PartReader
from enhancement_roadmap.loading import MAX_BYTES, DataFile, Loaded, kind_of
from enhancement_roadmap.model import FileKind, Node


def read_entries(repository: Repository, folder: str, until: str = "HEAD", known: Loaded | None = None) -> Iterator[ChangelogEntry]:
    """What each commit changed, the oldest first; one that changes nothing that a reader of the roadmap sees is left out.

    Only files that a commit changes are read, and git looks for the next ones meanwhile. A commit whose data have mistakes
    is part of the next one without: what files say of each other counts as one only where ids, priorities or the plan can
    not be understood.

    Args:
        repository: where.
        folder: the data folder's path in it, at `until`.
        until: the last commit.
        known: the roadmap of today, if it was read already: what commits have in common with it is not read again.

    Raises:
        GitError: git can not tell.
    """
    parts = PartReader()
    with repository.log(folder, until=until) as log:
        if known is not None:  # and while git looks for the first commits
            parts.learn(known)
        yield from _entries(repository, log, parts)


def _entries(repository: Repository, log: Iterator[LoggedCommit], parts: PartReader) -> Iterator[ChangelogEntry]:
    state = PastState()
    mended: list[Commit] = []
    tallies: Mapping[str, Tally] | None = None
    for logged in _put_into(state, repository, log, parts):
        if not state.is_good():
            mended.append(logged.commit)
            continue
        is_first = tallies is None
        before, after = state.sides(logged.commit.on)
        found = difference(before, after, brief=True)
        state.accept()
        now = state.tallies()
        if is_first or any(change.kind != "enhancement-moved" for change in found.changes):
            yield _entry(logged.commit, found, state.version, tuple(mended), {} if now == tallies else now, is_first=is_first)
        mended, tallies = [], now


def _entry(
    commit: Commit, found: Difference, version: str, mended: tuple[Commit, ...], tallies: Mapping[str, Tally], *, is_first: bool
) -> ChangelogEntry:
    changes = tuple(past_change(change) for change in found.told)
    return ChangelogEntry(commit, version, changes, found.renamed, mended, tallies, is_first)


def _put_into(state: PastState, repository: Repository, log: Iterator[LoggedCommit], parts: PartReader) -> Iterator[LoggedCommit]:
    """Each commit, once the state has its files."""
    wanted, commits = tee((logged, [*_files(logged)]) for logged in log)
    contents = repository.blobs((file.blob for _, files in wanted for file in files if file.blob), MAX_BYTES)
    following = next(contents, None)
    for logged, files in commits:
        nodes: dict[str, Node | None] = {}
        for file in files:
            if not file.blob:
                nodes[file.path] = state.node(file.origin)
            elif following is not None and following[0] == file.blob:
                nodes[file.path] = parts.node(DataFile(file.kind, file.path, file.path, following[1]))
                following = next(contents, None)
            else:
                nodes[file.path] = None
        for change in logged.changes:
            if change.before_path is not None and change.before_path not in nodes:
                state.remove(change.before_path)
                parts.forget(change.before_path)
        for path, node in nodes.items():
            state.put(path, node)
        yield logged


class _File(NamedTuple):
    """A file of the roadmap that a commit has otherwise.

    Attributes:
        path: its path in the data folder.
        kind: what it should hold.
        blob: id of its content; empty where that is known under another name.
        origin: the path that it had before, if it had one.
    """

    path: str
    kind: FileKind
    blob: str
    origin: str


def _files(logged: LoggedCommit) -> Iterator[_File]:
    """What a roadmap reads of what a commit changes."""
    for change in logged.changes:
        kind = kind_of(change.after_path or "")
        if change.after_path is None or kind is None:
            continue
        is_known = change.before_blob == change.after_blob and kind_of(change.before_path or "") is kind
        yield _File(change.after_path, kind, "" if is_known else change.after_blob or "", change.before_path or "")
