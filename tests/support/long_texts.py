"""Long texts that try to be more than texts, and what is around them on a page."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from enhancement_roadmap.loading import validate
from enhancement_roadmap.model import FILE_KINDS, Node, long_fields
from enhancement_roadmap.strict_yaml import Positions
from support.hostile import MARKED_UP, SEEN_BY_FEW, SHOWN_AS_TYPED, texts_in, written

START, END = "Fromhere", "Tothere"
"""Words of their own paragraphs before and behind a text, by which a page tells what is of the text and what is around it."""

HARMLESS = "Harmless words"

EVERY_BLOCK = "One\n\n- two\n- [ ] three\n- [x] four\n\n1. five\n\n> six\n\n| a | b |\n|---|--:|\n| c | d |\n\n```\ncode\n```"
"""Each kind of block that a long text may have, with nothing in it that tries to be more."""

_MARKS = ["# ", "## ", "- ", "* ", "+ ", "1. ", "2) ", "2026. ", "7. ", "> ", ">", "- [ ] ", "[x] ", "***", "---", "===", "|", "\\"]
_INLINE = ["`", "**", "_", "[x](y)", "[x](#y)", "![x](https://evil.example/z)", "<b>", "<!--", "&lt;"]
_INLINE += ["{{", "[TOC]", "$$", "[a]: b", ":::"]
_BLOCKS = [
    "```",
    "```py",
    "```mermaid",
    "```roadmap\nview: table\n```",
    "~~~",
    "    ",
    "\t",
    "| a | b |\n|---|---|\n| c | d | e |",
    "--8<-- 'x'",
]
_ENDS = ["\n", "\n", "\n\n", "\n\n", "\n    ", "\n  ", "\n> ", "\n- ", "\n  - ", "\n1. ", "\r\n"]
WORDS = ["Wone", "Wtwo", "Wthree", "Wfour"]
"""Words that stand in no mark, nor in any other text, to be looked for."""

_PIECES = [*_MARKS, *_INLINE, *_BLOCKS, *_ENDS, *_ENDS, *WORDS, *WORDS]
_SMALL = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=14).map("".join)
_HOSTILE = st.lists(st.sampled_from([*_PIECES, *SHOWN_AS_TYPED, *MARKED_UP, *SEEN_BY_FEW]), min_size=1, max_size=8).map("".join)
ANY_MARKDOWN = st.one_of(_SMALL, _HOSTILE).map(str.strip).filter(bool)
"""Anything that may be Markdown, as the model hands it on."""

EXAMPLES = [
    "# One\n\ntwo\n===\n\n- three\n  - four\n\n      five\n\n6. seven",
    "```roadmap\nview: table\n```\n\n```mermaid\ngraph TD\n```\n\n```math\nx\n```",
    "- a\n\n      <b>code</b>\n\n  > - [x] b\n  >\n  >       --8<-- 'x'",
    "| [x](javascript:a) | `<b>` |\n|---|---|\n| ![x](https://evil.example/y) | {{ z }} |",
    "> # One\n>\n> ```\n> <script>\n> ```\n\n1. a\n2019. b\n\n* * *\n\n<div>\n\n# x\n\n</div>",
    "one\n\n</div>\n\n# two\n\n<!--\n\n- three",
    "- \n- [ ]\n-\n  # x\n\n#\n\n>\n\n```",
    '[TOC]\n\n!!! note\n\n    x\n\n??? y\n\n    z\n\n/// html | script\n///\n\n=== "tab"\n\n    t',
    "one\rtwo\r\r# three",
    "a\n: b\n\n[^1]: c\n\n*[d]: e\n\n[f]: g\n\n{: #h }",
]
"""What goes beyond one kind of block, of one renderer or of another."""


def marked(text: str) -> str:
    """A text between the two words that tell where it begins and ends."""
    return f"{START}\n\n{text}\n\n{END}"


def words_of(text: str) -> Mapping[str, int]:
    """How often each of the words to be looked for is in a text."""
    return {word: text.count(word) for word in WORDS if word in text}


def around(parts: Sequence[str]) -> list[str]:
    """What is around the marked texts of a page: its parts without those from each first mark to its second.

    Args:
        parts: start tags, end tags and the two words, in the order of the page.

    Raises:
        AssertionError: a text ends what it stands in, or leaves something open.
    """
    outside: list[str] = []
    inside: list[str] | None = None
    is_over = False
    for part in parts:
        if part == START:
            assert inside is None, "a text begins in a text"
            inside, is_over = [], False
        elif inside is None:
            outside.append(part)
        elif part == END:
            is_over = True
        elif part.startswith("/"):
            assert inside, f"ended from within: {part}"
            assert inside.pop() == part[1:], part
        else:
            inside.append(part)
        if inside == [] and is_over:  # code whose fence nobody closes has the second word in it
            inside = None
            outside.append("a text")
    assert inside is None, "a text has no end"
    return outside


def with_long_texts(folder: Path, text: str) -> Iterator[tuple[str, str]]:
    """The files of a roadmap with a text in place of every long text.

    Args:
        folder: a valid roadmap.
        text: what to put in.

    Yields:
        Name and content of each file.
    """
    for kind in FILE_KINDS:
        for file in sorted(folder.glob(kind.path)):
            values = texts_in(file)
            node, findings = validate(kind.model, copy.deepcopy(values), Positions("", b""))
            assert node is not None, findings
            for path in _long_texts(node):
                _put(values, path, text)
            yield file.relative_to(folder).as_posix(), written(values)


def _long_texts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Paths of the long texts in what the model has read, whatever short form they were written in."""
    if isinstance(value, Node):
        for name in value.model_fields_set:
            if name in long_fields(type(value)) and isinstance(getattr(value, name), str):
                yield (*path, name)
            else:
                yield from _long_texts(getattr(value, name), (*path, type(value).model_fields[name].alias or name))
    elif isinstance(value, tuple | dict):
        for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _long_texts(entry, (*path, key))


def _put(values: Any, path: tuple[Any, ...], text: str) -> None:
    *way, last = path
    for step in way:
        values = values[step]
    if isinstance(values, dict):
        values[last] = text


def text_of(html: str) -> str:
    """What a fragment shows, without its tags."""
    return re.sub(r"<[^<>]*>", "", html)
