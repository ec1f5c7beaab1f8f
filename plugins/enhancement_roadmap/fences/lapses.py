"""Blocks that are meant to be views and would be shown as code: without an end, in capitals, or inside of another that has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from enhancement_roadmap.fences.blocks import OPENING
from enhancement_roadmap.fences.mistakes import locate
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.records import dataclass

_NAME = re.compile(r"\{?[ \t]*\.?(roadmap)(?![\w-])[ \t]*(.*)$", re.IGNORECASE)
_OPTIONS = re.compile(r"(?:[ \t]*[a-zA-Z][a-zA-Z0-9_]*(?:=(?P<quotes>[\"']).*?(?P=quotes))?(?=[ \t]|$))*[ \t]*|.*\}[ \t]*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAB = 4


@dataclass(frozen=True, slots=True)
class Lapse:
    """A block that does not become a view.

    Attributes:
        line: of its opening marks, counted from 1; 0 where nobody knows.
        opening: its first line.
        code: code of the finding.
        message: what is wrong.
        hint: what would be right.
        body: what stands in it, where only that is known of its place.
    """

    line: int
    opening: str
    code: str
    message: str
    hint: str
    body: str = ""

    def finding(self, file: str) -> Finding:
        """The same as a mistake in a page."""
        return Finding(Place(file, self.line, 1 if self.line else 0), self.code, self.message, self.hint)

    def found_in(self, text: str, nth: int) -> Lapse:
        """The same with its line in another text, such as the page with its front matter.

        Args:
            text: the whole source of the page.
            nth: which of the lapses with the same first line.
        """
        if self.body:
            return replace(self, line=locate(text, self.body, nth).line)
        same = [other for other in lapses(text, exact=True) if (other.code, other.opening) == (self.code, self.opening)]
        return same[min(nth, len(same)) - 1] if same else replace(self, line=0)


class _Extent(NamedTuple):
    """Where a block ends.

    Attributes:
        line: index of its last line.
        is_closed: whether that line has the marks that close it.
    """

    line: int
    is_closed: bool


def lapses(source: str, *, exact: bool) -> Iterator[Lapse]:
    """Blocks called ``roadmap``, in any case, that do not become views.

    Args:
        source: a page.
        exact: whether only as many marks end a block as have begun it, and it ends with what it is indented in, as in
            pymdownx.superfences.
    """
    if "roadmap" not in source.lower():
        return
    lines = _COMMENT.sub(lambda found: re.sub(r"[^\n]", "", found[0]), source).splitlines()
    number = 0
    while number < len(lines):
        opening = OPENING.match(lines[number])
        if opening is not None:
            extent = _extent(lines, number, opening, exact=exact)
            yield from _of_block(lines, number, extent, opening)
            number = extent.line
        number += 1


def _of_block(lines: Sequence[str], start: int, extent: _Extent, opening: re.Match[str]) -> Iterator[Lapse]:
    marks, first, ours = opening["marks"], lines[start].strip(), _NAME.match(opening["info"])
    inside = _first_inside(lines[start + 1 : extent.line + 1], marks if extent.is_closed else "")
    if ours is None and inside is not None:
        line = start + 2 + inside
        message = f"the block that starts here has no end before the one called ‘roadmap’ on line {line}"
        yield Lapse(start + 1, first, "RM508", message, f"Put {marks} on a line of its own in front of line {line}.")
    elif ours is None:
        return
    elif inside is not None or not extent.is_closed:
        hint = f"Put {marks} on a line of its own below it, as far in as the first line."
        yield Lapse(start + 1, first, "RM508", "the block has no end", hint)
    elif ours[1] != "roadmap":
        yield Lapse(start + 1, first, "RM509", f"the block is called ‘{ours[1]}’", "Write ‘roadmap’: no other name becomes a view.")
    elif not _OPTIONS.fullmatch(ours[2]):
        hint = "Write the options into the block, one a line."
        yield Lapse(start + 1, first, "RM504", f"options on the first line: ‘{ours[2].strip()}’", hint)


def _first_inside(lines: Sequence[str], marks: str) -> int | None:
    """Index of the first line that would open one of our blocks, with these marks; with any where there are none given."""
    for index, line in enumerate(lines):
        opening = OPENING.match(line)
        if opening and _NAME.match(opening["info"]) and (not marks or opening["marks"] == marks):
            return index
    return None


def _extent(lines: Sequence[str], start: int, opening: re.Match[str], *, exact: bool) -> _Extent:
    marks, width = opening["marks"], _width(lines[start])
    more = "" if exact else f"{re.escape(marks[0])}*"
    closing = re.compile(rf"[ \t>]*{re.escape(marks)}{more}[ \t]*$")
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if closing.match(line) and not (exact and _width(line) > width):
            return _Extent(index, is_closed=True)
        if exact and line.strip() and _width(line) < width:
            return _Extent(index, is_closed=False)
    return _Extent(len(lines) - 1, is_closed=False)


def _width(line: str) -> int:
    """Columns in front of the words of a line."""
    wide = line.expandtabs(_TAB)
    return len(wide) - len(wide.lstrip(" >"))
