"""A long text as plain text, for calendars, feeds, terminals and everything else that knows no markup."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.text.inline import plain
from enhancement_roadmap.text.long.blocks import (
    Block,
    CodeBlock,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Rule,
    TextTable,
    blocks,
    only_paragraph,
)
from enhancement_roadmap.text.long.flat import flattened


def flat(text: str) -> str:
    """A long text without its markup, as part of a sentence: all its words, on one line but for the line ends of a single paragraph."""
    alone = only_paragraph(text)
    if alone is not None:
        return plain(alone)
    return " ".join(
        f"{piece.before}{piece.text if piece.is_code else ' '.join(plain(piece.text).split())}{piece.behind}"
        for piece in flattened(blocks(text))
    )


def plain_lines(text: str) -> list[str]:
    """A long text without its markup, as lines: a blank one between paragraphs, a bullet or a number before each entry of a list."""
    return [line for place, block in enumerate(blocks(text)) for line in [*([""] if place else []), *_lines(block)]]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text) | Heading(text):
            yield from (line.strip() for line in plain(text).splitlines())
        case CodeBlock(lines):
            yield from (f"    {line}" if line.strip() else "" for line in lines)
        case Quote(inner):
            yield from (f"> {line}".rstrip() for line in _of_all(inner, tight=False))
        case Listing(items, start, tight):
            for place, item in enumerate(items):
                yield from [""] if place and not tight else []
                yield from _item(item, "- " if start is None else f"{start + place}. ", tight=tight)
        case TextTable(head, rows):
            yield from (" | ".join(map(plain, row)) for row in (head, *rows))
        case Rule():
            yield "---"


def _item(item: Item, mark: str, *, tight: bool) -> Iterator[str]:
    box = "" if item.done is None else "[x] " if item.done else "[ ] "
    lines = list(_of_all(item.blocks, tight=tight)) or [""]
    yield f"{mark}{box}{lines[0]}".rstrip()
    yield from (f"{' ' * len(mark)}{line}".rstrip() for line in lines[1:])


def _of_all(found: tuple[Block, ...], *, tight: bool) -> Iterator[str]:
    for place, block in enumerate(found):
        yield from [""] if place and not (tight and isinstance(block, Listing)) else []
        yield from _lines(block)
