"""The content of pages in half the memory, from when they are converted until the theme is given them.

MkDocs holds the content of all pages at once, and Python takes two bytes for each character of a text that has one beyond
Latin-1, such as a dash. Written as references, these few leave it with one byte for each; it is the same HTML.
"""

from __future__ import annotations

import re

from mkdocs.structure.pages import Page

_REFERENCE = re.compile(r"&#(\d{3,7});")
"""How Python writes a character beyond Latin-1."""


class NarrowContents:
    """The contents of pages that are held in this way."""

    def __init__(self) -> None:
        self._narrow: dict[str, str] = {}

    def hold(self, page: Page, html: str) -> str:
        """The content of a page as it is to be held; as it is where it has such references of its own."""
        if html.isascii() or _REFERENCE.search(html):
            return html
        return self._narrow.setdefault(page.file.src_uri, html.encode("latin-1", "xmlcharrefreplace").decode("latin-1"))

    def take_out(self, page: Page) -> None:
        """Give a page its content as it was."""
        if page.content is not None and page.content is self._narrow.get(page.file.src_uri):
            page.content = _REFERENCE.sub(lambda found: chr(int(found[1])), page.content)

    def put_back(self, page: Page) -> None:
        """Hold the content of a page that has been made as before."""
        page.content = self._narrow.get(page.file.src_uri, page.content)
