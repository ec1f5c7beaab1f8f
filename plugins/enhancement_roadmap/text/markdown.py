"""Words from the data inside Markdown pages, literally."""

from __future__ import annotations

import re

from enhancement_roadmap.text.document import WORD_JOINER, one_line

_DECODED_TWICE = re.compile(r"<(?=/)|&(?=#?\w+;)")

_MARKS = re.compile(r"(?<!\w)-|-(?!\w)|[!-,./:-@\[-`{-~]")
"""Every ASCII mark, but a hyphen inside a word: a slug stays as it is."""


def literal(text: str) -> str:
    """A text for a Markdown page that any extension may work on: it shows exactly as typed.

    Every ASCII mark but a hyphen inside a word becomes a character reference, so that no extension (attribute lists,
    emoji, snippets, template expressions, links) finds what it looks for.

    A theme may decode the references of a page's title and put it into ``title``, where ``</title`` would end it, and
    ``&lt;`` would be decoded again: there an invisible word joiner keeps the characters apart.
    """
    apart = _DECODED_TWICE.sub(rf"\g<0>{WORD_JOINER}", one_line(text))
    return _MARKS.sub(_reference, apart)


def _reference(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"
