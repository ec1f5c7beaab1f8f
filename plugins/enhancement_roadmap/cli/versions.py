"""Two versions of a roadmap, from the history of its folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.cli.data import read
from enhancement_roadmap.cli.output import CouldNotRunError, write
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.history import GitError, Repository, load_at
from enhancement_roadmap.history.difference import Side
from enhancement_roadmap.loading import Loaded, ParsedFiles


def two_versions(data: Path, base: str, head: str, today: date) -> tuple[Side, Side]:
    """The roadmap at two commits.

    Args:
        data: the roadmap folder.
        base: a branch, a tag or a commit.
        head: the same; empty for the files as they are.
        today: the day by which both are understood.

    Raises:
        CouldNotRunError: there is no repository, no such commit, or no roadmap in it; or one that has mistakes.
    """
    try:
        repository = Repository.around(data)
        if repository is None:
            raise CouldNotRunError(f"{data} is in no git repository, or there is no git program; history needs both")
        folder, parsed = repository.folder_of(data), ParsedFiles()
        before = load_at(repository, base, folder, data.as_posix(), parsed=parsed)
        after = load_at(repository, head, folder, data.as_posix(), parsed=parsed) if head else read(data)
    except GitError as error:
        raise CouldNotRunError(f"{error}. {error.hint}") from error
    return _side(before, base, today), _side(after, head or "the files as they are", today)


def _side(loaded: Loaded, name: str, today: date) -> Side:
    if loaded.roadmap is None:
        write(as_text(loaded.findings), error=True)
        raise CouldNotRunError(f"the roadmap has mistakes in {name}")
    return Side(Insight(loaded.roadmap, today), loaded)
