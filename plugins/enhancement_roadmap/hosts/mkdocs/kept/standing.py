"""Pages that stand as an earlier build has written them: MkDocs neither reads nor builds them again.

Where nobody but a search plugin takes part in a build, nobody misses them: the pages have their place in the navigation and in the
list of all pages, their files are put back into the folder of the site, and what a search plugin has found of them before takes its
place in the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from enhancement_roadmap.hosts.mkdocs.kept.aside import AsideFolder
from enhancement_roadmap.hosts.mkdocs.kept.page_file import PageFile
from enhancement_roadmap.hosts.mkdocs.kept.pages import KeptPage
from enhancement_roadmap.hosts.mkdocs.search_index import SearchIndex


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


@dataclass(slots=True)
class _Build:
    """One build.

    Attributes:
        given: titles that the navigation gives, by the addresses of the pages.
        unread: pages that are not read.
        unbuilt: pages that are not built.
        order: addresses of all pages of the site, in their order.
        written: pages that are built.
    """

    given: dict[str, str | None] = field(default_factory=dict)
    unread: list[PageFile] = field(default_factory=list)
    unbuilt: list[PageFile] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    written: dict[str, WrittenPage] = field(default_factory=dict)


class StandingPages:
    """Remembers the roadmaps' pages as they were written, build after build."""

    def __init__(self) -> None:
        self._aside = AsideFolder()
        self._basis: Any = None
        self._written: dict[str, WrittenPage] = {}
        self._entries: dict[str, str] = {}
        self._build: _Build | None = None

    def put_aside(self, site_dir: str, folders: Iterable[str]) -> None:
        """MkDocs is about to empty the folder of the site.

        Args:
            site_dir: the folder.
            folders: folders of the roadmaps in it.
        """
        self._build = None
        if self._written:
            self._aside.put_aside(Path(site_dir), folders)

    def begin(self, files: Iterable[PageFile], again: Callable[[PageFile, KeptPage], KeptPage | None]) -> None:
        """All pages have their place, and none is read: pass over those of which nothing has changed.

        Args:
            files: the roadmaps' pages.
            again: gives what was made of a page if this build would make the same; None elsewhere.
        """
        self._build = _Build()
        for file in files:
            page = file.page
            if page is None:
                continue
            self._build.given[page.url] = page.title
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
            self._build.unread.append(file)

    def build(self, basis: Any, site_dir: str, files: Files, pages: Iterable[PageFile]) -> None:
        """All pages that are read have their content: pass over those that the theme would make the same of.

        Args:
            basis: what the theme makes of all pages rests on; None where that may be another in each build.
            site_dir: the folder of the site, in which nothing is written yet.
            files: all files of the site.
            pages: the roadmaps' pages.
        """
        build = self._build
        if build is None:
            return
        is_same, self._basis = basis is not None and basis == self._basis, basis
        same = {file.dest_uri: file for file in pages if is_same and self._looks_same(file)}
        found = self._aside.put_back(Path(site_dir), same)
        build.unbuilt = [file for path, file in same.items() if path in found]
        for file in build.unread:
            file.is_passed_over = False
            if file.dest_uri not in found and file.page is not None:
                self._give(file.page, files)
        build.order = [file.page.url for file in files.documentation_pages() if file.page is not None]
        self.pass_over(is_off=False)

    def pass_over(self, *, is_off: bool) -> None:
        """Pass over the pages that need not be built, or count them among the pages for a while, for who asks which there are."""
        for file in self._build.unbuilt if self._build is not None else ():
            file.is_passed_over = not is_off

    def take(self, page: Page, made: KeptPage | None) -> None:
        """A page is built.

        Args:
            page: the page.
            made: what can be kept of it.
        """
        if self._build is None or page.is_homepage or not isinstance(page.file, PageFile):
            return
        content = page.content or ""
        self._build.written[page.url] = WrittenPage(
            source=page.file.content_string,
            made=made if made is not None and made.html is not None and made.markdown is not None and not made.links else None,
            html=(html := made.html if made is not None and made.html is not None and content.startswith(made.html) else content),
            end=content[len(html) :],
            title=page.title if self._build.given.get(page.url) is None else None,
            meta=dict(page.meta),
            ids=frozenset(page.present_anchor_ids or ()),
            face=_face(page),
            around=_around(page),
        )

    def finish(self, site_dir: str, index: SearchIndex) -> None:
        """The build is done: put known entries into the index of a search plugin, and note those of this build.

        Args:
            site_dir: the folder of the site.
            index: the index.
        """
        build = self._build
        if build is None:
            return
        standing = {file.page.url for file in build.unbuilt if file.page is not None}
        self._written = {**{url: self._written[url] for url in standing}, **build.written}
        self._aside.belongs_to(Path(site_dir))
        known = {url: self._entries[url] for url in standing if url in self._entries}
        found = {url: ",".join(index.pages[url]) for url in build.written if url in index.pages}
        self._entries = known | found
        index.pages.update((url, [entries]) for url, entries in found.items())
        for url, entries in known.items():
            index.put(url, [entries])
        index.arrange(build.order)

    def break_off(self) -> None:
        """The build is not done: nobody knows which pages are."""
        self._written, self._build = {}, None
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


def _face(page: Page) -> tuple[Any, ...]:
    """What a theme is given of a page beside its content."""
    return str(page.title), str(page.toc), repr(page.meta)


def _around(page: Page) -> tuple[Any, ...]:
    """What a theme is given of what is around a page, and of its addresses."""
    beside = tuple((other.url, other.title) if other is not None else None for other in (page.previous_page, page.next_page))
    above = tuple(section.title for section in page.ancestors)
    return beside, above, (page.url, page.abs_url, page.canonical_url, page.edit_url, str(page.update_date))
