"""Words from the data inside the document: Markdown that people read as it is, and that a code host renders.

A text's inline markup (`text.inline`) stays; whatever else a code host might see in it is escaped, and only where it
would, so that the document reads like one written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from enhancement_roadmap.text.inline import plain, tokens

_CODE_HOST = MarkdownIt("commonmark")
_TICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=\s))(?=#+$)")
_MARKUP = re.compile(r"[\\`*_<&\[\]!~$#]")

_RISKY = re.compile(
    r"\\(?![^\W_]|\s)"  # an escape, or the end of a line
    r"|`"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?]|\Z)"
    r"|&(?=#?\w+;)"
    r"|(?<=\])[(\[]"  # a link that the inline markup does not know
    r"|!(?=\[)"
    r"|(?<!\s)~"  # the end of what GitHub strikes through, or a fence
    r"|(?<!\s)\$(?!\w)"  # the end of what GitHub takes for a formula
)
_BRACKETS = re.compile(r"(?<!\\)[\[\]]")
_BLOCK = re.compile(r"#{1,6}(?=\s|$)|>|[+-](?=\s|$)|-(?=-)|=+(?=\s*$)|\[(?=[ xX]\](?:\s|$))")
_NUMBERED = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")


def one_line(text: str) -> str:
    """A text as typed, on one line."""
    return " ".join(filter(None, map(str.strip, text.replace("\r", "\n").split("\n"))))


def document_text(text: str, *, starts_block: bool = True) -> str:
    """A text for the document, on one line.

    Its emphasis, code and links stay. HTML, character references, images, formulas and strike-through are escaped.

    Args:
        text: as typed.
        starts_block: whether it stands at the start of a line or a list item, where a heading, a quote, a list or a link
            definition would begin; False where it follows other words.
    """
    line = one_line(text)
    if _MARKUP.search(line) is None:
        return _without_block(line) if starts_block else line
    parts = tokens(line)
    written = "".join(_written(parts))
    if _meaning(_CODE_HOST.parseInline(written)[0].children or []) != _meaning(parts):
        written = _escaped(plain(line))  # marks so crowded that an escape among them changes their pairs
    written = _CLOSING_HASHES.sub(r"\\", written)
    if starts_block and parts[0].content.startswith("[") and parts[0].type == "text" and "]:" in written:
        return f"\\{written}"
    return _without_block(written) if starts_block else written


def document_bold(text: str) -> str:
    """A text for the document as bold words, without markup of its own, whose marks might pair with the bold ones."""
    line = one_line(text)
    words = plain(line).strip() or line  # a link without words has none
    return f"**{_escaped(words)}**"


def fenced(lines: Sequence[str], info: str = "") -> str:
    """Lines as a fenced block, with a fence longer than any run of backticks in them."""
    longest = max((len(run) for line in lines for run in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{info}", *lines, fence])


def _escaped(words: str) -> str:
    """Words that a code host shows as they are."""
    return _RISKY.sub(r"\\\g<0>", words)


def _meaning(parts: Sequence[Token]) -> list[tuple[str, str]]:
    """What a reader sees: words, and what is done to them."""
    meaning = [("text", "")]
    for token in parts:
        kind = "text" if token.type == "text_special" else token.type
        words = str(token.attrGet("href")) if kind == "link_open" else token.content
        if kind == meaning[-1][0] == "text":
            meaning[-1] = (kind, meaning[-1][1] + words)
        elif words or kind != "text":
            meaning.append((kind, words))
    return meaning


def _without_block(line: str) -> str:
    if _BLOCK.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\", line, count=1) if _NUMBERED.match(line) else line


def _written(parts: Sequence[Token]) -> Iterator[str]:
    links: list[str] = []
    for token in parts:
        if token.type == "text":
            text = _escaped(token.content)
            yield _BRACKETS.sub(r"\\\g<0>", text) if links else text
        elif token.type == "code_inline":
            yield _code(token)
        elif token.type == "link_open":
            links.append(_target(str(token.attrGet("href"))))
            yield "["
        elif token.type == "link_close":
            yield f"]({links.pop()})"
        else:
            yield token.markup


def _code(token: Token) -> str:
    content = token.content
    padded = content.startswith(("`", " ")) or content.endswith(("`", " "))
    return f"{token.markup} {content} {token.markup}" if padded and content.strip() else f"{token.markup}{content}{token.markup}"


def _target(href: str) -> str:
    href = _ENTITY.sub("&amp;", href)
    return f"<{href}>" if "(" in href or ")" in href else href
