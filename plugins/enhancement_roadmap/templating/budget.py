"""What one render of a template may use, and how large things are."""

from __future__ import annotations

from collections.abc import Mapping
from time import thread_time
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from enhancement_roadmap.sentences import number

MAX_STEPS = 5_000_000
"""What all loops and filters of one render may go through: a thousand times what a roadmap of 1,000 enhancements takes."""
MAX_CHARACTERS = 256 * 1024 * 1024
"""Characters that one render may make, all in all; an entry of a list counts as eight."""
MAX_SIZE = 8 * 1024 * 1024
"""Characters of one text, or of all that is in a list."""
MAX_BITS = 4096
"""Binary digits of a number."""
MAX_SECONDS = 30
"""Seconds of the processor: a guard against what can not be counted, twenty times what the largest view of 5,000 enhancements takes."""

_STEPS_A_LOOK = 32
"""Steps between two looks at the clock."""
_ENTRY = 8
_LISTS = (list, tuple, set, frozenset)


class LimitError(SecurityError):
    """A template wants more than it may have."""


class Budget:
    """What one render may still do."""

    def __init__(self) -> None:
        self._steps = MAX_STEPS
        self._characters = MAX_CHARACTERS
        self._calls = 0
        self._end = thread_time() + MAX_SECONDS

    def step(self, count: int = 1) -> None:
        """Go through some entries.

        Raises:
            LimitError: there were too many, or they took too long.
        """
        self._steps -= count
        self._calls += 1
        if self._steps < 0:
            raise LimitError(f"it goes through more than {number(MAX_STEPS)} entries")
        if self._calls % _STEPS_A_LOOK == 0 and thread_time() > self._end:
            raise LimitError(f"it takes more than {MAX_SECONDS} seconds of the processor")

    def make(self, size: int) -> None:
        """Make a text or a list of a size, in characters.

        Raises:
            LimitError: it is too large, or all are too large together.
        """
        self._characters -= size
        if size > MAX_SIZE or self._characters < 0:
            raise LimitError(f"it makes a text of more than {number(MAX_SIZE if size > MAX_SIZE else MAX_CHARACTERS)} characters")

    def have_made(self, value: Any) -> Any:
        """Count what was made; it is given back.

        Raises:
            LimitError: it is too large, or all are too large together.
        """
        if isinstance(value, int):
            refuse_large(bits(value))
        else:
            self.make(length(value) if isinstance(value, str) else _ENTRY * length(value))
        return value

    def write_out(self, value: Any) -> Any:
        """Count what a list would be as a text, before anybody makes one of it; it is given back.

        Raises:
            LimitError: it is too large, or all are too large together.
        """
        if isinstance(value, (*_LISTS, Mapping)):
            self.make(weight(value))
        return value


def refuse_large(digits: int) -> None:
    """Refuse a number that would have so many binary digits.

    Raises:
        LimitError: they are too many.
    """
    if digits > MAX_BITS:
        raise LimitError(f"a number has more than {number(MAX_BITS)} binary digits")


def length(value: Any) -> int:
    """Characters of a text, or entries of a list; 0 for anything else."""
    if isinstance(value, Undefined):
        return 0
    try:
        return len(value)
    except TypeError:
        return 0


def weight(value: Any) -> int:
    """Characters of a text, or of all that is in a list, at any depth; counted no further than `MAX_SIZE`."""
    total, pending = 0, [value]
    while pending and total <= MAX_SIZE:
        one = pending.pop()
        entries = isinstance(one, (*_LISTS, Mapping))
        total += 1 + length(one) * (_ENTRY if entries else 1)
        if entries and total <= MAX_SIZE:
            pending += one
            pending += one.values() if isinstance(one, Mapping) else ()
    return total


def whole(value: Any) -> int:
    """A number of times; 0 where it is none, or where nothing could be made so many times."""
    return int(value) if isinstance(value, (int, float)) and abs(value) < 1e18 else 0  # noqa: PLR2004 - past it, nothing is made


def bits(value: Any) -> int:
    """Binary digits of a whole number; 0 for anything else."""
    return value.bit_length() if isinstance(value, int) else 0
