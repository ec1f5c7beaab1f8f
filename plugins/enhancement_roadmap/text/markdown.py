"""Words from the data inside Markdown pages, literally."""

from __future__ import annotations

from enhancement_roadmap.text.document import one_line

_ASCII_PUNCTUATION = {ord(char): f"&#{ord(char)};" for char in "!\"#$%&'()*+-./:;<=>?@[\\]^_`{|}~"}


def literal(text: str) -> str:
    """A text for a Markdown page that any extension may work on: it shows exactly as typed.

    Every ASCII mark becomes a character reference, so that no extension (attribute lists, emoji, snippets, template
    expressions, links) finds what it looks for.
    """
    return one_line(text).translate(_ASCII_PUNCTUATION)
