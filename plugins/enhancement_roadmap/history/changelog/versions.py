"""Which version of the document an entry belongs to, where only tags tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from enhancement_roadmap.git import Repository
from enhancement_roadmap.history.changelog.entry import ChangelogEntry


def with_tags(entries: Sequence[ChangelogEntry], repository: Repository, until: str = "HEAD") -> list[ChangelogEntry]:
    """Entries with the tags of their commits; one whose document has no version of its own has that of the next tag.

    Args:
        entries: the oldest first.
        repository: where their commits are.
        until: the last commit of the history.
    """
    tags = repository.tags
    if not tags:
        return list(entries)
    unversioned = any(not entry.version for entry in entries)
    versions = _versions(entries, repository, until) if unversioned else {}
    return [
        entry._replace(
            commit=entry.commit._replace(tags=tags.get(entry.commit.id, ())),
            version=entry.version or versions.get(entry.commit.id, ""),
        )
        for entry in entries
    ]


def _versions(entries: Iterable[ChangelogEntry], repository: Repository, until: str) -> dict[str, str]:
    """The first tag at or after each commit, by the commit's id."""
    mine = {entry.commit.id for entry in entries}
    found: dict[str, str] = {}
    version = ""
    for commit in repository.mainline(until):
        version = next(iter(repository.tags.get(commit, ())), version)
        if commit in mine:
            found[commit] = version
    return found
