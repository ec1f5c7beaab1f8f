"""The fences in the source of a page, found as CommonMark finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = re.compile(r"(?P<lead>[ \t>]*)(?P<marks>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?P<info>.*?)[ \t]*$")
_OURS = re.compile(r"\{?[ \t]*\.?roadmap(?![\w-])[ \t]*(?P<header>.*?)[ \t]*\}?$")
_TOP_LEVEL = re.compile(r" {0,3}$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fence called ``roadmap``.

    Attributes:
        line: of its opening marks, counted from 1.
        body: what stands in it.
        header: what else stands on its first line.
        is_nested: whether it stands in a list, a quote or an admonition.
    """

    line: int
    body: str
    header: str
    is_nested: bool


def split_page(source: str) -> Iterator[str | Block]:
    """Yield the lines of a page, each with its line end, and in their places its fences called ``roadmap``."""
    lines = source.splitlines(keepends=True)
    number = 0
    while number < len(lines):
        opening = _OPEN.match(lines[number].rstrip("\n"))
        if opening is None:
            yield lines[number]
            number += 1
            continue
        end = _end(lines, number + 1, opening["marks"])
        ours = _OURS.match(opening["info"])
        if ours is None:
            yield from lines[number : end + 1]
        else:
            is_nested = _TOP_LEVEL.match(opening["lead"]) is None
            yield Block(number + 1, "".join(lines[number + 1 : end]), ours["header"], is_nested)
        number = end + 1


def _end(lines: list[str], start: int, marks: str) -> int:
    """Index of the line that closes a fence, or of the end of the page."""
    closing = re.compile(rf"[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}\s*$")
    return next((index for index in range(start, len(lines)) if closing.match(lines[index])), len(lines))
