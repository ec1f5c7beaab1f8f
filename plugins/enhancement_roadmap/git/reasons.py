"""Why there is no such repository, or no such commit: what git says does not tell one reason from another."""

from __future__ import annotations

import os
from pathlib import Path

from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.git.errors import BROKEN_HINT, SHALLOW_HINT, GitError, NoCommitError, git_error, last_line
from enhancement_roadmap.git.program import Git
from enhancement_roadmap.git.refs import REF_HINT, is_id, printable
from enhancement_roadmap.sentences import visible

_UNKNOWN = ("bad revision", "single revision", "no upstream configured", " only has ")
"""What git says of a name that means no commit."""


def no_repository(shown: str, place: Path, told: str) -> GitError:
    """Why git reads no repository around a path.

    Args:
        shown: how messages name the path.
        place: the folder that git was asked in.
        told: what it said.
    """
    if "must be run in a work tree" in told:
        return _nowhere(shown, "inside git's own folder", "Keep the data beside the folder ‘.git’.")
    if "not a git repository" not in told:
        return git_error("rev-parse", told)
    broken = next((folder / ".git" for folder in (place, *place.parents) if os.path.lexists(folder / ".git")), None)
    if broken is not None:
        return _away(shown, broken) or _broken(broken, told)
    return _nowhere(shown, "in no git repository", "Build from a clone, or make a repository: git init.")


def _nowhere(shown: str, where: str, hint: str) -> GitError:
    return GitError(f"{shown} is {where}", hint, f"the data are {where}. {hint}")


def _away(shown: str, link: Path) -> GitError | None:
    """The repository of a worktree or a submodule is not on this machine; None where that is not what is wrong.

    Args:
        shown: how messages name the path.
        link: the file that says where the repository is.
    """
    try:
        named = link.read_text(encoding="utf-8", errors="replace").partition("gitdir: ")[2].strip()
    except OSError:  # it is a folder
        return None
    there = link.parent / named
    if not named or there.exists():
        return None
    is_worktree = there.parent.name == "worktrees"
    where = f"in a {'worktree' if is_worktree else 'submodule'} whose repository is not here"
    missing = visible((there.parent.parent if is_worktree else there).as_posix())
    message = f"{shown} is {where}: there is no {missing}"
    hint = "Build from a clone of its own"
    return GitError(message, f"{hint}, or mount the repository too, at that path.", f"the data are {where}. {hint}.")


def _broken(place: Path, told: str) -> GitError:
    message = f"git does not take {visible(place.as_posix())} for a repository: {last_line(told)}"
    return GitError(message, BROKEN_HINT, f"git can not read the repository that the data are in. {BROKEN_HINT}")


def no_commit(git: Git, ref: str, doing: str, told: str, *, is_shallow: bool) -> GitError:
    """Why git finds no commit of a name.

    Args:
        git: runs in the repository.
        ref: the name, checked.
        doing: git's command.
        told: what it said.
        is_shallow: whether a part of the history is left out.
    """
    if not any(sign in told for sign in _UNKNOWN):
        return git_error(doing, told)
    _, printed, _ = git.answer("rev-parse", "--verify", "--quiet", "--end-of-options", ref)
    named = printed.decode("ascii", "replace").strip()
    if is_id(named) and named != ref and git.answer("cat-file", "-e", named)[0] != 0:
        return GitError(f"the repository has no copy of the commit {named[:8]}, which ‘{printable(ref)}’ names", BROKEN_HINT)
    if ref == "HEAD":
        return NoCommitError("the repository has no commits yet", "Make the first one: git add, then git commit.")
    if is_shallow:
        return NoCommitError(f"‘{printable(ref)}’ is not in this shallow clone", SHALLOW_HINT)
    hint = _similar(git, ref) or REF_HINT
    return NoCommitError(f"there is no commit ‘{printable(ref)}’", hint)


def _similar(git: Git, ref: str) -> str:
    """What may have been meant; empty where nothing is like it."""
    printed = git.run("for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes")
    names = [name.split("/", 2)[2] for name in printed.decode("utf-8", "replace").splitlines()]
    remote = next((name for name in names if name.partition("/")[2] == ref), None)
    return f"Did you mean ‘{remote}’?" if remote else suggestion(ref, names[:1000])
