"""Addresses for a generator that does not say which page it is making: all start at the site's root."""

from __future__ import annotations

from enhancement_roadmap.links import FileName, PageName, commit_address, page_path


class SiteLinks:
    """Links from the root of a site with directory URLs.

    Args:
        base: address of the overview, such as ``/roadmap/``; empty: nothing is a link.
        commit_url: form of the address of a commit; empty for none.
    """

    def __init__(self, base: str, commit_url: str = "") -> None:
        self._commit_url = commit_url
        self._base = base and base.rstrip("/") + "/"

    def page(self, name: PageName) -> str | None:
        return self._address(page_path(name))

    def enhancement(self, enhancement: str) -> str | None:
        return self._address(page_path("enhancement", enhancement))

    def file(self, name: FileName) -> str | None:
        return f"{self._base}{name}" if self._base else None

    def commit(self, commit: str) -> str | None:
        return commit_address(self._commit_url, commit)

    def relative(self, target: str) -> str | None:
        return None

    def _address(self, path: str) -> str | None:
        if not self._base:
            return None
        path = path.removesuffix(".md").removesuffix("index")
        return self._base + (path.rstrip("/") + "/" if path else "")
