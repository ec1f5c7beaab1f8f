"""The forms that the document is made of.

A block is a piece of Markdown without blank lines around it; a section is a list of blocks, empty where the roadmap has
nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from enhancement_roadmap.text import document_bold, document_text
from enhancement_roadmap.text.document import Target
from enhancement_roadmap.text.long import document_entry, document_opening

Section = list[str]
Pairs = Iterable[tuple[str, str]]


class FactLine(NamedTuple):
    """A line of Markdown.

    Attributes:
        text: the line.
        more: blocks that belong to it and come after it.
    """

    text: str
    more: Sequence[str] = ()


def heading(level: int, text: str) -> str:
    """A heading; `text` is raw."""
    return f"{'#' * level} {inline(text)}"


def titled(level: int, title: str, blocks: Section) -> Section:
    """Blocks under a heading; nothing at all where there are no blocks."""
    return [heading(level, title), *blocks] if blocks else []


def inline(text: str, target: Target | None = None) -> str:
    """A raw text as part of a line."""
    return document_text(text, starts_block=False, target=target)


def with_icon(icon: str | None, text: str) -> str:
    """A raw text with its sign before it."""
    return f"{icon} {text}" if icon else text


def fact(label: str, value: str) -> str:
    """A line ``**label**: value``; the label is raw, the value is Markdown."""
    return f"{document_bold(label)}: {value}".rstrip()


def long_fact(label: str, text: str, target: Target) -> FactLine:
    """The same with a long text, which is raw."""
    words, more = document_opening(text, target)
    return FactLine(fact(label, words), more)


def facts(pairs: Iterable[tuple[str, object]]) -> list[FactLine]:
    """Lines from raw labels and values; a value of None leaves its line out."""
    return [FactLine(fact(label, inline(str(value)))) for label, value in pairs if value is not None]


def long_facts(pairs: Iterable[tuple[str, str | None]], target: Target) -> list[FactLine]:
    """The same from long texts."""
    return [long_fact(label, text, target) for label, text in pairs if text is not None]


def lines(written: Iterable[FactLine]) -> Section:
    """Lines of Markdown as blocks that keep their line ends when they are rendered."""
    section: Section = []
    together: list[str] = []
    for line in written:
        together.append(line.text)
        if line.more:
            section += ["  \n".join(together), *line.more]
            together = []
    return [*section, "  \n".join(together)] if together else section


def bullets(pairs: Pairs) -> Section:
    """A list of ``**label**: value`` from raw texts, as one block."""
    return listed(f"- {fact(label, inline(value))}" for label, value in pairs)


def numbered(pairs: Pairs) -> Section:
    """The same as a numbered list."""
    return listed(f"{number}. {fact(label, inline(value))}" for number, (label, value) in enumerate(pairs, start=1))


def long_bullets(pairs: Pairs, target: Target) -> Section:
    """A list of ``**label**: value`` from raw labels and long texts, as one block."""
    return listed(long_entry("-", document_bold(label), text, target) for label, text in pairs)


def long_numbered(pairs: Pairs, target: Target) -> Section:
    """The same as a numbered list."""
    return listed(long_entry(f"{number}.", document_bold(label), text, target) for number, (label, text) in enumerate(pairs, start=1))


def long_entry(mark: str, before: str, text: str, target: Target) -> str:
    """An entry of a list: words, which are Markdown, a colon and a long text, which is raw."""
    words, more = document_opening(text, target, in_entry=True)
    return document_entry(mark, f"{before}: {words}".rstrip(), more)


def listed(items: Iterable[str]) -> Section:
    """List items as one block, with room between them where one has blocks of its own; nothing where there are none."""
    written = list(items)
    between = "\n\n" if any("\n" in item for item in written) else "\n"
    return [between.join(written)] if written else []
