"""Words from the data inside the document: Markdown that people read as it is, and that any renderer may show.

A text's inline markup (`text.inline`) stays. Whatever else a renderer might see in it becomes a character reference, and
only where it would, so that the document reads like one written by hand. References, not backslashes: CommonMark takes
a backslash before any mark, Python-Markdown only before some, and neither looks into a reference.

A reference is not read inside a fenced block. There an invisible word joiner keeps apart what might be more than text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from enhancement_roadmap.sentences import WORD_JOINER, readable
from enhancement_roadmap.text.inline import plain, tokens

Target = Callable[[str], str]
"""Gives the target of a link as the document needs it."""

_CODE_HOST = MarkdownIt("commonmark")
_LINE_ENDS = re.compile("[\n\r\v\f\x85\u2028\u2029]+")
_TICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MARKUP = re.compile(r"[^\w\s,.;()'\"/?@-]")
"""Some mark that one renderer or another has a use for in the middle of a line."""

_RISKY = re.compile(
    r"\\(?![^\W_]|\s)"  # an escape, or the end of a line
    r"|`"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?]|\Z)|(?<=8)<(?=-)"  # a tag; a file to include
    r"|&(?=#?\w+;)"
    r"|(?<=\])\s?[(\[:]"  # a link or a definition that the inline markup does not know
    r"|\[(?=[\[^=%@])|\[(?=(?:TOC|x)\])"  # a wiki link, a footnote, a progress bar, a table of contents, a box that is ticked
    r"|!(?=\[)"
    r"|(?<!\s)~|~(?=~)"  # the end of what is struck through, or a fence
    r"|(?<=[^ ])\$"  # the end of a formula
    r"|(?<!\bhttp)(?<!\bhttps):(?=//)"  # an address of a kind that no link of the data may have
    r"|%(?=%)"  # what a notebook hides
    r"|[{}^|]"  # attributes, templates, edits, raised words, cells
    r"|(?<==)=|=(?==)"
    r"|\+(?=\+)|(?<=\+)\+"
    r"|:(?=[\w+-]+:)|:(?=(?!\d\d\Z)[\w+-]+\Z)",  # an emoji, also where a colon follows
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[\[\]]")
_IN_BRACKETS = re.compile(r"\A(?:[xX]\Z|[=%@])")
"""At the start of a link's words, it looks like a box that is ticked, a progress bar or a citation."""
_TRAILING_HASHES = re.compile(r"#+\s*\Z")
_BLOCK = re.compile(
    r"#|>|[+*_-](?=\s|$)|-#\s|=+(?=\s*$)|[:~](?=\s)"
    r"|([-_=!?/:+@%])(?=\1)"  # a rule, an admonition, a tab, a block of an extension
    r"|\[(?=.*\]:)"
)
_BOX = re.compile(r"\A(?:\[|&#91;)((?:&#?\w+;|[^\]])?\])(?=\s|\Z)")
"""The box of a task, or of anything else: some renderers look for it in what they have read, references included."""
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_BESIDE_CODE = re.compile(r"[\s(\"'‘“\[*_-]\Z|\A\Z"), re.compile(r"\A[\s)\"'’”\],.;:?!*_-]|\A\Z")
"""What may stand before and after code."""
_ADDRESS = re.compile(r"://|www\.", re.IGNORECASE)
"""What makes a bare address of all that follows up to a space: it would swallow the first mark of code, which then is none."""

_APART = re.compile(
    r"<(?=[A-Za-z/!?])|(?<=8)<(?=-)"
    r"|\](?=\s?[(\[:])"
    r"|\{(?=[{%#:+=~>-])|(?<=[^{}\s])\}(?=\s*$)"
    r"|&(?=#?\w+;)",
    re.MULTILINE,
)
"""Inside a fenced block: tags, files to include, links, templates, attributes, references."""


def one_line(text: str) -> str:
    """A text as typed, on one line; what nobody sees in it, or turns the direction of writing, is written out."""
    return readable(" ".join(filter(None, map(str.strip, _LINE_ENDS.split(text)))))


def document_text(text: str, *, starts_block: bool = True, target: Target | None = None) -> str:
    """A text for the document, on one line.

    Its emphasis, code and links stay. HTML, references, images, formulas, strike-through and what extensions of
    Python-Markdown look for show as typed.

    Args:
        text: as typed.
        starts_block: whether it stands at the start of a line or a list item, where a heading, a quote, a list or a link
            definition would begin; False where it follows other words.
        target: asked for the target of each link; without it they stay as typed.
    """
    line = one_line(text)
    if _MARKUP.search(line) is None:
        return _without_block(line) if starts_block else line
    parts = tokens(line) if target is None else _retargeted(tokens(line), target)
    written = "".join(_written(parts))
    if not _stands_apart(parts) or _meaning(_CODE_HOST.parseInline(written)[0].children or []) != _meaning(parts):
        written = _escaped(_words(line))  # marks so crowded that renderers would pair them otherwise
    return _without_block(written) if starts_block else _TRAILING_HASHES.sub(_references, written)


def document_bold(text: str) -> str:
    """A text for the document as bold words, without markup of its own, whose marks might pair with the bold ones."""
    return f"**{_escaped(_words(one_line(text)), follows=True)}**"


def document_plain(text: str) -> str:
    """A text for the document without markup of its own, to stand after other words."""
    return _escaped(_words(one_line(text)), follows=True)


def fenced(lines: Sequence[str], info: str = "") -> str:
    """Lines as a fenced block, with a fence longer than any run of backticks in them."""
    longest = max((len(run) for line in lines for run in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{info}", *map(apart, lines), fence])


def apart(line: str) -> str:
    """A line of code in which nothing can be more than text, even where a renderer does not know that it is code."""
    return _APART.sub(rf"\g<0>{WORD_JOINER}", line)


def _retargeted(parts: Sequence[Token], target: Target) -> Sequence[Token]:
    """The same tokens with other targets of links."""
    return [
        token.copy(attrs={**token.attrs, "href": target(str(token.attrGet("href")))}) if token.type == "link_open" else token
        for token in parts
    ]


def _words(line: str) -> str:
    """The words of a line without their markup, and without the room that code may have had at its ends."""
    return plain(line).strip() or line  # a link without words has none


def _escaped(words: str, *, follows: bool = False) -> str:
    """Words that every renderer shows as they are.

    Args:
        words: without markup.
        follows: whether a mark stands right before them, so that their first one may end what began earlier in the line.
    """
    before = "(" if follows else ""
    return _RISKY.sub(_references, before + words)[len(before) :]


def _references(marks: re.Match[str]) -> str:
    return "".join(_NAMED.get(mark) or (f"&#{ord(mark)};" if not mark.isspace() else mark) for mark in marks[0])


_NAMED = {"<": "&lt;", "&": "&amp;"}


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


def _stands_apart(parts: Sequence[Token]) -> bool:
    """Whether all code has room around it, and no bare address reaches up to it."""
    before, after = _BESIDE_CODE
    words = [token.content or token.markup for token in parts]
    line, start, in_address = "".join(words), 0, False
    for token, word in zip(parts, words, strict=True):
        end = start + len(word)
        if token.type == "code_inline":
            if in_address or not before.search(line[max(start - 1, 0) : start]) or not after.search(line[end : end + 1]):
                return False
        else:
            _, space, last = word.rpartition(" ")
            in_address = (in_address and not space) or _ADDRESS.search(last) is not None
        start = end
    return True


def _without_block(line: str) -> str:
    line = _TRAILING_HASHES.sub(_references, line)
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}&#{ord(numbered[2])};{line[numbered.end() :]}"
    line = _BOX.sub(rf"&#91;\1{WORD_JOINER}", line)
    return f"&#{ord(line[0])};{line[1:]}" if _BLOCK.match(line) else line


def _written(parts: Sequence[Token]) -> Iterator[str]:
    links: list[str] = []
    for place, token in enumerate(parts):
        if token.type == "text":
            text = _escaped(token.content, follows=place > 0)
            yield _IN_BRACKETS.sub(_references, _BRACKETS.sub(_references, text)) if links else text
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
    href = _ENTITY.sub("&amp;", href).replace("$", "&#36;")  # two of them in a line are a formula to some
    return f"<{href}>" if "(" in href or ")" in href else href
