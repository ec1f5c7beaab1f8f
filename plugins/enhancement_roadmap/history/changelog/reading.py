"""From the commits that git has to the entries of a changelog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import tee

from enhancement_roadmap.history.changelog.entry import Entry, Tally
from enhancement_roadmap.history.changelog.past_state import PastState
from enhancement_roadmap.history.changelog.words import past_change
from enhancement_roadmap.history.difference import Difference, difference
from enhancement_roadmap.history.git import Commit, LoggedCommit, PathChange, Repository
from enhancement_roadmap.loading import MAX_BYTES, DataFile, Loaded, PartReader, kind_of
from enhancement_roadmap.model import Node


def read_entries(repository: Repository, folder: str, until: str = "HEAD", known: Loaded | None = None) -> Iterator[Entry]:
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
    state, parts = PastState(), PartReader()
    if known is not None:
        parts.learn(known)
    mended: list[Commit] = []
    tallies: Mapping[str, Tally] | None = None
    for logged in _put_into(state, repository, repository.log(folder, until=until), parts):
        if not state.is_good():
            mended.append(logged.commit)
            continue
        is_first = tallies is None
        before, after = state.sides(logged.commit.on, is_first=is_first)
        found = difference(before, after, brief=True)
        state.accept()
        now = state.tallies()
        if is_first or any(change.kind != "enhancement-moved" for change in found.changes):
            yield _entry(logged.commit, found, state.version, tuple(mended), {} if now == tallies else now, is_first=is_first)
        mended, tallies = [], now


def _entry(
    commit: Commit, found: Difference, version: str, mended: tuple[Commit, ...], tallies: Mapping[str, Tally], *, is_first: bool
) -> Entry:
    changes = tuple(past_change(change) for change in found.told)
    return Entry(commit, version, changes, found.renamed, mended, tallies, is_first)


def _put_into(state: PastState, repository: Repository, log: Iterator[LoggedCommit], parts: PartReader) -> Iterator[LoggedCommit]:
    """Each commit, once the state has its files."""
    wanted, commits = tee(log)
    ids = (change.after_blob for logged in wanted for change in logged.changes if _is_read(change) and change.after_blob)
    contents = repository.blobs(ids, MAX_BYTES)
    following = next(contents, None)
    for logged in commits:
        nodes: dict[str, Node | None] = {}
        for change in logged.changes:
            if change.before_path is not None and kind_of(change.before_path):
                nodes.setdefault(change.before_path, None)
        gone = nodes.keys() - {change.after_path for change in logged.changes}
        for change in logged.changes:
            path, kind = change.after_path, kind_of(change.after_path or "")
            if path is None or kind is None:
                continue
            if not _is_read(change):
                nodes[path] = state.node(change.before_path or "")
            elif following is not None and following[0] == change.after_blob:
                nodes[path] = parts.node(DataFile(kind, path, path, following[1]))
                following = next(contents, None)
            else:
                nodes[path] = None
        for path, node in nodes.items():
            if path in gone:
                state.remove(path)
            else:
                state.put(path, node)
        yield logged


def _is_read(change: PathChange) -> bool:
    """Whether the file's content has to be read: it is one of the roadmap's, and is not known under another name."""
    kind = kind_of(change.after_path or "")
    if kind is None:
        return False
    return change.before_blob != change.after_blob or kind_of(change.before_path or "") is not kind
