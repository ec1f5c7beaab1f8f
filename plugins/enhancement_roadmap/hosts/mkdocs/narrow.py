"""The content of pages in half the memory, from when they are converted until the theme is given them; of large ones, then too.

MkDocs holds the content of all pages at once, and Python takes two bytes for each character of a text that has one beyond
Latin-1, such as a dash. Written as references, these few leave it with one byte for each; it is the same HTML.
"""

from __future__ import annotations

import re

from mkdocs.structure.pages import Page

_REFERENCE = re.compile(r"&#(\d{3,7});")
"""How Python writes a character beyond Latin-1."""
_RAW = re.compile(r"<(?:script|style|iframe|xmp|noembed|noframes|noscript|plaintext)\b", re.IGNORECASE)
"""Elements in which a reference stands for itself."""


def narrow(html: str) -> str:
    """The same HTML with one byte for each character; as it is where it has scripts or styles."""
    return html if html.isascii() or _RAW.search(html) else html.encode("latin-1", "xmlcharrefreplace").decode("latin-1")


class NarrowContents:
    """The contents of pages that are held in this way, and come out as they were."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}
        self._out: dict[str, str] = {}

    def hold(self, page: Page, html: str) -> str:
        """The content of a page as it is to be held; as it is where it has such references of its own."""
        held = html if _REFERENCE.search(html) else narrow(html)
        if held is not html:
            self._held[page.file.src_uri] = held
        return held

    def take_out(self, page: Page) -> None:
        """Give a page its content as it was; what somebody else has made of it since stays."""
        if page.content is not None and page.content is self._held.get(page.file.src_uri):
            page.content = self._out[page.file.src_uri] = _with_characters(page.content)

    def put_back(self, page: Page) -> None:
        """Hold the content of a page as before, where it is as it was taken out."""
        name = page.file.src_uri
        if page.content is not None and page.content is self._out.pop(name, None):
            page.content = self._held[name]


def _with_characters(held: str) -> str:
    """Characters in the place of references; there are few different ones on a page, each many times."""
    for number in set(_REFERENCE.findall(held)):
        held = held.replace(f"&#{number};", chr(int(number)))
    return held
