"""Two versions of a roadmap, from the history of its folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from enhancement_roadmap.cli.data import read
from enhancement_roadmap.cli.output import CouldNotRunError, write
from enhancement_roadmap.diff import Version
from enhancement_roadmap.findings import as_text, visible
from enhancement_roadmap.git import GitError, Repository
from enhancement_roadmap.history import base_commit, load_at, load_base, named_commit, no_roadmap_yet
from enhancement_roadmap.loading import Loaded, ParsedFiles

_OLDER = "roadmap: ‘{base}’ contains all of ‘{head}’, which therefore changes nothing; --direct holds the two against each other"


def two_versions(data: Path, base: str, head: str, today: date, *, direct: bool) -> tuple[Version, Version]:
    """The roadmap at two commits.

    Args:
        data: the roadmap folder.
        base: a branch, a tag or a commit.
        head: the same; empty for the files as they are.
        today: the day by which both are understood.
        direct: whether to take `base` itself, not the commit at which `head` left it.

    Raises:
        CouldNotRunError: there is no repository, no such commit, or no roadmap in it; or one that has mistakes.
    """
    try:
        repository = Repository.around(data)
        folder, parsed, shown = repository.folder_of(data), ParsedFiles(), data.as_posix()
        tip = named_commit(repository, head) if head else None
        start = named_commit(repository, base) if direct else base_commit(repository, base, tip.id if tip else "HEAD")
        after = load_at(repository, tip, folder, shown, parsed=parsed) if tip else read(data)
        before = load_base(repository, start, folder, shown, parsed)
    except GitError as error:
        raise CouldNotRunError(f"{error}. {error.hint}") from error
    if tip == start and named_commit(repository, base) != start:
        write(_OLDER.format(base=visible(base), head=visible(head)), error=True)
    new = _side(after, head or "the files as they are", today)
    return no_roadmap_yet(new) if before is None else _side(before, base, today), new


def _side(loaded: Loaded, name: str, today: date) -> Version:
    if loaded.roadmap is None:
        write(as_text(loaded.findings), error=True)
        raise CouldNotRunError(f"the roadmap has mistakes in {name}")
    return Version.of(loaded, today)
