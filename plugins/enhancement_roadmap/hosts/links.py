"""Addresses as every host gives them, and the relative links in the data that lead to nothing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.links import FileName, PageName, commit_address, page_path
from enhancement_roadmap.loading import Folder, FolderError

_HINT = "Write the path of a page from the root of the site's sources, such as ‘guides/backup.md’."


class PathLinks(ABC):
    """Addresses of all that has a path in the roadmap's folder; a host says where a path leads.

    Args:
        commit_url: form of the address of a commit; empty for none.
    """

    def __init__(self, commit_url: str) -> None:
        self._commit_url = commit_url

    @abstractmethod
    def address(self, path: str) -> str | None:
        """Address of one of the roadmap's pages or files, by its path in the roadmap's folder; None where it is not made."""

    @abstractmethod
    def relative(self, target: str) -> str | None:
        """Address of a relative link's target in a text of the data."""

    def page(self, name: PageName) -> str | None:
        return self.address(page_path(name))

    def enhancement(self, enhancement: str) -> str | None:
        return self.address(page_path("enhancement", enhancement))

    def file(self, name: FileName) -> str | None:
        return self.address(name)

    def commit(self, commit: str) -> str | None:
        return commit_address(self._commit_url, commit)


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
