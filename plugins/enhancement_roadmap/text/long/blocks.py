"""The blocks of a long text: paragraphs, lists, tables, quotes, code, as data that every form of the text is written from.

markdown-it-py's block rules are the parser, all but those for HTML and for definitions of links, which show as typed. No word
is lost: what a rule would drop (cells beyond the head of a table, what stands behind the language of code, the numbers of a list
that do not count up, whatever is nested too deeply) stays among the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count

from markdown_it.token import Token

from enhancement_roadmap.records import dataclass
from enhancement_roadmap.text.long.parser import PARSER

_TASK = re.compile(r"\[([ xX])\]\s+(?=\S)")
_KNOWN = """
bash bat batch c c# c++ clojure cmake console cpp cs csharp css csv dart diff docker dockerfile elixir erlang fish go graphql
groovy haskell hcl html http ini java javascript js json json5 jsonc jsx julia kotlin latex less log lua make makefile markdown
md nginx nix objectivec ocaml perl php plaintext powershell properties protobuf ps1 py pycon python r rego rst ruby rust sass
scala scss sh shell solidity sql svg swift terraform text toml ts tsx txt typescript vb vim vue xml yaml yml zig
"""
_LANGUAGES = frozenset(_KNOWN.split())
"""Languages that a reader's program may colour the words of code for. Any other word stays among the words: of ``mermaid``, ``math``
or ``roadmap`` some programs would make something else than code."""

_ESCAPED = re.compile(
    r"^([ ]{0,3})\\(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-{3,}[ \t]*$|=+[ \t]*$|~{3}|\|)|^([ ]{0,3}\d{1,9})\\(?=[.)](?:\s|$))", re.MULTILINE
)
"""A backslash at the start of a line that keeps it from beginning a block; the inline markup knows those before its own marks."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words with inline markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading among the words; it has no level, for it is none of the page."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines as typed.

    Attributes:
        lines: without their ends.
        language: that of the code; empty where none is known.
    """

    lines: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else has said."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list.

    Attributes:
        blocks: what is in it; none where it is empty.
        done: whether its box is ticked; None where it has none.
    """

    blocks: tuple[Block, ...]
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list.

    Attributes:
        items: its entries.
        start: number of the first one; None where they have none.
        tight: whether there is no room between them.
    """

    items: tuple[Item, ...]
    start: int | None = None
    tight: bool = True


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table.

    Attributes:
        head: a text for each column.
        rows: as many texts each.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between what comes before and what comes after."""


Block = Paragraph | Heading | CodeBlock | Quote | Listing | TextTable | Rule


@lru_cache(maxsize=2048)
def blocks(text: str) -> tuple[Block, ...]:
    """A long text as blocks.

    What stands on one line is a paragraph, whatever it begins with: ``> 5 incidents a year`` is no quote, and ``2. Quarter`` no
    list. So is a text without any words.
    """
    if "\n" not in text and "\r" not in text:
        return (Paragraph(text),)
    found = _TokenReader(PARSER.parse(text)).blocks()
    if not any(map(_has_words, found)):
        return (Paragraph(text),)
    # A paragraph alone keeps the white space at the ends of its lines: it is what it was as a text of one line.
    return (Paragraph(_unescaped(text)),) if len(found) == 1 and isinstance(found[0], Paragraph) else found


def only_paragraph(text: str) -> str | None:
    """The words of a long text that is one paragraph, and so fits wherever a text of one line does; None for any other."""
    found = blocks(text)
    return found[0].text if len(found) == 1 and isinstance(found[0], Paragraph) else None


def parts(text: str) -> list[str]:
    """A long text in the parts that its author sees, as typed: what blank lines keep apart, where they end a block."""
    if "\n" not in text and "\r" not in text:
        return [text]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [token.map[0] for token in PARSER.parse(text) if token.level == 0 and token.map and token.nesting >= 0]
    kept = [start for start in starts if start and not lines[start - 1].strip()]
    ends = [*kept, len(lines)]
    found = ("\n".join(lines[start:end]).strip("\n").rstrip() for start, end in zip([0, *kept], ends, strict=True))
    return [part for part in found if part.strip()]


def _has_words(block: Block) -> bool:
    match block:
        case Paragraph(text) | Heading(text):
            return bool(text)
        case CodeBlock(lines):
            return any(map(str.strip, lines))
        case Quote(inner):
            return any(map(_has_words, inner))
        case Listing(items):
            return any(_has_words(inner) for item in items for inner in item.blocks)
        case TextTable(head, rows):
            return any(cell for row in (head, *rows) for cell in row)
    return False


def _is_empty(block: Block) -> bool:
    """Whether a mark stands around nothing."""
    return isinstance(block, Heading | CodeBlock | Quote) and not _has_words(block)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or found[2] or "", text)


class _TokenReader:
    """Goes through the parser's tokens once, from the first to the last."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = iter(tokens)

    def blocks(self, end: str = "") -> tuple[Block, ...]:
        """The blocks up to a token that ends what they stand in."""
        return tuple(block for token in self._up_to(end) for block in self._block(token) if not _is_empty(block))

    def _up_to(self, end: str) -> Iterator[Token]:
        for token in self._tokens:
            if token.type == end:
                return
            yield token

    def _block(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "paragraph_open":
                yield Paragraph(_unescaped(self._words("paragraph_close")))
            case "heading_open":
                yield Heading(self._words("heading_close"))
            case "fence" | "code_block":
                yield _code(token)
            case "blockquote_open":
                yield Quote(self.blocks("blockquote_close"))
            case "bullet_list_open":
                yield self._bullets()
            case "ordered_list_open":
                yield self._numbered()
            case "table_open":
                yield self._table()
            case "hr":
                yield Rule()

    def _words(self, end: str) -> str:
        return "".join(token.content for token in self._up_to(end))

    def _bullets(self) -> Listing:
        items = tuple(_with_box(self.blocks("list_item_close")) for _ in self._up_to("bullet_list_close"))
        return Listing(items, tight=_is_tight(items))

    def _numbered(self) -> Listing:
        found = [(opened, self.blocks("list_item_close")) for opened in self._up_to("ordered_list_close")]
        numbers = [int(opened.info) for opened, _ in found]
        if len({*numbers}) == 1 or all(number == place for number, place in zip(numbers, count(numbers[0]), strict=False)):
            items = tuple(_with_box(inner) for _, inner in found)
            return Listing(items, numbers[0], _is_tight(items))
        told = tuple(Item(_told(f"{opened.info}{opened.markup}", inner)) for opened, inner in found)
        return Listing(told, tight=_is_tight(told))

    def _table(self) -> TextTable:
        rows: list[list[str]] = []
        for token in self._up_to("table_close"):
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token.content)
        head, *body = map(tuple, rows)
        return TextTable(head, tuple(body))


def _code(token: Token) -> CodeBlock:
    lines = tuple(token.content.removesuffix("\n").split("\n"))
    said = token.info.strip()
    return CodeBlock(lines, said) if not said or said in _LANGUAGES else CodeBlock((said, *lines))


def _is_tight(items: Sequence[Item]) -> bool:
    """Whether no entry has more than one paragraph, which would run into each other without room."""
    return all(sum(isinstance(block, Paragraph) for block in item.blocks) <= 1 for item in items)


def _with_box(inner: tuple[Block, ...]) -> Item:
    if inner and isinstance(inner[0], Paragraph) and (box := _TASK.match(inner[0].text)):
        return Item((replace(inner[0], text=inner[0].text[box.end() :]), *inner[1:]), done=box[1] != " ")
    return Item(inner)


def _told(number: str, inner: tuple[Block, ...]) -> tuple[Block, ...]:
    """An entry with its number among its words."""
    if inner and isinstance(inner[0], Paragraph):
        return (Paragraph(f"{number} {inner[0].text}"), *inner[1:])
    return (Paragraph(number), *inner)
