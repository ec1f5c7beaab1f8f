"""Whatever the texts of the data say, the document keeps its form, and nothing in it is HTML or an image."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from enhancement_roadmap.outputs.document import document
from support.hostile import MARKED_UP, SHOWN_AS_TYPED, hostile_roadmap
from support.plain_plan import make_folder
from support.render_contexts import insight_of

FULL = Path(__file__).parent / "golden" / "full"
CODE_HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
INLINE = {
    "text",
    "text_special",
    "softbreak",
    "hardbreak",
    "strong_open",
    "strong_close",
    "em_open",
    "em_close",
    "code_inline",
    "link_open",
    "link_close",
}
MORE = [
    "- [x] y",
    "![](x)",
    "`",
    "```",
    "~~~~ x",
    "a | b",
    "--- | ---",
    "===",
    "---",
    "***",
    "    indented",
    "\ttab",
    "x #",
    "#",
    "\\",
    "**",
    "*a **b* c**",
    "[x]: https://example.org",
    "[x][y]",
    "a](https://example.org)",
    "* x",
    "+ x",
    "12) x",
]


@cache
def written(text: str) -> list[Token]:
    with TemporaryDirectory() as folder:
        data = make_folder(Path(folder), dict(hostile_roadmap(FULL, text)))
        return CODE_HOST.parse(document(insight_of.__wrapped__(data)))


def blocks(tokens: list[Token]) -> list[tuple[str, str, str, int]]:
    """The form of a document: its blocks, without their words."""
    return [(token.type, token.tag, token.info, token.content.count("\n") if token.type == "fence" else 0) for token in tokens]


def inner(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from inner(token.children or [])


HARMLESS = "Harmless words"


def test_the_text_is_in_every_field_that_takes_any() -> None:
    assert sum(token.content.count(HARMLESS) for token in written(HARMLESS)) > 70


@pytest.mark.parametrize("text", [*SHOWN_AS_TYPED, *MARKED_UP, *MORE])
def test_hostile_text_changes_no_form(text: str) -> None:
    assert blocks(written(text)) == blocks(written(HARMLESS))


@pytest.mark.parametrize("text", [*SHOWN_AS_TYPED, *MARKED_UP, *MORE])
def test_hostile_text_stays_text(text: str) -> None:
    tokens = written(text)
    kinds = {token.type for block in tokens if block.type == "inline" for token in inner(block.children or [])}
    assert kinds <= INLINE
    targets = {str(token.attrGet("href")) for token in inner(tokens) if token.type == "link_open"}
    assert not any(target.lower().startswith(("javascript:", "data:", "vbscript:", "//")) for target in targets)
