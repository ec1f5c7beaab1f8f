"""Addresses as every host gives them."""

from __future__ import annotations

from abc import ABC, abstractmethod

from enhancement_roadmap.links import FileName, PageName, commit_address, page_path, part_path


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

    def anchor(self, enhancement: str, anchor: str) -> str | None:
        address = self.enhancement(enhancement)
        return None if address is None else f"{address}#{anchor}"

    def page(self, name: PageName) -> str | None:
        return self.address(page_path(name))

    def part(self, of: str, number: int) -> str | None:
        return self.address(part_path(of, number))

    def enhancement(self, enhancement: str) -> str | None:
        return self.address(page_path("enhancement", enhancement))

    def file(self, name: FileName) -> str | None:
        return self.address(name)

    def commit(self, commit: str) -> str | None:
        return commit_address(self._commit_url, commit)
