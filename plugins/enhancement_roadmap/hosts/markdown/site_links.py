"""Addresses for a generator that does not say which page it is making: all start at the site's root."""

from __future__ import annotations

from enhancement_roadmap.hosts.links import PathLinks


class SiteLinks(PathLinks):
    """Links from the root of a site with directory URLs.

    Args:
        base: address of the overview, such as ``/roadmap/``; empty: nothing is a link.
        commit_url: form of the address of a commit; empty for none.
    """

    def __init__(self, base: str, commit_url: str = "") -> None:
        super().__init__(commit_url)
        self._base = base and base.rstrip("/") + "/"

    def relative(self, target: str) -> str | None:
        return None

    def address(self, path: str) -> str | None:
        if not self._base:
            return None
        stem = path.removesuffix(".md")
        if stem == path:
            return f"{self._base}{path}"
        page = stem.removesuffix("index")
        return self._base + (page.rstrip("/") + "/" if page else "")
