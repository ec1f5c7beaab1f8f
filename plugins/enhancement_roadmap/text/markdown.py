"""What stands in a Markdown page that any generator may read: words of the data, literally, and finished HTML.

No extension (attribute lists, emoji, snippets, template expressions, links) finds in either what it looks for.
"""

from __future__ import annotations

import html
import re

from enhancement_roadmap.sentences import WORD_JOINER
from enhancement_roadmap.text.document import one_line

_DECODED_TWICE = re.compile(r"<(?=/)|&(?=#?\w+;)")

_MARKS = re.compile(r"(?<!\w)-|-(?!\w)|[!-,./:-@\[-`{-~]")
"""Every ASCII mark, but a hyphen inside a word: a slug stays as it is."""

_PIECE = re.compile(
    r"""
    (?P<verbatim><!--.*?-->|<(?P<name>script|style)\b.*?</(?P=name)\s*>)
    | (?P<tag></?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>)
    | (?P<text>[^<]+|<)
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_LINE_END_IN_TAG = re.compile(r"\s*\n\s*")
_BLANK_LINE = re.compile(r"(?<=\n)([ \t]*)\n")
_MARKS_IN_HTML = re.compile(r"(?<!\w)-|-(?!\w)|[!\"$&'*+:<-@#\[-`{-~]")
"""Marks that an extension may look for in the source of a page: all but those of plain prose and a hyphen inside a word."""

_MARKS_IN_VALUE = re.compile(r"(?<!\w)-|-(?!\w)|[!\"$&'*<>\[-^`{-~\n]")
"""In an attribute, those of addresses stay as well: some generators rewrite what they recognise as the path of a page."""


def literal(text: str) -> str:
    """A text for a Markdown page that any extension may work on: it shows exactly as typed.

    Every ASCII mark but a hyphen inside a word becomes a character reference.

    A theme may decode the references of a page's title and put it into ``title``, where ``</title`` would end it, and
    ``&lt;`` would be decoded again: there an invisible word joiner keeps the characters apart.
    """
    apart = _DECODED_TWICE.sub(rf"\g<0>{WORD_JOINER}", one_line(text))
    return _MARKS.sub(_reference, apart)


def raw_block(fragment: str) -> str:
    """A fragment as an HTML block: in a browser it is the same, and no Markdown parser looks into it.

    It has no blank line, at which CommonMark would go on with Markdown. Its words have no mark that snippets, template
    expressions and other extensions look for in the source of a page, before they know what is HTML.

    Args:
        fragment: safe HTML, as a view gives it.

    Returns:
        The lines of a ``div``, the last one without a line end.
    """
    return f"<div>\n{''.join(map(_inert, _PIECE.finditer(fragment.strip())))}\n</div>"


def _inert(piece: re.Match[str]) -> str:
    if piece["verbatim"]:
        # Only a template of the site brings these, and a reference would not be read there.
        return _BLANK_LINE.sub("", piece["verbatim"])
    if piece["tag"]:
        return _LINE_END_IN_TAG.sub(" ", _VALUE.sub(_value, piece["tag"]))
    words = _MARKS_IN_HTML.sub(_reference, html.unescape(piece["text"]))
    return _BLANK_LINE.sub(r"\1&#10;", words)


def _value(quoted: re.Match[str]) -> str:
    return f'"{_MARKS_IN_VALUE.sub(_reference, html.unescape(quoted[0][1:-1]))}"'


def _reference(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"
