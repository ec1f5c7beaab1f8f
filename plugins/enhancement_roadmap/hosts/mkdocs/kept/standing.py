"""Pages that stand as an earlier build has written them: MkDocs neither reads nor builds them again.

Where nobody but a search plugin takes part in a build, nobody misses them: the pages have their place in the navigation and in the
list of all pages, their files are put back into the folder of the site, and what a search plugin has found of them before takes its
place in the index.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from enhancement_roadmap.hosts.mkdocs.kept.aside import AsideFolder
from enhancement_roadmap.hosts.mkdocs.kept.page_file import PageFile
from enhancement_roadmap.hosts.mkdocs.kept.pages import KeptPage

_INDEX = Path("search", "search_index.json")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that a build has written.

    Attributes:
        source: the text of its file.
        made: what was made of that; None where it can not be kept.
        html: its content, as the theme was given it, but for what stands at its end: kept by what was made of it, too.
        end: the rest.
        title: its title, where MkDocs has found it in the page; None where the navigation gives one.
        meta: its settings.
        ids: ids that it has.
        face: everything else of it that a theme is given of itself.
        around: and of what is around it.
    """

    source: str
    made: KeptPage | None
    html: str
    end: str
    title: str | None
    meta: Mapping[str, Any]
    ids: frozenset[str]
    face: tuple[Any, ...]
    around: tuple[Any, ...]

    @property
    def content(self) -> str:
        """Its content, as the theme was given it."""
        return f"{self.html}{self.end}"


class StandingPages:
    """Remembers the roadmaps' pages as they were written, build after build."""

    def __init__(self) -> None:
        self._aside = AsideFolder()
        self._basis: Any = None
        self._written: dict[str, WrittenPage] = {}
        self._now: dict[str, WrittenPage] = {}
        self._entries: dict[str, str] = {}
        self._given: dict[str, str | None] = {}
        self._unread: list[PageFile] = []
        self._unbuilt: list[PageFile] = []
        self._order: list[str] = []
        self._is_on = False

    def put_aside(self, site_dir: str, folders: Iterable[str]) -> None:
        """MkDocs is about to empty the folder of the site.

        Args:
            site_dir: the folder.
            folders: folders of the roadmaps in it.
        """
        self._is_on, self._now, self._given, self._unread, self._unbuilt = False, {}, {}, [], []
        if self._written:
            self._aside.put_aside(Path(site_dir), folders)

    def begin(self, files: Iterable[PageFile], again: Callable[[PageFile, KeptPage], KeptPage | None]) -> None:
        """All pages have their place, and none is read: pass over those of which nothing has changed.

        Args:
            files: the roadmaps' pages.
            again: gives what was made of a page if this build would make the same; None elsewhere.
        """
        self._is_on = True
        for file in files:
            page = file.page
            if page is None:
                continue
            self._given[page.url] = page.title
            written = self._written.get(page.url)
            if written is None or written.made is None or written.source != file.content_string:
                continue
            if (page.title is None and written.title is None) or (made := again(file, written.made)) is None:
                continue
            self._written[page.url] = replace(written, made=made)
            page.meta = dict(written.meta)
            page.title = page.title or written.title
            page.present_anchor_ids = set(written.ids)
            file.is_passed_over = True
            self._unread.append(file)

    def build(self, basis: Any, site_dir: str, files: Files, pages: Iterable[PageFile]) -> None:
        """All pages that are read have their content: pass over those that the theme would make the same of.

        Args:
            basis: what the theme makes of all pages rests on; None where that may be another in each build.
            site_dir: the folder of the site, in which nothing is written yet.
            files: all files of the site.
            pages: the roadmaps' pages.
        """
        if not self._is_on:
            return
        is_same, self._basis = basis is not None and basis == self._basis, basis
        same = {file.dest_uri: file for file in pages if is_same and self._looks_same(file)}
        found = self._aside.put_back(Path(site_dir), same)
        for file in self._unread:
            if file.dest_uri not in found and file.page is not None:
                self._give(file.page, files)
        self._unbuilt = [file for path, file in same.items() if path in found]
        for file in self._unread:
            file.is_passed_over = False
        self._order = [file.page.url for file in files.documentation_pages() if file.page is not None]
        self.pass_over(is_off=False)

    def pass_over(self, *, is_off: bool) -> None:
        """Pass over the pages that need not be built, or count them among the pages for a while, for who asks which there are."""
        for file in self._unbuilt:
            file.is_passed_over = not is_off

    def take(self, page: Page, made: KeptPage | None) -> None:
        """A page is built.

        Args:
            page: the page.
            made: what can be kept of it.
        """
        if self._is_on and not page.is_homepage and isinstance(page.file, PageFile):
            can_stand = made is not None and made.html is not None and made.markdown is not None and not made.links
            title = None if self._given.get(page.url) is not None else page.title
            ids, content = frozenset(page.present_anchor_ids or ()), page.content or ""
            html = made.html if made is not None and made.html is not None and content.startswith(made.html) else content
            self._now[page.url] = WrittenPage(
                *(page.file.content_string, made if can_stand else None, html, content[len(html) :], title, dict(page.meta), ids),
                *(_face(page), _around(page)),
            )

    def finish(self, site_dir: str) -> None:
        """The build is done: put known entries into the index of a search plugin, and note those of this build.

        Args:
            site_dir: the folder of the site.
        """
        if not self._is_on:
            return
        standing = [file.page.url for file in self._unbuilt if file.page is not None]
        self._written = {**{url: self._written[url] for url in standing}, **self._now}
        self._aside.belongs_to(Path(site_dir))
        self._settle_index(Path(site_dir) / _INDEX, standing)

    def break_off(self) -> None:
        """The build is not done: nobody knows which pages are."""
        self._written = {}
        self._aside.forget()

    def _looks_same(self, file: PageFile) -> bool:
        page = file.page
        written = self._written.get(page.url) if page is not None else None
        if page is None or written is None or written.around != _around(page):
            return False
        if file.is_passed_over:
            return bool(written.face[0] == str(page.title))
        return written.content == (page.content or "") and written.face == _face(page)

    def _give(self, page: Page, files: Files) -> None:
        """Give a page that was not read what it would be."""
        written = self._written[page.url]
        if written.made is not None:
            written.made.give(page, files)
        page.present_anchor_ids = set(written.ids)
        page.content = written.content

    def _settle_index(self, path: Path, standing: Iterable[str]) -> None:
        if not path.is_file():
            return
        index = json.loads(path.read_bytes())
        found: dict[str, list[str]] = {}
        for entry in index["docs"]:
            found.setdefault(entry["location"].partition("#")[0], []).append(_compact(entry))
        entries = {url: ",".join(texts) for url, texts in found.items()}
        known = {url: self._entries[url] for url in standing if url in self._entries}
        if known:
            place = {url: number for number, url in enumerate(self._order)}
            entries = dict(sorted({**entries, **known}.items(), key=lambda entry: place.get(entry[0], len(place))))
            texts = {key: _compact(value) for key, value in index.items()} | {"docs": f"[{','.join(entries.values())}]"}
            write_file(f"{{{','.join(f'{_compact(key)}:{text}' for key, text in texts.items())}}}".encode(), str(path))
        self._entries = {url: entries[url] for url in self._written if url in entries}


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _face(page: Page) -> tuple[Any, ...]:
    """What a theme is given of a page beside its content."""
    return str(page.title), str(page.toc), repr(page.meta)


def _around(page: Page) -> tuple[Any, ...]:
    """What a theme is given of what is around a page, and of its addresses."""
    beside = tuple((other.url, other.title) if other is not None else None for other in (page.previous_page, page.next_page))
    above = tuple(section.title for section in page.ancestors)
    return beside, above, (page.url, page.abs_url, page.canonical_url, page.edit_url, str(page.update_date))
