"""A long text as HTML: blocks where there is room for them, words on one line where there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from enhancement_roadmap.text.inline import Resolve, to_html
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


def long_html(text: str, resolve: Resolve | None = None, *, in_cell: bool = False) -> Markup:
    """A long text as what an element such as ``dd``, ``td`` or ``div`` may hold.

    Args:
        text: as typed.
        resolve: asked for the address of each relative link; without it, or where it answers None, the link's words
            stand there without a link.
        in_cell: whether it stands in a table, where a table in it becomes a list.

    Returns:
        Safe HTML. A single paragraph is inline, as any text is; all else is in a ``div`` of the class ``er-text``, without
        headings, images, and ids.
    """
    alone = only_paragraph(text)
    if alone is not None:
        return to_html(alone, resolve)
    writer = _BlockWriter(resolve, in_cell=in_cell)
    return Markup('<div class="er-text">\n{}\n</div>').format(writer.blocks(blocks(text)))


def long_html_lines(text: str, resolve: Resolve | None = None) -> Markup | None:
    """The blocks of a long text, for an element of the caller's own; None for a single paragraph."""
    return None if only_paragraph(text) is not None else _BlockWriter(resolve, in_cell=False).blocks(blocks(text))


def flat_html(text: str, resolve: Resolve | None = None) -> Markup:
    """A long text as inline HTML: all its words, on one line."""
    alone = only_paragraph(text)
    if alone is not None:
        return to_html(alone, resolve)
    return Markup(" ").join(
        Markup("<code>{}</code>").format(piece.text) if piece.is_code else piece.before + to_html(piece.text, resolve) + piece.behind
        for piece in flattened(blocks(text))
    )


class _BlockWriter:
    """Writes blocks, each on lines of its own."""

    def __init__(self, resolve: Resolve | None, *, in_cell: bool) -> None:
        self._resolve = resolve
        self._in_cell = in_cell

    def blocks(self, found: tuple[Block, ...]) -> Markup:
        return Markup("\n").join(map(self._block, found))

    def _block(self, block: Block) -> Markup:
        match block:
            case Quote(inner):
                return Markup("<blockquote>\n{}\n</blockquote>").format(self.blocks(inner))
            case Listing(items, start, tight):
                return self._listing(items, start, tight=tight)
            case TextTable():
                return self._rows_as_list(block) if self._in_cell else self._table(block)
        return self._without_others(block)

    def _without_others(self, block: Paragraph | Heading | CodeBlock | Rule) -> Markup:
        match block:
            case Paragraph(text):
                return Markup("<p>{}</p>").format(self._words(text))
            case Heading(text):
                return Markup('<p class="er-text-heading"><strong>{}</strong></p>').format(self._words(text))
            case CodeBlock(lines, language):
                known = Markup(' class="language-{}"').format(language) if language else ""
                return Markup("<pre><code{}>{}</code></pre>").format(known, _preformatted(lines))
        return Markup("<hr>")

    def _words(self, text: str) -> Markup:
        return to_html(text, self._resolve)

    def _listing(self, items: tuple[Item, ...], start: int | None, *, tight: bool) -> Markup:
        tag = "ul" if start is None else "ol"
        opening = tag if start in {None, 1} else Markup('{} start="{}"').format(tag, start)
        written = Markup("\n").join(self._item(item, tight=tight) for item in items)
        return Markup("<{}>\n{}\n</{}>").format(opening, written, tag)

    def _item(self, item: Item, *, tight: bool) -> Markup:
        written = Markup("\n").join(
            self._words(block.text) if tight and isinstance(block, Paragraph) else self._block(block) for block in item.blocks
        )
        if item.done is None:
            return Markup("<li>{}</li>").format(written)
        return (_DONE if item.done else _OPEN).format(written)

    def _table(self, table: TextTable) -> Markup:
        head = Markup(" ").join(self._head_cell(cell) for cell in table.head)
        rows = Markup("\n").join(Markup("<tr>{}</tr>").format(Markup(" ").join(map(self._cell, row))) for row in table.rows)
        body = Markup("\n<tbody>\n{}\n</tbody>").format(rows) if table.rows else ""
        return _TABLE.format(head, body)

    def _head_cell(self, cell: str) -> Markup:
        # A heading without words says nothing to those who do not see it.
        return Markup('<th scope="col">{}</th>').format(self._words(cell)) if cell else Markup("<td></td>")

    def _cell(self, cell: str) -> Markup:
        return Markup("<td>{}</td>").format(self._words(cell))

    def _rows_as_list(self, table: TextTable) -> Markup:
        rows = Markup("\n").join(Markup("<li>{}</li>").format(Markup("; ").join(self._labelled(table.head, row))) for row in table.rows)
        if not table.rows:
            return Markup("<p>{}</p>").format(Markup("; ").join(map(self._words, filter(None, table.head))))
        return Markup("<ul>\n{}\n</ul>").format(rows)

    def _labelled(self, head: tuple[str, ...], row: tuple[str, ...]) -> Iterator[Markup]:
        for label, cell in zip(head, row, strict=True):
            if label:
                yield Markup("{}: {}").format(self._words(label), self._words(cell) if cell else "–")
            elif cell:
                yield self._words(cell)


def _preformatted(lines: tuple[str, ...]) -> Markup:
    """Lines of code, in which an empty one is a reference: some readers of Markdown would take it for the end of the HTML."""
    return Markup(_EMPTY_LINE.sub(r"\1&#10;", str(escape("\n".join(lines)))))  # noqa: S704  (escaped, and a reference put in)


_EMPTY_LINE = re.compile(r"(?<=\n)([ \t]*)\n")
_DONE = Markup('<li class="er-task er-done"><span class="er-sign" role="img" aria-label="Done">✓</span> {}</li>')
_OPEN = Markup('<li class="er-task er-open"><span class="er-sign" role="img" aria-label="Open">○</span> {}</li>')
_TABLE = Markup(
    '<div class="er-scroll" role="group" tabindex="0" aria-label="Table">\n'
    '<table class="er-table er-text-table"><caption class="er-hidden">Table</caption>\n'
    "<thead><tr>{}</tr></thead>{}\n</table>\n</div>"
)
