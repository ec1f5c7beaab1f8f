"""The content of the roadmaps' own pages, from when it is finished until the theme has it: how it waits, and what a search is given."""

from __future__ import annotations

from functools import cached_property

from mkdocs.structure.pages import Page

from enhancement_roadmap.hosts.mkdocs.listeners import Listeners
from enhancement_roadmap.hosts.mkdocs.narrow import NarrowContents, narrow
from enhancement_roadmap.hosts.mkdocs.search_entries import LARGE, IndexEntries, is_known
from enhancement_roadmap.hosts.mkdocs.search_index import SearchIndex


class ShownContents:
    """The contents of one build.

    Args:
        others: who else takes part in it.
        waits_narrow: whether pages may wait in less memory, since none of them is used again.
        has_whole_index: whether the index of the search has all pages, as it has but in a dirty build, where it grows on.
    """

    def __init__(self, others: Listeners, *, waits_narrow: bool, has_whole_index: bool) -> None:
        self._others = others
        self._waits_narrow = waits_narrow
        self._has_whole_index = has_whole_index
        self._narrow = NarrowContents()
        self._large: dict[str, str] = {}
        self._content: str | None = None

    @cached_property
    def _entries(self) -> IndexEntries:
        return IndexEntries(is_on=self._others.is_materials_search_alone and self._has_whole_index and is_known())

    def hold(self, page: Page, html: str) -> str:
        """The content of a page as it waits: in less memory where nobody looks at it before the theme does."""
        if not (self._waits_narrow and self._others.is_search_alone):
            return html
        return self._narrow.hold(page, html) if len(html) < LARGE else self._large_one(page, html)

    def show_to_search(self, page: Page) -> None:
        """Give a page what search plugins are to find in it."""
        self._narrow.take_out(page)
        if self._others.is_search_alone_with_content:
            self._content = self._large_one(page, page.content or "")
            page.content = self._entries.shown(page.url, self._content)

    def show_to_readers(self, page: Page) -> None:
        """Give a page its content."""
        if self._content is not None:
            page.content, self._content = self._content, None
        self._narrow.take_out(page)
        page.content = self._large_one(page, page.content or "")

    def put_back(self, page: Page) -> None:
        """A page is built, and waits for the end."""
        self._narrow.put_back(page)

    def settle(self, index: SearchIndex) -> None:
        """Put what was found into the index that a search plugin has written."""
        self._entries.settle(index)

    def _large_one(self, page: Page, html: str) -> str:
        """Some content: of a large page narrow, in every build, since with what the theme makes of it, it is the most that one holds."""
        if len(html) >= LARGE and html is not self._large.get(page.file.src_uri):
            html = self._large[page.file.src_uri] = narrow(html)
        return html
