"""A Markdown text as sections with blocks, each with the lines it was typed on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from enhancement_roadmap.records import dataclass

_BOX = re.compile(r"\[([ xX~/\-]?)\](?:[ \t]+|$)")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_CELL_ENDS = re.compile(r"(?<!\\)\|")
_DEEPEST = 100
_PARSER = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable(["inline", "reference"])


@dataclass(slots=True)
class ListEntry:
    """An entry of a list.

    Attributes:
        line: where it stands, counted from 1.
        text: the words of its first paragraph, on one line, without its box.
        source: all of it, as typed, without its mark and indentation.
        box: what stands in its box; None where it has none.
        items: the entries of lists in it.
        more: what else is in it, as typed.
    """

    line: int
    text: str
    source: str
    box: str | None = None
    items: list[ListEntry] = field(default_factory=list)
    more: list[str] = field(default_factory=list)

    def all(self) -> Iterator[ListEntry]:
        """It itself and all in it."""
        yield self
        for item in self.items:
            yield from item.all()


@dataclass(slots=True)
class PlanBlock:
    """A paragraph, a list, a table, a fence, or something else.

    Attributes:
        kind: the name of its token, such as ``paragraph``.
        line: where it stands.
        source: what was typed.
        items: the entries of a list.
        rows: the cells of a table, the head first.
        content: what stands in a fence.
    """

    kind: str
    line: int
    source: str
    items: list[ListEntry] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    content: str = ""


@dataclass(slots=True)
class PlanSection:
    """A heading and what stands below it.

    Attributes:
        level: 0 for the document itself.
        title: the words of the heading.
        line: where it stands.
        blocks: what stands directly below it.
        sections: the sections in it.
    """

    level: int
    title: str
    line: int
    blocks: list[PlanBlock] = field(default_factory=list)
    sections: list[PlanSection] = field(default_factory=list)

    def all(self) -> Iterator[PlanSection]:
        """It itself and all in it."""
        yield self
        for section in self.sections:
            yield from section.all()

    @property
    def boxes(self) -> int:
        """How many check boxes are in it."""
        entries = (item for part in self.all() for block in part.blocks for item in block.items)
        return sum(inner.box is not None for item in entries for inner in item.all())


def outline(text: str) -> PlanSection:
    """Take a text apart.

    Args:
        text: with line ends of one character.

    Returns:
        The document; front matter is a block of kind ``front_matter``.
    """
    root = PlanSection(0, "", 1)
    lines = text.split("\n")
    if matter := _FRONT_MATTER.match(text):
        taken = matter[0].rstrip("\n").count("\n") + 1
        root.blocks.append(PlanBlock("front_matter", 1, matter[0].rstrip("\n"), content=matter[1] or ""))
        lines[:taken] = [""] * taken
    tokens = _PARSER.parse("\n".join(lines))
    stack = [root]
    for group in _top_level(tokens):
        first = group[0]
        if first.type == "heading_open":
            section = PlanSection(int(first.tag[1]), " ".join(group[1].content.split()), _line(first))
            while stack[-1].level >= section.level:
                stack.pop()
            stack[-1].sections.append(section)
            stack.append(section)
        else:
            stack[-1].blocks.append(_block(group, lines))
    return root


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block that is in no other."""
    starts = [index for index, token in enumerate(tokens) if token.level == 0 and token.nesting >= 0]
    for start, end in pairwise([*starts, len(tokens)]):
        yield tokens[start:end]


def _block(tokens: Sequence[Token], lines: Sequence[str]) -> PlanBlock:
    first = tokens[0]
    start, end = first.map or (0, 0)
    block = PlanBlock(first.type.removesuffix("_open"), start + 1, "\n".join(lines[start:end]).rstrip())
    if first.type in {"bullet_list_open", "ordered_list_open"}:
        block.items = _items(tokens, lines)
    elif first.type == "table_open":
        block.rows = _rows(lines[start:end])
    elif first.type in {"fence", "code_block"}:
        block.content = first.content
    return block


def _items(tokens: Sequence[Token], lines: Sequence[str]) -> list[ListEntry]:
    """The entries of a list, with those of lists in them, however deep."""
    found: list[ListEntry] = []
    open_items: list[ListEntry] = []
    kept_until = 0
    for token in tokens:
        start, end = token.map or (0, 0)
        if token.type == "list_item_open":
            item = ListEntry(start + 1, "", "\n".join(lines[start:end]).rstrip())
            (open_items[-1].items if open_items else found).append(item)
            open_items.append(item)
        elif token.type == "list_item_close":
            open_items.pop()
        elif not open_items or token.nesting < 0 or start < kept_until or token.type.endswith("list_open"):
            continue
        elif token.type == "inline" and start + 1 >= open_items[-1].line:
            _add_paragraph(open_items[-1], token.content)
        elif token.type != "paragraph_open":
            open_items[-1].more.append(_dedented(lines[start:end]))
            kept_until = end
    return found


def _add_paragraph(item: ListEntry, content: str) -> None:
    words = " ".join(content.split())
    if not item.text and not item.more and item.box is None:
        box = _BOX.match(words)
        item.box = box[1] if box else None
        item.text = words[box.end() :] if box else words
    elif not item.text:
        item.text = words
    else:
        item.more.append(content)


def _dedented(lines: Sequence[str]) -> str:
    depth = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[depth:] for line in lines).rstrip()


def _rows(lines: Sequence[str]) -> list[list[str]]:
    return [_cells(line) for number, line in enumerate(lines) if number != 1]


def _cells(line: str) -> list[str]:
    cells = [cell.replace("\\|", "|").strip() for cell in _CELL_ENDS.split(line.strip())]
    return cells[(not cells[0]) : len(cells) - (len(cells) > 1 and not cells[-1])]


def _line(token: Token) -> int:
    return (token.map or [0])[0] + 1
