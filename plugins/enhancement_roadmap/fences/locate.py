"""On which line of a page a fence stands, looked for only when it has a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPEN = re.compile(r"^(?P<lead>[ \t>]*)(?P<fence>`{3,}|~{3,})[ \t]*\{?[ \t]*\.?roadmap\b")


class FencePlace(NamedTuple):
    """Where a fence stands.

    Attributes:
        line: line of the opening marks, counted from 1; 0 where the fence is not in the text (another plugin made it).
        indent: columns that the body is indented by.
    """

    line: int
    indent: int


def locate(text: str, source: str, nth: int = 1) -> FencePlace:
    """Find a fence by its body.

    Args:
        text: source of the page.
        source: body of the fence.
        nth: which of the fences with this same body.
    """
    wanted = _normal(source.splitlines())
    matches = [place for place, body in _fences(text) if _normal(body) == wanted]
    return matches[min(nth, len(matches)) - 1] if matches else FencePlace(0, 0)


def _fences(text: str) -> Iterator[tuple[FencePlace, list[str]]]:
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if opening := _OPEN.match(line):
            marks = opening["fence"]
            closing = re.compile(rf"^[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
            end = next((index for index in range(number, len(lines)) if closing.match(lines[index])), len(lines))
            yield FencePlace(number, len(opening["lead"])), lines[number:end]


def _normal(lines: list[str]) -> list[str]:
    return [stripped for line in lines if (stripped := line.strip(" \t>"))]
