"""The data as they lie there, held against a commit: what a preview starts from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from enhancement_roadmap.diff import Comparison, Version
from enhancement_roadmap.git import Commit, GitError, Repository, printable
from enhancement_roadmap.history.merge_base import base_commit, load_base, no_roadmap_yet
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import PartialDate


class ComparisonError(Exception):
    """There is nothing that the data could be held against.

    Args:
        message: what is wrong; one line.
        hint: what would be right; one line.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}. {hint}")
        self.message = message
        self.hint = hint


def compare_with(ref: str, data: Path, loaded: Loaded, today: date, shown: str | None = None) -> Comparison:
    """Hold a roadmap against the commit at which its branch left another.

    What has happened on the other branch since then is none of this change, and is left out. Where that branch has no
    roadmap yet, everything is new.

    Args:
        ref: a branch, a tag or an id; a branch that only the remote ``origin`` has is found too.
        data: the roadmap folder.
        loaded: what it says, without a mistake.
        today: the day by which both are understood.
        shown: how messages name the folder; default: `data`.

    Raises:
        ComparisonError: there is no git, no repository, no such commit, or no roadmap without mistakes in it.
        ValueError: the roadmap itself has mistakes.
    """
    if loaded.roadmap is None:
        raise ValueError(loaded.findings)
    after = Version.of(loaded, today)
    try:
        return _compared(ref, data, after, data.as_posix() if shown is None else shown)
    except GitError as error:
        raise ComparisonError(error.message, error.hint) from error


def _compared(ref: str, data: Path, after: Version, shown: str) -> Comparison:
    repository = Repository.around(data, shown)
    commit = base_commit(repository, ref)
    words = _words(ref, commit)
    folder = repository.folder_of(data, shown)
    loaded = load_base(repository, commit, folder, shown)
    if loaded is None:
        return Comparison.of(no_roadmap_yet(after), after, f"{words}, which has no roadmap yet")
    if loaded.roadmap is None:
        first = next(finding for finding in loaded.findings if finding.severity == "error")
        raise ComparisonError(f"the roadmap at {words} has mistakes, the first in {first.place}: {first.message}", "Mend them there first.")
    return Comparison.of(Version.of(loaded, after.today), after, words)


def _words(ref: str, commit: Commit) -> str:
    """How a preview calls the commit: "main (1f2e3d4c, 24 November 2026)"."""
    day = PartialDate.of(commit.on)
    is_id = len(ref) >= len(commit.short) and commit.id.startswith(ref.lower())
    return f"{commit.short} ({day})" if is_id else f"{printable(ref)} ({commit.short}, {day})"
