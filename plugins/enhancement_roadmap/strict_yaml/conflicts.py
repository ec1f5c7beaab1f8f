"""Merge conflicts that nobody has resolved: git leaves both sides in the text, between lines of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from enhancement_roadmap.sentences import first_few
from enhancement_roadmap.strict_yaml.problem import Problem, ProblemError, first_lines

_MARKER = re.compile(rb"^(?:(<{7}|>{7}|\|{7})(?: [^\r\n]*)?|(={7}))\r?$", re.MULTILINE)
_MIDDLE = "=" * 7
_NAMED = 6
"""Markers of one conflict that a message names."""


def refuse_conflicts(data: bytes) -> None:
    """Look for the lines that git puts around the sides of a conflict.

    Args:
        data: the text, in any encoding that has ASCII as it is.

    Raises:
        ProblemError: there are some; each conflict is one problem.
    """
    if b"<<<<<<<" not in data and b">>>>>>>" not in data:
        return
    if problems := first_lines(_conflict(lines) for lines in _grouped(_markers(data))):
        raise ProblemError(*problems)


def _markers(data: bytes) -> list[tuple[int, str]]:
    """Line and sign of each marker; a middle line counts only where another marker is, since a text may have such a line."""
    found: list[tuple[int, str]] = []
    line, start = 1, 0
    for mark in _MARKER.finditer(data):
        line += data.count(b"\n", start, mark.start())
        start = mark.start()
        found.append((line, (mark[1] or mark[2]).decode()))
    return found if any(sign != _MIDDLE for _, sign in found) else []


def _grouped(markers: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The markers of one conflict after another; each begins with ``<`` or ends with ``>``, as far as they are still there."""
    group: list[tuple[int, str]] = []
    for line, sign in markers:
        if sign[0] == "<" and group:
            yield group
            group = []
        group.append((line, sign))
        if sign[0] == ">":
            yield group
            group = []
    if group:
        yield group


def _conflict(markers: list[tuple[int, str]]) -> Problem:
    places = [f"{sign} on line {line}" for line, sign in markers]
    if len(markers) > 1:
        message = f"a merge conflict that nobody has resolved: {first_few(places, _NAMED)}"
        hint = "Keep one side, or put both together, and delete these lines."
    else:
        message, hint = f"a line that a merge conflict has left: {places[0]}", "Put the lines around it right, and delete this one."
    return Problem("RM109", message, hint, markers[0][0], 1)
