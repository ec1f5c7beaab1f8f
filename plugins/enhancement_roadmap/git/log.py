"""The commits that change a data folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from typing import NamedTuple

from enhancement_roadmap.git.commit import FIELDS, FORMAT, Commit, commit_of
from enhancement_roadmap.git.program import Conversation, Git
from enhancement_roadmap.git.raw import PathChange, change_of, facts_of, paths_after
from enhancement_roadmap.git.renames import differing, path_in
from enhancement_roadmap.git.stretches import Stretch, commits, stretches


class LoggedCommit(NamedTuple):
    """A commit that changes the data folder.

    Attributes:
        commit: the commit.
        changes: what it changes in the folder, in the order of the paths, which are as seen from the data folder.
        folder: the data folder's path in the repository at this commit.
    """

    commit: Commit
    changes: tuple[PathChange, ...]
    folder: str


@contextmanager
def read_log(git: Git, folder: str, last: str, first: str | None, tags: Mapping[str, tuple[str, ...]]) -> Iterator[Iterator[LoggedCommit]]:
    """Commits that change the folder, the oldest first, along first parents; git looks for them from the first line of the block on.

    Args:
        git: runs in the repository.
        folder: the folder's path at `last`.
        last: full id of the last commit.
        first: full id of the commit whose own history is left out; None for all.
        tags: names of tags by commit.
    """
    with _started(git, Stretch(folder, last), first) as conversation:
        yield _commits(git, Stretch(folder, last), first, tags, conversation)


def _commits(
    git: Git, whole: Stretch, first: str | None, tags: Mapping[str, tuple[str, ...]], conversation: Conversation
) -> Iterator[LoggedCommit]:
    """The commits, from a conversation about the folder's name of today where it never had another."""
    found = stretches(git, whole.folder, whole.last, first)
    if found == [whole]:
        yield from _logged(git, whole, conversation, tags)
        return
    for stretch in reversed(found):
        with _started(git, stretch, first) as about:
            yield from _logged(git, stretch, about, tags)


def _started(git: Git, stretch: Stretch, first: str | None) -> AbstractContextManager[Conversation]:
    """Git, looking for the commits of a stretch and for all that they change in its folder."""
    options = ("--reverse", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "-M", "--no-ext-diff", "--no-textconv")
    words = ("--no-color", "--encoding=UTF-8", f"--format={FORMAT}")
    beyond = f"{stretch.renamed_by}^1" if stretch.renamed_by else first
    paths = [stretch.folder] if stretch.folder else []
    return git.started("log", *options, *words, *commits(stretch.last, beyond), "--", *paths)


def _logged(git: Git, stretch: Stretch, conversation: Conversation, tags: Mapping[str, tuple[str, ...]]) -> Iterator[LoggedCommit]:
    for commit, changes in _entries(_parts(conversation.chunks()), tags):
        if commit.id == stretch.renamed_by:
            everything = differing(git, f"{commit.id}^1", commit.id)
            found = _paths(everything, stretch.renamed_from, stretch.folder)
        else:
            found = _paths(changes, stretch.folder, stretch.folder)
        if found:
            yield LoggedCommit(commit, found, stretch.folder)


def _entries(parts: Iterator[bytes], tags: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Commit, list[PathChange]]]:
    """Each commit with its changes; only counts and the colon in front of a change tell one part from another."""
    part = next(parts, b"")
    while part:
        fields = [part, *islice(parts, FIELDS - 1)]
        changes = []
        part = next(parts, b"")
        while part.startswith((b"\n:", b":")):
            facts = facts_of(part)
            changes.append(change_of(facts, [*islice(parts, paths_after(facts))]))
            part = next(parts, b"")
        yield commit_of(fields, tags), changes


def _parts(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """What stands before each NUL."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _paths(changes: list[PathChange], before: str, after: str) -> tuple[PathChange, ...]:
    """What changes in the folder that was called `before` and is called `after`."""
    found = {_path(change, before, after) for change in changes}
    apart = [change for change in found if (change.before_path, change.before_blob) != (change.after_path, change.after_blob)]
    if len(apart) > 1:
        apart.sort(key=lambda change: (change.after_path or change.before_path or "", change.before_path or ""))
    return tuple(apart)


def _path(change: PathChange, before: str, after: str) -> PathChange:
    """A change as seen from the folder."""
    old = None if change.before_path is None else path_in(change.before_path, before)
    is_same = change.after_path == change.before_path and after == before
    new = old if is_same else None if change.after_path is None else path_in(change.after_path, after)
    return PathChange(old, new, None if old is None else change.before_blob, None if new is None else change.after_blob)
