"""From the commits that git has to the entries of a changelog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from enhancement_roadmap.diff import Difference, difference
from enhancement_roadmap.git import Commit, LoggedCommit, Repository
from enhancement_roadmap.history.changelog.entry import ChangelogEntry, Tally, brief
from enhancement_roadmap.history.changelog.replay import Replay
from enhancement_roadmap.history.parts import PartReader
from enhancement_roadmap.loading import MAX_BYTES, DataFile, Loaded, kind_of, named
from enhancement_roadmap.model import Enhancement, FileKind, Node


def read_entries(repository: Repository, folder: str, until: str = "HEAD", known: Loaded | None = None) -> Sequence[ChangelogEntry]:
    """What each commit changed, the oldest first; one that changes nothing that a reader of the roadmap sees is left out.

    Only files that a commit changes are read. A commit whose data have mistakes is part of the next one without: what files
    say of each other counts as one only where ids, priorities or the plan can not be understood.

    Args:
        repository: where.
        folder: the data folder's path in it, at `until`.
        until: the last commit.
        known: the roadmap of today, if it was read already: what commits have in common with it is not read again.

    Raises:
        GitError: git can not tell.
    """
    parts = PartReader()
    with ThreadPoolExecutor(1) as beside:
        log = beside.submit(list, repository.log(folder, until=until))
        if known is not None:
            parts.learn(known)
    return _with_versions(list(_entries(repository, log.result(), parts)), repository, until)


def _entries(repository: Repository, log: Sequence[LoggedCommit], parts: PartReader) -> Iterator[ChangelogEntry]:
    replay = Replay()
    mended: list[Commit] = []
    tallies: Mapping[str, Tally] | None = None
    for logged in _replayed(replay, repository, log, parts):
        commit = logged.commit
        if not replay.is_good():
            mended.append(commit)
            continue
        is_first = tallies is None
        before, after = replay.before_and_after(commit.on)
        found = difference(before, after, brief=True)
        replay.accept()
        now = replay.tallies()
        if is_first or any(change.kind.writes == "facts" for change in found.changes):
            yield _entry(logged, found, replay.version, tuple(mended), {} if now == tallies else now, is_first=is_first)
        mended, tallies = [], now


def _entry(
    logged: LoggedCommit, found: Difference, version: str, mended: tuple[Commit, ...], tallies: Mapping[str, Tally], *, is_first: bool
) -> ChangelogEntry:
    changes = tuple(brief(change) for change in found.described)
    return ChangelogEntry(logged.commit, version, changes, found.renamed, mended, tallies, is_first, logged.folder)


def _replayed(replay: Replay, repository: Repository, log: Sequence[LoggedCommit], parts: PartReader) -> Iterator[LoggedCommit]:
    """Each commit, once the roadmap has its files."""
    wanted = [[*_files(logged)] for logged in log]
    contents = repository.blobs((file.blob for files in wanted for file in files if file.blob), MAX_BYTES)
    following = next(contents, None)
    for logged, files in zip(log, wanted, strict=True):
        nodes: dict[str, Node | None] = {}
        for file in files:
            if not file.blob:
                nodes[file.path] = _moved(replay.node(file.origin), file.path)
            elif following is not None and following[0] == file.blob:
                nodes[file.path] = parts.node(DataFile(file.kind, file.path, file.path, following[1]))
                following = next(contents, None)
            else:
                nodes[file.path] = None
        for change in logged.changes:
            if change.before_path is not None and change.before_path not in nodes:
                replay.remove(change.before_path)
                parts.forget(change.before_path)
        for path, node in nodes.items():
            replay.put(path, node)
        yield logged


def _moved(node: Node | None, path: str) -> Node | None:
    """What a file says that has another name now: an id or a number that it does not give itself is that of the new name."""
    return named(node, path) if isinstance(node, Enhancement) else node


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


def _with_versions(entries: Sequence[ChangelogEntry], repository: Repository, until: str) -> Sequence[ChangelogEntry]:
    """Entries, of which one whose document has no version of its own has that of the next tag."""
    if not repository.tags or all(entry.version for entry in entries):
        return entries
    versions = _versions({entry.commit.id for entry in entries}, repository, until)
    return [entry._replace(version=entry.version or versions.get(entry.commit.id, "")) for entry in entries]


def _versions(commits: set[str], repository: Repository, until: str) -> dict[str, str]:
    """The first tag at or after each commit, by the commit's id."""
    found: dict[str, str] = {}
    version = ""
    for commit in repository.mainline(until):
        version = next(iter(repository.tags.get(commit, ())), version)
        if commit in commits:
            found[commit] = version
    return found
