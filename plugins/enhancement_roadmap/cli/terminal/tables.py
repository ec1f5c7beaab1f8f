"""An HTML table as rows of the same length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.cli.terminal.html_tree import Element
from enhancement_roadmap.records import dataclass

_PARTS = ("thead", "tbody", "tfoot")

Cell = list[Element]
"""The cells that share one place: several where a column has several lines of heading, none where another spans it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        columns: number of columns.
        head: one cell a column; empty where the table has no head.
        rows: each with one cell a column.
    """

    columns: int
    head: list[Cell]
    rows: list[list[Cell]]


def table_of(table: Element) -> Grid:
    """Lay out the cells of a table; one that spans several places stands in the first of them."""
    head = _rows(row for part in table.elements("thead") for row in part.elements("tr"))
    body = _rows(row for part in table.elements("tbody", "tfoot") for row in part.elements("tr"))
    body += _rows(table.elements("tr"))
    columns = max((len(row) for row in [*head, *body]), default=0)
    padded = [[*row, *([[]] * (columns - len(row)))] for row in body]
    joined = [[cell for row in head for cell in (row[index] if index < len(row) else [])] for index in range(columns)] if head else []
    return Grid(columns, joined, padded)


def _rows(rows: Iterable[Element]) -> list[list[Cell]]:
    laid_out = []
    covered: dict[int, int] = {}
    for row in rows:
        cells: list[Cell] = []
        for cell in row.elements("th", "td"):
            cells += _skipped(len(cells), covered)
            for offset in range(cell.span("colspan")):
                covered[len(cells)] = cell.span("rowspan") - 1
                cells.append([cell] if offset == 0 else [])
        cells += _skipped(len(cells), covered)
        laid_out.append(cells)
    return laid_out


def _skipped(column: int, covered: dict[int, int]) -> Iterator[Cell]:
    """Empty cells for the places from a column on that a cell of an earlier row covers."""
    while covered.get(column, 0) > 0:
        covered[column] -= 1
        column += 1
        yield []
