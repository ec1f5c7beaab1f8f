"""The HTML of a view as text for a terminal, so that each view has this form for nothing."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeGuard

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from enhancement_roadmap.cli.terminal.html_tree import Element, parse_html
from enhancement_roadmap.cli.terminal.quoted import Quoted
from enhancement_roadmap.cli.terminal.tables import Cell, table_of
from enhancement_roadmap.sentences import visible

_GAP = "   "
"""What stands between the columns of a table."""
_BROKEN_WORD = 12
"""Columns a word may be broken to before a table counts as too wide."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_STYLES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "code": "cyan", "a": "underline", "th": "bold", "summary": "dim"}
_LEFT_OUT = frozenset({"progress", "script", "style", "svg", "template"})
_OF_A_PICTURE = "er-picture"
"""What says something of a picture alone: no terminal shows that."""
_BLOCKS = frozenset(
    {"p", "div", "section", "nav", "details", "summary", "ul", "ol", "dl", "table", "pre", "figure", "article", "blockquote", "hr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def terminal_text(html: str) -> str:
    """Lay out a fragment of HTML.

    Args:
        html: finished HTML of a view.

    Returns:
        Lines for the width of the terminal (of ``COLUMNS``, or 80, where there is none), without styles where standard
        output is no terminal. Control characters are written out, so that data can not steer the terminal.
    """
    is_terminal = sys.stdout.isatty()
    console = Console(file=io.StringIO(), width=_width(), force_terminal=is_terminal, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        for block in _blocks(parse_html(html)):
            console.print(block)
    lines = capture.get().lstrip("\n").split("\n")[:-1]
    return "\n".join(lines if is_terminal else [line.rstrip() for line in lines])


def _width() -> int:
    return shutil.get_terminal_size().columns


def _blocks(element: Element) -> list[RenderableType]:
    """What an element shows, from top to bottom."""
    found: list[RenderableType] = []
    line = Text()
    for child in element.children:
        if _is_block(child):
            _end_line(line, found)
            line = Text()
            found += _block(child)
        else:
            _add(line, child, "")
    _end_line(line, found)
    return found


def _is_block(child: str | Element) -> TypeGuard[Element]:
    return isinstance(child, Element) and (child.tag in _BLOCKS or child.tag in _HEADINGS)


def _end_line(line: Text, found: list[RenderableType]) -> None:
    lines = [part for part in line.split("\n", allow_blank=True) if part.plain.strip()]
    for part in lines:
        part.rstrip()
    found += lines


def _block(element: Element) -> list[RenderableType]:
    if element.tag in _HEADINGS:
        return [Text("")] + [_styled(block, "bold") for block in _blocks(element)]
    looks = element.attributes.get("class", "").split()
    if _OF_A_PICTURE in looks:
        return []
    if "er-text" in looks:
        return _long_text(element)
    return _BLOCK_FORMS.get(element.tag, _blocks)(element)


def _long_text(element: Element) -> list[RenderableType]:
    """The blocks of a long text, or of an entry of a list in it, with an empty line between those that are paragraphs."""
    parts: list[list[RenderableType]] = []
    for is_block, children in groupby(element.children, _is_block):
        run = list(children)
        parts += map(_block_of_text, run) if is_block else [_blocks(Element("", {}, run))]
    filled = [part for part in parts if part]
    has_room = element.tag != "li" or any(element.elements("p"))
    return [block for place, part in enumerate(filled) for block in ([Text(""), *part] if place and has_room else part)]


def _block_of_text(block: str | Element) -> list[RenderableType]:
    match block:
        case Element("ul" | "ol"):
            return _list(block, _long_text)
        case Element("blockquote"):
            return [Quoted(Group(*_long_text(block)))]
        case Element():
            return _block(block)
    return []


def _styled(block: RenderableType, style: str) -> RenderableType:
    if isinstance(block, Text):
        block.stylize(style)
    return block


def _list(element: Element, inner: Callable[[Element], list[RenderableType]] = _blocks) -> list[RenderableType]:
    grid = _grid()
    said = element.attributes.get("start", "")
    for number, item in enumerate(element.elements("li"), start=int(said) if said.isdecimal() else 1):
        has_sign = any(child.attributes.get("class") == "er-sign" for child in item.elements("span"))
        bullet = "" if has_sign else f"{number}." if element.tag == "ol" else "•"
        grid.add_row(bullet, Group(*inner(item)))
    return [grid] if grid.row_count else []


def _grid() -> Table:
    """Two columns: a name or a bullet, and what belongs to it."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(max_width=24)
    grid.add_column(overflow="fold")
    return grid


def _facts(element: Element) -> list[RenderableType]:
    grid = _grid()
    for term, described in _pairs(element):
        name = (_styled(block, "bold") for block in _blocks(term))
        grid.add_row(Group(*name), Group(*(block for one in described for block in _blocks(one))))
    return [grid] if grid.row_count else []


def _pairs(element: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Terms with their descriptions, whether or not a ``div`` holds each pair."""
    flat = [
        inner for child in element.elements("div", "dt", "dd") for inner in ([child] if child.tag != "div" else child.elements("dt", "dd"))
    ]
    term: Element | None = None
    described: list[Element] = []
    for one in [*flat, Element("dt")]:
        if one.tag == "dd":
            described.append(one)
            continue
        if term is not None:
            yield term, described
        term, described = one, []


def _table(element: Element) -> list[RenderableType]:
    named = [caption for caption in element.elements("caption") if caption.attributes.get("class") != "er-hidden"]
    captions = [_styled(block, "bold") for caption in named for block in _blocks(caption)]
    grid = table_of(element)
    words = [
        max((_longest_word(cell) for cell in column), default=0)
        for column in zip(*([grid.head] if grid.head else []), *grid.rows, strict=True)
    ]
    room = _width() - len(_GAP) * grid.columns
    if sum(min(width, _BROKEN_WORD) for width in words) > room:
        return [*captions, *(block for row in grid.rows for block in _record(grid.head, row))]
    shown = Table(box=box.SIMPLE_HEAD if grid.head else box.SIMPLE, show_header=bool(grid.head), show_edge=False)
    for index in range(grid.columns):
        heading = Group(*_cell(grid.head[index])) if grid.head else ""
        shown.add_column(heading, overflow="fold", min_width=words[index] if words and sum(words) <= room else None)
    for row in grid.rows:
        shown.add_row(*(Group(*_cell(cell)) for cell in row))
    return [*captions, shown]


def _record(head: list[Cell], row: list[Cell]) -> list[RenderableType]:
    """A row as lines, where the terminal is too narrow for the table."""
    grid = _grid()
    for name, cell in zip(head, row, strict=True):
        if content := _cell(cell):
            grid.add_row(Group(*(_styled(block, "bold") for block in _cell(name[-1:]))), Group(*content))
    return [Text(""), grid]


def _cell(parts: Cell) -> list[RenderableType]:
    return [block for part in parts for block in _blocks(part)]


def _longest_word(cell: Cell) -> int:
    return max((cell_len(word) for part in cell for word in " ".join(_raw(part)).split()), default=0)


def _preformatted(element: Element) -> list[RenderableType]:
    text = "".join(_raw(element)).strip("\n")
    return [Padding(Text("\n".join(visible(line) for line in text.split("\n"))), (0, 0, 0, 2))]


def _raw(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _raw(child)


_BLOCK_FORMS: dict[str, Callable[[Element], list[RenderableType]]] = {
    "ul": _list,
    "ol": _list,
    "dl": _facts,
    "table": _table,
    "pre": _preformatted,
    "hr": lambda _: [Text("─" * 8)],
}


def _add(line: Text, part: str | Element, style: str) -> None:
    """Append words to a line; white space counts once."""
    if isinstance(part, str):
        words = _SPACE.sub(" ", part)
        line.append(visible(words.lstrip() if not line.plain or line.plain.endswith((" ", "\n")) else words), style or None)
    elif part.tag == "br":
        line.append("\n")
    elif part.tag not in _LEFT_OUT:
        is_note = line.plain and part.attributes.get("class") == "er-note"
        for child in ["(", *part.children, ")"] if is_note else part.children:
            _add(line, child, f"{style} {_STYLES.get(part.tag, '')}".strip())
