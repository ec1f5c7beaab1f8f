"""Words from the data inside Markdown pages, literally."""

from __future__ import annotations

import re

from enhancement_roadmap.text.document import one_line

WORD_JOINER = "\u2060"
_DECODED_TWICE = re.compile(r"<(?=/)|&(?=#?\w+;)")

_ASCII_PUNCTUATION = {ord(char): f"&#{ord(char)};" for char in "!\"#$%&'()*+-./:;<=>?@[\\]^_`{|}~"}


def literal(text: str) -> str:
    """A text for a Markdown page that any extension may work on: it shows exactly as typed.

    Every ASCII mark becomes a character reference, so that no extension (attribute lists, emoji, snippets, template
    expressions, links) finds what it looks for.

    A theme may decode the references of a page's title and put it into ``title``, where ``</title`` would end it, and
    ``&lt;`` would be decoded again: there an invisible word joiner keeps the characters apart.
    """
    return _DECODED_TWICE.sub(rf"\g<0>{WORD_JOINER}", one_line(text)).translate(_ASCII_PUNCTUATION)
