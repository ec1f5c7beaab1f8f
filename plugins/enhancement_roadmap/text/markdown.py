"""Words from the data inside Markdown: literally on our own pages, and readable in the document."""

from __future__ import annotations

import re

_ASCII_PUNCTUATION = {ord(char): f"&#{ord(char)};" for char in "!\"#$%&'()*+-./:;<=>?@[\\]^_`{|}~"}
_LINES = re.compile(r"\s*\n\s*")

_RISKY = re.compile(r"<|&(?=#?\w+;)|(?<=\])(?=\()|!(?=\[)|\\(?=[!-/:-@\[-`{-~])")
_AT_START = re.compile(r"^(?=[#>+\-=|~]|\d+[.)](?:\s|$))")
_TICKS = re.compile(r"`+")


def literal(text: str) -> str:
    """A text for a Markdown page that any extension may work on: it shows exactly as typed.

    Every ASCII mark becomes a character reference, so that no extension (attribute lists, emoji, snippets, template
    expressions, links) finds what it looks for.
    """
    return _LINES.sub(" ", text.strip()).translate(_ASCII_PUNCTUATION)


def document_text(text: str) -> str:
    """A text for the document: its inline markup stays, and nothing else means anything to a code host.

    HTML, character references, images and what would start a block are escaped; what needs no escape stays as typed,
    so that the document reads like one written by hand.
    """
    line = _LINES.sub(" ", text.strip())
    return _AT_START.sub(r"\\", _RISKY.sub(_escaped, line)) if line else line


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found[0]


def fenced(lines: list[str], info: str = "") -> str:
    """Lines as a fenced block, with a fence longer than any run of backticks in them."""
    longest = max((len(run) for line in lines for run in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{info}", *lines, fence])
