"""Addresses as MkDocs has them: relative to the page being made, for directory URLs or not."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs.structure.files import File, Files

from enhancement_roadmap.hosts.dead_links import AskedAnchor, DeadAnchor, asked_anchor
from enhancement_roadmap.hosts.links import PathLinks
from enhancement_roadmap.links import FileName, page_path


class SiteIndex:
    """The files of the roadmap, and those of the site.

    Args:
        files: all files of the site.
        made: those of the roadmap, pages and others, by their path in the roadmap's folder.
        commit_url: form of the address of a commit; empty for none.
        published: address of the roadmap's folder where links to files start there, empty where nobody knows; None where
            they are relative.

    Attributes:
        missing: relative targets in the data that lead nowhere.
        asked: anchors that texts of the data link to.
    """

    def __init__(self, files: Files, made: Mapping[str, File], commit_url: str = "", published: str | None = None) -> None:
        self.commit_url = commit_url
        self.published = published
        self.files = files
        self.made = made
        self.missing: dict[str, None] = {}
        self.asked: dict[AskedAnchor, None] = {}

    def note(self, note: LinkNote) -> None:
        """Note a link to be looked up once all pages are there, or one that leads nowhere."""
        if note.asked is not None:
            self.asked[note.asked] = None
        else:
            self.missing[note.missing] = None

    def links_from(self, file: File) -> SitePageLinks:
        """Addresses as seen from a page."""
        return SitePageLinks(self, file)

    def dead_anchors(self) -> Iterator[DeadAnchor]:
        """What was asked for and is on none of the pages, once all of them are rendered; other files have anchors of their own kind."""
        for asked in self.asked:
            file = self.files.get_file_from_path(asked.page)
            known = file.page.present_anchor_ids if file is not None and file.page is not None else None
            if known is not None and asked.anchor not in known:
                yield DeadAnchor(asked, known)


class LinkNote(NamedTuple):
    """A link to be looked up later.

    Attributes:
        asked: the anchor that it needs; None for a target that no file answers to.
        missing: that target.
    """

    asked: AskedAnchor | None
    missing: str = ""


class SitePageLinks(PathLinks):
    """Addresses as seen from one page.

    Attributes:
        notes: links of the page that were noted so far.
    """

    def __init__(self, index: SiteIndex, file: File) -> None:
        super().__init__(index.commit_url)
        self._index = index
        self._file = file
        self._addresses: dict[str, str | None] = {}
        self.notes: list[LinkNote] = []

    def address(self, path: str) -> str | None:
        """The address of one of the roadmap's files; a page names many of them more than once."""
        if path not in self._addresses:
            file = self._index.made.get(path)
            is_there = file is not None and not file.inclusion.is_excluded()
            self._addresses[path] = file.url_relative_to(self._file) if file is not None and is_there else None
        return self._addresses[path]

    def file(self, name: FileName) -> str | None:
        address, published = self.address(name), self._index.published
        if address is None or published is None:
            return address
        return f"{published}/{name}" if published else None

    def relative(self, target: str) -> str | None:
        """A target in the site's sources: ``guides/a.md#b``; None, and noted, where there is no such file."""
        parts = urlsplit(target)
        path = posixpath.normpath(unquote(parts.path).lstrip("/")) if parts.path else ""
        found = self._index.files.get_file_from_path(path) if path else self._file
        if found is None or found.inclusion.is_excluded():
            self._note(LinkNote(None, target))
            return None
        address = found.url_relative_to(self._file) if parts.path else ""
        if not parts.fragment:
            return address
        self._note(LinkNote(asked_anchor(found.src_uri, parts.fragment, target)))
        return f"{address}#{parts.fragment}"

    def anchor(self, enhancement: str, anchor: str) -> str | None:
        """An anchor on an enhancement's page, noted to be looked for."""
        file, address = self._index.made.get(page_path("enhancement", enhancement)), self.enhancement(enhancement)
        if file is None or address is None:
            return None
        self._note(LinkNote(asked_anchor(file.src_uri, anchor, f"#{anchor}", enhancement)))
        return f"#{anchor}" if file is self._file else f"{address}#{anchor}"

    def note_again(self, notes: Iterable[LinkNote]) -> None:
        """Note links of what was made before."""
        for note in notes:
            self._note(note)

    def _note(self, note: LinkNote) -> None:
        self.notes.append(note)
        self._index.note(note)
