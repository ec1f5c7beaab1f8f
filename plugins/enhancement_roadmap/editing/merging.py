"""A change taken back, though the file has changed since: line by line, where its own lines are as it left them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from enhancement_roadmap.editing.metrics_text import EditError


class _Replacement(NamedTuple):
    """Lines of a text and what takes their place."""

    start: int
    end: int
    lines: list[bytes]


def taken_back(before: bytes, after: bytes, now: bytes) -> bytes:
    """What a file is without a change, and with all that came after it.

    Args:
        before: the file as it was before the change.
        after: the file as the change left it.
        now: the file as it is.

    Raises:
        EditError: lines of the change have changed since.
    """
    if now == after:
        return before
    middle = after.splitlines(keepends=True)
    undone, since = (list(_pieces(middle, text.splitlines(keepends=True))) for text in (before, now))
    if any(_meet(one, other) for one in undone for other in since):
        raise EditError("what this edit wrote has changed since, so that it can not be taken back by itself")
    done, lines = 0, list[bytes]()
    for piece in sorted([*undone, *since], key=lambda piece: (piece.start, piece.end)):
        lines += [*middle[done : piece.start], *piece.lines]
        done = piece.end
    return b"".join([*lines, *middle[done:]])


def _pieces(middle: list[bytes], other: list[bytes]) -> Iterator[_Replacement]:
    for kind, start, end, first, last in SequenceMatcher(None, middle, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _Replacement(start, end, other[first:last])


def _meet(one: _Replacement, other: _Replacement) -> bool:
    """Whether two pieces have a line in common, or stand at the same place between two lines."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
