"""Parts of the history in which the data folder keeps its name."""

from __future__ import annotations

from dataclasses import dataclass

from enhancement_roadmap.git.program import Git
from enhancement_roadmap.git.renames import MARK, differing, renamed_from


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the history in which the folder keeps its name.

    Attributes:
        folder: the name.
        last: id of its last commit.
        renamed_by: id of the commit that gave the folder this name, if one did.
        renamed_from: the name that it had before.
    """

    folder: str
    last: str
    renamed_by: str | None = None
    renamed_from: str = ""


def stretches(git: Git, folder: str, last: str, first: str | None) -> list[Stretch]:
    """The stretches of the folder's history along first parents, from the newest to the oldest.

    Args:
        git: runs in the repository.
        folder: the folder's path at `last`.
        last: the last commit.
        first: full id of the commit whose own history is left out; None for all.
    """
    found = []
    while True:
        stretch = _stretch(git, folder, last, first)
        found.append(stretch)
        if stretch.renamed_by is None:
            return found
        folder, last = stretch.renamed_from, f"{stretch.renamed_by}^1"


def _stretch(git: Git, folder: str, last: str, first: str | None) -> Stretch:
    """The last stretch of the history that ends with a commit."""
    mark = f"{folder}/{MARK}" if folder else MARK
    printed = git.run("log", "--first-parent", "-m", "--no-renames", "--diff-filter=A", "--format=%H %P", *commits(last, first), "--", mark)
    for line in filter(None, printed.decode("ascii").split("\n")):
        commit, *parents = line.split()
        before = renamed_from(differing(git, f"{commit}^1", commit), folder) if parents else None
        if before is not None:
            return Stretch(folder, last, commit, before)
    return Stretch(folder, last)


def commits(last: str, first: str | None) -> list[str]:
    """Arguments that mean the commits up to the last one, without those that the first one contains."""
    return [last] if first is None else [last, f"^{first}"]
