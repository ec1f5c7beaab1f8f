"""The roadmap as it was at a commit, read from git without a checkout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enhancement_roadmap.git import Commit, GitError, Repository, TreeEntry
from enhancement_roadmap.git.tree import FOLDER, LINK, SUBMODULE
from enhancement_roadmap.loading import ITEMS, MAX_BYTES, Folder, Loaded, ParsedFiles, RefusedError, kind_of, load_files, too_large


def load_at(
    repository: Repository, ref: str | Commit, folder: str, shown: str | None = None, *, parsed: ParsedFiles | None = None
) -> Loaded:
    """Read a roadmap folder at a commit, completely; a folder that had another name then is found.

    Args:
        repository: where.
        ref: a branch, a tag or an id; or the commit itself.
        folder: the data folder's path in the repository (`Repository.folder_of`).
        shown: how messages name the folder; default: its path in the repository at that commit.
        parsed: files that were understood before; a file that did not change is neither read nor understood again.

    Returns:
        The roadmap, or every mistake, as `loading.load` does.

    Raises:
        GitError: there is no such commit, or it has no such folder.
    """
    commit = ref if isinstance(ref, Commit) else repository.commit(ref)
    parsed = ParsedFiles() if parsed is None else parsed
    entries = entries_at(repository, commit, folder, parsed)
    return load_files(Folder(entries, shown if shown is not None else repository.folder_at(commit.id, folder)), parsed)


def entries_at(repository: Repository, commit: Commit, folder: str, parsed: ParsedFiles) -> Sequence[SnapshotEntry]:
    """What stands in a roadmap folder at a commit; a folder that had another name then is found.

    Args:
        repository: where.
        commit: when.
        folder: the data folder's path in the repository.
        parsed: files that were understood before, which are not read again.

    Raises:
        GitError: the commit has no such folder.
    """
    there = repository.folder_at(commit.id, folder)
    if not repository.has_folder(commit.id, there):
        raise GitError(f"the commit {commit.short} has no folder ‘{folder}’", "Commit the folder first, or choose a later commit.")
    top = repository.entries(commit.id, there)
    inside = _items(repository, commit.id, there, top)
    contents = _contents(repository, [*(entry for entry in top if kind_of(entry.name)), *inside], parsed)
    items = [SnapshotEntry(entry, contents, ()) for entry in inside]
    return [SnapshotEntry(entry, contents, items) for entry in top]


class SnapshotEntry:
    """A file or folder as it was in a commit.

    Args:
        entry: what git says of it.
        contents: bytes of files by the ids of their contents.
        inside: what stands in it, where it is the folder of enhancements.
    """

    def __init__(self, entry: TreeEntry, contents: Mapping[str, bytes], inside: Sequence[SnapshotEntry]) -> None:
        self.name = entry.name
        self.identity = entry.id
        self._entry = entry
        self._contents = contents
        self._inside = inside

    def is_folder(self) -> bool:
        return self._entry.mode in {FOLDER, LINK, SUBMODULE}

    def entries(self) -> Sequence[SnapshotEntry]:
        self._refuse()
        return self._inside

    def content(self) -> bytes:
        self._refuse()
        if self._entry.mode == FOLDER:
            raise RefusedError("RM102", "this is not a regular file", "Replace it by a YAML file.")
        if self._entry.size > MAX_BYTES:
            raise too_large(self._entry.size)
        return self._contents[self._entry.id]

    def _refuse(self) -> None:
        if self._entry.mode == LINK:
            raise RefusedError("RM103", "this is a symbolic link, and none is followed in a commit", "Put the file itself into the folder.")
        if self._entry.mode == SUBMODULE:
            raise RefusedError("RM102", "this is a submodule, whose files are elsewhere", "Put the files themselves into the folder.")


def _items(repository: Repository, commit: str, folder: str, top: Sequence[TreeEntry]) -> Sequence[TreeEntry]:
    """What stands in the folder of enhancements."""
    if not any(entry.name == ITEMS and entry.mode == FOLDER for entry in top):
        return ()
    return repository.entries(commit, f"{folder}/{ITEMS}" if folder else ITEMS)


def _contents(repository: Repository, entries: Sequence[TreeEntry], parsed: ParsedFiles) -> Mapping[str, bytes]:
    """Bytes of all files that are small enough; only what is not known yet is read."""
    wanted = {entry.id for entry in entries if entry.is_file and entry.size <= MAX_BYTES}
    known = {identity: content for identity in wanted if (content := parsed.content(identity)) is not None}
    return {**known, **dict(repository.blobs(sorted(wanted - known.keys()), MAX_BYTES))}
