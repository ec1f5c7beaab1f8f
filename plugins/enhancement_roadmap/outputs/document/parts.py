"""The forms that the document is made of.

A block is a piece of Markdown without blank lines around it; a section is a list of blocks, empty where the roadmap has
nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterable

from enhancement_roadmap.text import document_bold, document_text

Section = list[str]
Pairs = Iterable[tuple[str, str]]


def heading(level: int, text: str) -> str:
    """A heading; `text` is raw."""
    return f"{'#' * level} {inline(text)}"


def titled(level: int, title: str, blocks: Section) -> Section:
    """Blocks under a heading; nothing at all where there are no blocks."""
    return [heading(level, title), *blocks] if blocks else []


def inline(text: str) -> str:
    """A raw text as part of a line."""
    return document_text(text, starts_block=False)


def with_icon(icon: str | None, text: str) -> str:
    """A raw text with its sign before it."""
    return f"{icon} {text}" if icon else text


def fact(label: str, value: str) -> str:
    """A line ``**label**: value``; the label is raw, the value is Markdown."""
    return f"{document_bold(label)}: {value}"


def facts(pairs: Iterable[tuple[str, object]]) -> Section:
    """One block of lines from raw labels and values; a value of None leaves its line out."""
    return lines([fact(label, inline(str(value))) for label, value in pairs if value is not None])


def lines(written: list[str]) -> Section:
    """Lines of Markdown as one block that keeps its line ends when it is rendered."""
    return ["  \n".join(written)] if written else []


def bullets(pairs: Pairs) -> Section:
    """A list of ``**label**: value`` from raw texts, as one block."""
    return listed(f"- {fact(label, inline(value))}" for label, value in pairs)


def numbered(pairs: Pairs) -> Section:
    """The same as a numbered list."""
    return listed(f"{number}. {fact(label, inline(value))}" for number, (label, value) in enumerate(pairs, start=1))


def listed(items: Iterable[str]) -> Section:
    """List items as one block; nothing where there are none."""
    block = "\n".join(items)
    return [block] if block else []
