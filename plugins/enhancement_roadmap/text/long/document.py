"""A long text inside the document: Markdown that nests under a list or a heading, and that any renderer may show.

Its words are written as those of any text (`text.document`). Only one way to write each block is used, the one that all
renderers understand alike:

- What belongs to an entry of a list is indented by four columns, which Python-Markdown needs, and the words of the entry stand
  as far in, so that code in it has no column too many for CommonMark.
- Code is fenced where it stands at the start of a line. In a list or a quote some renderers know no fence: there it is indented.
- A heading is a line of bold words: it must not be one of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from enhancement_roadmap.sentences import WORD_JOINER, readable
from enhancement_roadmap.text.document import Target, apart, document_bold, document_plain, document_text, fenced, one_line
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

_INDENT = 4
"""Columns."""


def document_blocks(text: str, target: Target | None = None) -> list[str]:
    """A long text for the document, as Markdown blocks without blank lines around them.

    Args:
        text: as typed.
        target: asked for the target of each link; without it they stay as typed.
    """
    return _Blocks(target).written(blocks(text))


def document_opening(text: str, target: Target | None = None, *, in_entry: bool = False) -> tuple[str, list[str]]:
    """A long text for the document, to go on after other words, such as its label.

    Args:
        text: as typed.
        target: asked for the target of each link; without it they stay as typed.
        in_entry: whether the words before it are in an entry of a list.

    Returns:
        The words that may stand on the same line, those of a first paragraph, and the blocks that come after the line.
    """
    first, *rest = blocks(text)
    writer = _Blocks(target, is_nested=in_entry)
    if isinstance(first, Paragraph):
        return document_text(first.text, starts_block=False, target=target), writer.written(rest)
    return "", writer.written([first, *rest])


def document_entry(mark: str, words: str, more: Sequence[str]) -> str:
    """An entry of a list.

    Args:
        mark: ``-`` or ``1.``.
        words: what stands on its first line, as Markdown; not empty.
        more: blocks that belong to it, as `document_opening` gives them for an entry.
    """
    begun = f"{mark} " if not more else f"{mark} ".ljust(_INDENT)
    return "\n\n".join([f"{begun}{words}", *(_indented(block, len(begun)) for block in more)])


def typed_lines(label: str, text: str, indent: str = "  ") -> Iterator[str]:
    """A label and a long text as lines of a fenced block, which shows it as typed.

    Args:
        label: what stands before it, on the same line where it is a single paragraph.
        text: as typed.
        indent: what stands before each line of any other text.
    """
    if only_paragraph(text) is not None:
        yield f"{label}: {one_line(text)}"
        return
    yield f"{label}:"
    yield from (f"{indent}{readable(line)}".rstrip() for line in text.splitlines())


class _Blocks:
    """Writes blocks.

    Args:
        target: gives the targets of links.
        is_nested: whether they stand in a list or a quote.
    """

    def __init__(self, target: Target | None, *, is_nested: bool = False) -> None:
        self._target = target
        self._is_nested = is_nested

    def written(self, found: Sequence[Block]) -> list[str]:
        """Each block, and what keeps apart two that would become one."""
        if not found:
            return []
        written = [self._block(found[0])]
        for before, block in pairwise(found):
            if self._is_nested and isinstance(before, Listing) and isinstance(block, CodeBlock):
                written.append(WORD_JOINER)  # as far in as it is, the code would belong to the last entry
            written.append(self._block(block))
        return [block for block in written if block]

    def _block(self, block: Block) -> str:
        match block:
            case Quote(inner):
                return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(self._inside(inner)).split("\n"))
            case Listing(items, start):
                return self._listing(items, start)
            case TextTable(head, rows):
                return "\n".join([self._row(head), _row(["---"] * len(head)), *map(self._row, rows)])
        return self._without_others(block)

    def _without_others(self, block: Paragraph | Heading | CodeBlock | Rule) -> str:
        match block:
            case Paragraph(text):
                return document_text(text, target=self._target)
            case Heading(text):
                return document_bold(text)
            case CodeBlock(lines, language):
                return self._code([readable(line) for line in lines], language)
        return "***"

    def _inside(self, inner: Sequence[Block]) -> list[str]:
        return _Blocks(self._target, is_nested=True).written(inner)

    def _code(self, lines: list[str], language: str) -> str:
        return _indented("\n".join(map(apart, lines)), _INDENT) if self._is_nested else fenced(lines, language)

    def _listing(self, items: Sequence[Item], start: int | None) -> str:
        marks = ["-" if start is None else f"{start + place}." for place in range(len(items))]
        if all(map(_is_plain, items)):
            return "\n".join(self._plain_item(mark, item) for mark, item in zip(marks, items, strict=True))
        return "\n\n".join(self._item(mark, item) for mark, item in zip(marks, items, strict=True))

    def _plain_item(self, mark: str, item: Item) -> str:
        first, *lists = item.blocks
        words = document_text(first.text, target=self._target) if isinstance(first, Paragraph) else ""
        return "\n".join([f"{mark} {_box(item)}{words}", *(_indented(block, _INDENT) for block in self._inside(lists))])

    def _item(self, mark: str, item: Item) -> str:
        if item.blocks and isinstance(item.blocks[0], Paragraph):
            words = _box(item) + document_text(item.blocks[0].text, target=self._target)
            return document_entry(mark, words, self._inside(item.blocks[1:]))
        return document_entry(mark, _box(item) + WORD_JOINER, self._inside(item.blocks))

    def _row(self, cells: Sequence[str]) -> str:
        return _row([self._cell(cell) for cell in cells])

    def _cell(self, text: str) -> str:
        written = document_text(text, starts_block=False, target=self._target)
        return document_plain(text) if "|" in written else written  # renderers differ over one in code


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_plain(item: Item) -> bool:
    """Whether an entry is words on a line, with no more than such lists below it."""
    first, *rest = item.blocks or [None]
    return isinstance(first, Paragraph) and all(isinstance(block, Listing) and all(map(_is_plain, block.items)) for block in rest)


def _box(item: Item) -> str:
    return "" if item.done is None else "[x] " if item.done else "[ ] "


def _indented(block: str, columns: int) -> str:
    return "\n".join(f"{' ' * columns}{line}".rstrip() for line in block.split("\n"))
