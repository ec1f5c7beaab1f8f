"""Relative links in the data that lead to no file of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading import Folder, FolderError

_HINT = "Write the path of a page from the root of the site's sources, such as ‘guides/backup.md’."


def dead_link_findings(targets: Iterable[str], data: Path, shown: str) -> Iterator[Finding]:
    """A warning for each place in the data that links to one of these targets.

    Args:
        targets: relative targets that no file of the site answers to.
        data: the roadmap folder.
        shown: how messages name it.
    """
    wanted = list(targets)
    if not wanted:
        return
    try:
        files = list(Folder.on_disk(data, shown).files())
    except FolderError:
        files = []
    for target in wanted:
        places = [place for file in files for place in _places(file.shown, file.content.decode("utf-8", "replace"), f"]({target}")]
        for place in places or [Place(shown)]:
            yield Finding(place, "RM602", f"there is no ‘{target}’ among the pages of the site", _HINT, "warning")


def _places(file: str, text: str, needle: str) -> Iterator[Place]:
    for number, line in enumerate(text.splitlines(), start=1):
        if (column := line.find(needle)) >= 0:
            yield Place(file, number, column + 3)
