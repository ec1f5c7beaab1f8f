"""The fences in the source of a page, found as CommonMark finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from enhancement_roadmap.records import dataclass

OPENING = re.compile(r"(?P<lead>[ \t>]*)(?P<marks>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?P<info>.*?)[ \t]*$")
_OURS = re.compile(r"\{?[ \t]*\.?roadmap(?![\w-])[ \t]*(?P<header>.*?)[ \t]*\}?$")
_TOP_LEVEL = re.compile(r" {0,3}$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fence called ``roadmap``.

    Attributes:
        line: of its opening marks, counted from 1.
        lead: what stands before these marks: spaces, and the marks of quotes.
        body: what stands in it.
        header: what else stands on its first line.
    """

    line: int
    lead: str
    body: str
    header: str

    @property
    def is_nested(self) -> bool:
        """Whether it stands in a list, a quote or an admonition."""
        return _TOP_LEVEL.match(self.lead) is None


def split_page(source: str) -> Iterator[str | Block]:
    """Yield the lines of a page, each with its line end, and in their places its fences called ``roadmap``."""
    lines = source.splitlines(keepends=True)
    number = 0
    while number < len(lines):
        opening = OPENING.match(lines[number].rstrip("\n"))
        if opening is None:
            yield lines[number]
            number += 1
            continue
        end = _end(lines, number + 1, opening["marks"])
        ours = _OURS.match(opening["info"])
        if ours is None:
            yield from lines[number : end + 1]
        else:
            yield Block(number + 1, opening["lead"], "".join(lines[number + 1 : end]), ours["header"])
        number = end + 1


def _end(lines: list[str], start: int, marks: str) -> int:
    """Index of the line that closes a fence, or of the end of the page."""
    closing = re.compile(rf"[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}\s*$")
    return next((index for index in range(start, len(lines)) if closing.match(lines[index])), len(lines))
