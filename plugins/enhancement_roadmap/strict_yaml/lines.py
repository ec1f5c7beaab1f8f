"""Lines as editors and git count them. LibYAML begins a new one at more characters than they do."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import Any

_OTHER_BREAKS = re.compile(rb"\r(?!\n)|\xc2\x85|\xe2\x80[\xa8\xa9]")
"""Bare carriage returns, next lines, and the separators of lines and paragraphs."""


class Lines:
    """Finds the line and the column of LibYAML's marks in one text.

    Args:
        data: the text as UTF-8.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts: list[int] | None = None
        if _OTHER_BREAKS.search(data):
            text = data.decode("utf-8", "replace")
            self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
            self._length = len(text)

    @cached_property
    def texts(self) -> list[str]:
        """The lines without the line feeds that end them."""
        return self._data.decode("utf-8", "replace").split("\n")

    def character(self, mark: Any) -> str:
        """The character at a mark; empty at an end of a line or of the text."""
        line, column = self.of(mark)
        return self.texts[line - 1][column - 1 : column] if line <= len(self.texts) else ""

    def of(self, mark: Any) -> tuple[int, int]:
        """Line and column of a mark, both counted from 1; the start of the text for no mark."""
        if mark is None:
            return 1, 1
        if self._starts is None:
            return mark.line + 1, mark.column + 1
        index = min(mark.index, self._length)
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


@lru_cache(maxsize=4)
def lines_of(data: bytes) -> Lines:
    """The lines of a text, looked for once while its mistakes are named."""
    return Lines(data)
