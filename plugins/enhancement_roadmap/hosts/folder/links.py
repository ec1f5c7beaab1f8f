"""Addresses in a folder of Markdown, in the form that its reader needs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection
from typing import Literal, get_args
from urllib.parse import quote, unquote, urlsplit

from enhancement_roadmap.hosts.dead_links import AskedAnchor, asked_anchor
from enhancement_roadmap.hosts.links import PathLinks
from enhancement_roadmap.links import page_path

LinkForm = Literal["md", "directory", "html"]
"""How pages link to each other: ``plan.md`` as they lie there, ``plan/`` or ``plan.html`` as a generator publishes them."""

LINK_FORMS: tuple[LinkForm, ...] = get_args(LinkForm)

_FRONT = ("index", "README")
"""Names of the page that a generator publishes as its folder's own."""


class FolderIndex:
    """What can be linked to.

    Args:
        form: how pages link to each other.
        prefix: path of the folder from the root of the generator's sources; empty where it is that root.
        exists: whether there is a file, by its path from that root.
        commit_url: form of the address of a commit; empty for none.
        made: paths in the folder of what is made; None where nobody knows, and each is taken to be.

    Attributes:
        missing: relative targets in the data that lead nowhere.
        asked: anchors that texts of the data link to.
    """

    def __init__(
        self, form: LinkForm, prefix: str, exists: Callable[[str], bool], commit_url: str = "", made: Collection[str] | None = None
    ) -> None:
        self.commit_url = commit_url
        self.form = form
        self.prefix = prefix
        self.exists = exists
        self.made = made
        self.missing: dict[str, None] = {}
        self.asked: dict[AskedAnchor, None] = {}

    def links_from(self, page: str) -> FolderPageLinks:
        """Addresses as seen from a page, given by its path in the folder."""
        return FolderPageLinks(self, posixpath.join(self.prefix, page))


class FolderPageLinks(PathLinks):
    """Addresses as seen from one page, which is given by its path from the root of the generator's sources."""

    def __init__(self, index: FolderIndex, page: str) -> None:
        super().__init__(index.commit_url)
        self._index = index
        self._page = page
        published = _published(page, index.form)
        self._start = published if index.form == "directory" else posixpath.dirname(published)

    def address(self, path: str) -> str | None:
        is_made = self._index.made is None or path in self._index.made
        return self._address(posixpath.join(self._index.prefix, path)) if is_made else None

    def relative(self, target: str) -> str | None:
        """A target in the generator's sources: ``guides/a.md#b``; None, and noted, where there is no such file."""
        parts = urlsplit(target)
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        if not parts.path:
            self._ask(self._page, parts.fragment, target)
            return anchor
        path = posixpath.normpath(unquote(parts.path).lstrip("/"))
        if path.startswith("../") or not self._index.exists(path):
            self._index.missing[target] = None
            return None
        self._ask(path, parts.fragment, target)
        return self._address(path) + anchor

    def anchor(self, enhancement: str, anchor: str) -> str | None:
        """An anchor on an enhancement's page, noted to be looked for."""
        path = page_path("enhancement", enhancement)
        page = posixpath.join(self._index.prefix, path)
        self._ask(page, anchor, f"#{anchor}", enhancement)
        return f"#{anchor}" if page == self._page else f"{self.address(path)}#{anchor}"

    def _ask(self, page: str, fragment: str, target: str, of: str = "") -> None:
        if fragment:
            self._index.asked[asked_anchor(page, fragment, target, of)] = None

    def _address(self, path: str) -> str:
        published = _published(path, self._index.form)
        address = posixpath.relpath(f"/{published}", f"/{self._start}")
        return quote(address) + ("/" if published.endswith("/") or not published else "")


def _published(path: str, form: LinkForm) -> str:
    """Where a generator publishes a file; a folder ends in a slash, and the root is empty."""
    stem, suffix = posixpath.splitext(path)
    if form == "md" or suffix != ".md":
        return path
    folder, name = posixpath.split(stem)
    is_front = name in _FRONT
    if form == "html":
        return posixpath.join(folder, ("index" if is_front else name) + ".html")
    published = folder if is_front else stem
    return f"{published}/" if published else ""
