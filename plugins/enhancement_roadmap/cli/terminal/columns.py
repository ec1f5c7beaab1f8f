"""Lines by the columns that they take in a terminal: a wide character takes two, a combining one none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

from enhancement_roadmap.sentences import visible

_GAP = "  "
_NARROWEST = 40
"""Columns; a narrower terminal breaks lines by itself."""


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of the same number of cells as lines, in which the cells of each column start below each other."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def wrapped(indent: str, text: str) -> Iterator[str]:
    """A sentence in lines for the width of the terminal (of ``COLUMNS``, or 80, where there is none), each indented.

    They break at spaces, and a word that is longer than a line where it has to.
    """
    room = max(shutil.get_terminal_size().columns, _NARROWEST) - cell_len(indent)
    line = ""
    for word in (piece for whole in text.split() for piece in chop_cells(whole, room)):
        if line and cell_len(line) + 1 + cell_len(word) > room:
            yield indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield indent + line
