"""A long text on one line, for a sentence or a cell that takes no more: every word of it, and what told its parts apart as marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from enhancement_roadmap.text.long.blocks import Block, CodeBlock, Heading, Listing, Paragraph, Quote, TextTable


class Piece(NamedTuple):
    """A part of the line.

    Attributes:
        text: words with inline markup, or code.
        before: a mark that stands right before them.
        behind: one that stands right behind them.
        is_code: whether they are as typed.
    """

    text: str
    before: str = ""
    behind: str = ""
    is_code: bool = False


def flattened(found: Iterable[Block], before: str = "", behind: str = "") -> Iterator[Piece]:
    """The parts of a text in their order, with a space between each and the next.

    Args:
        found: the blocks.
        before: what stands before the first of them.
        behind: what stands behind the last.
    """
    pieces = [piece for block in found for piece in _pieces(block)]
    for place, piece in enumerate(pieces):
        first, last = before if place == 0 else "", behind if place == len(pieces) - 1 else ""
        yield piece._replace(before=first + piece.before, behind=piece.behind + last)


def _pieces(block: Block) -> Iterator[Piece]:
    match block:
        case Paragraph(text):
            yield Piece(text)
        case Heading(text):
            yield Piece(text, behind="" if text.endswith((":", ".", "!", "?")) else ":")
        case CodeBlock(lines):
            yield from (Piece(line.strip(), is_code=True) for line in lines if line.strip())
        case Quote(inner):
            yield from flattened(inner, "“", "”")
        case Listing(items, start):
            for number, item in enumerate(items, 0 if start is None else start):
                box = "" if item.done is None else "✓ " if item.done else "○ "
                yield from flattened(item.blocks, box or ("• " if start is None else f"{number}. "))
        case TextTable(head, rows):
            for row in (head, *rows):
                cells = [cell for cell in row if cell]
                yield from (
                    Piece(cell, "• " if place == 0 else "", "," if place < len(cells) - 1 else "") for place, cell in enumerate(cells)
                )
