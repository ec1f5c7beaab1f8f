"""The commits that change a data folder, whatever it was called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice
from typing import NamedTuple

from enhancement_roadmap.git.commit import FIELDS, FORMAT, Commit, commit_of, has_parent
from enhancement_roadmap.git.program import Git
from enhancement_roadmap.git.raw import RAW, PathChange, change_of, differing, parts_of
from enhancement_roadmap.git.renames import MARK, renamed_from, seen_from

DIVIDED_FROM = 200
"""Commits on the mainline from which a history is read in two halves: of fewer, starting git twice takes as long as it saves."""

_OPTIONS = ("--first-parent", "-m", *RAW, "--no-color", "--encoding=UTF-8", f"--format={FORMAT}")


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


class Stretch(NamedTuple):
    """A part of the history in which the folder keeps its name.

    Attributes:
        folder: the name.
        commits: those that change it, the newest first.
        renamed_from: the name that it had before the oldest of them; None where it had none.
    """

    folder: str
    commits: Sequence[LoggedCommit]
    renamed_from: str | None


def read_log(git: Git, folder: str, last: str, first: str | None, tags: Mapping[str, tuple[str, ...]]) -> Iterator[LoggedCommit]:
    """Commits that change the folder, the oldest first, along first parents; they are asked for at once, and waited for when used.

    Args:
        git: runs in the repository.
        folder: the folder's path at `last`.
        last: full id of the last commit.
        first: full id of the commit whose own history is left out; None for all.
        tags: names of tags by commit.
    """
    middle = _middle(git, last, first)
    parts = [(last, first)] if middle is None else [(last, middle), (middle, first)]
    calls = ThreadPoolExecutor(len(parts))
    asked = [calls.submit(list, stretches(git, folder, *part, tags)) for part in parts]
    calls.shutdown(wait=False)

    def read() -> Iterator[LoggedCommit]:
        newer, *older = [call.result() for call in asked]
        if older and newer[0].renamed_from is not None:  # the folder had another name then
            newer, older = list(stretches(git, folder, last, first, tags)), []
        yield from [logged for stretch in chain(newer, *older) for logged in stretch.commits if logged.changes][::-1]

    return read()


def mainline(git: Git, last: str, first: str | None = None) -> Sequence[str]:
    """Full ids of the commits along first parents, the newest first.

    Args:
        git: runs in the repository.
        last: full id of the last commit.
        first: full id of the commit whose own history is left out; None for all.
    """
    return git.run("rev-list", "--first-parent", *_between(last, first), "--").decode("ascii").split()


def _between(last: str, first: str | None) -> Sequence[str]:
    """How git is told which commits are meant."""
    return [last] if first is None else [last, f"^{first}"]


def _middle(git: Git, last: str, first: str | None) -> str | None:
    """The commit at which the history is divided, so that both halves are read at once; None where it is short."""
    ids = mainline(git, last, first)
    return ids[len(ids) // 2] if len(ids) >= DIVIDED_FROM else None


def stretches(git: Git, folder: str, last: str, first: str | None, tags: Mapping[str, tuple[str, ...]]) -> Iterator[Stretch]:
    """The stretches of the folder's history, from the newest to the oldest; each is read when it is asked for.

    Args:
        git: runs in the repository.
        folder: the folder's path at `last`.
        last: id of the last commit, or an expression that begins with one.
        first: full id of the commit whose own history is left out; None for all.
        tags: names of tags by commit.
    """
    name: str | None = folder
    while name is not None:
        stretch = _stretch(git, name, last, first, tags)
        yield stretch
        name = stretch.renamed_from
        if name is not None:
            last = f"{stretch.commits[-1].commit.id}^1"


def _stretch(git: Git, folder: str, last: str, first: str | None, tags: Mapping[str, tuple[str, ...]]) -> Stretch:
    commits: list[LoggedCommit] = []
    mark = f"{folder}/{MARK}" if folder else MARK
    for fields, changes in _records(git, folder, last, first):
        commit = commit_of(fields, tags)
        if has_parent(fields) and any(change.after_path == mark != change.before_path for change in changes):
            everything = differing(git, f"{commit.id}^1", commit.id)
            before = renamed_from(everything, folder)
            if before is not None:
                return Stretch(folder, [*commits, LoggedCommit(commit, _inside(everything, before, folder), folder)], before)
        commits.append(LoggedCommit(commit, _inside(changes, folder, folder), folder))
    return Stretch(folder, commits, None)


def _records(git: Git, folder: str, last: str, first: str | None) -> Iterator[tuple[Sequence[str], Sequence[PathChange]]]:
    """Commits that change what is called so, the newest first: the fields of each, and what it changes.

    Only counts and the colon in front of a change tell one part of what git prints from another.
    """
    parts = iter(parts_of(git.run("log", *_OPTIONS, *_between(last, first), "--", *([folder] if folder else []))))
    part = next(parts)
    while part:
        fields = [part, *islice(parts, FIELDS - 1)]
        changes = []
        part = next(parts, "")
        while part.startswith(("\n:", ":")):
            changes.append(change_of(part, parts))
            part = next(parts, "")
        yield fields, changes


def _inside(changes: Sequence[PathChange], before: str, after: str) -> tuple[PathChange, ...]:
    """What changes in the folder that was called `before` and is called `after`; that it is elsewhere now is no change."""
    found = {seen_from(change, before, after) for change in changes}
    apart = [change for change in found if (change.before_path, change.before_blob) != (change.after_path, change.after_blob)]
    if len(apart) > 1:
        apart.sort(key=lambda change: (change.after_path or change.before_path or "", change.before_path or ""))
    return tuple(apart)
