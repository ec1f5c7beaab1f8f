"""The roadmap as a workbook of Excel: a sheet a subject, and the priority matrix in colours."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from enhancement_roadmap.analysis import Insight, matrix_of
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.outputs.tables.columns import (
    Column,
    FactsTable,
    Value,
    enhancements_table,
    metrics_table,
    requirements_table,
    reviews_table,
)
from enhancement_roadmap.outputs.tables.csv_table import shown_in_cell
from enhancement_roadmap.sentences import cut

_MOST = 32_767
"""Characters that a cell can hold."""
_HEATS = ("#f6f7f9", "#fadfb4", "#f5bf7a", "#eb9a45", "#b0420c")
"""Colours of the bands of scores, as in the page's matrix in the light scheme."""
_DARK = 4
"""The band whose ink is white."""
_WIDE, _USUAL = 50, 16
_DAY = "%Y-%m-%d"
"""The form of a day; a month is a text, since a workbook knows only days."""


def workbook(insight: Insight, items: Sequence[Enhancement]) -> bytes:
    """A file with a sheet each for enhancements, requirements, the matrix, metrics and reviews; the same bytes each time.

    Args:
        insight: the roadmap on its day.
        items: the enhancements to tell.
    """
    import xlsxwriter  # noqa: PLC0415  (one command in many needs it, and it takes time to import)

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        day = datetime(insight.today.year, insight.today.month, insight.today.day)  # noqa: DTZ001  (a workbook knows no zones)
        book.set_properties({"title": _shown(insight.roadmap.about.title), "created": day})
        sheets = _Sheets(book, insight)
        sheets.add(enhancements_table(insight, items))
        sheets.add(requirements_table(insight, items))
        sheets.add_matrix(items)
        sheets.add(metrics_table(insight))
        sheets.add(reviews_table(insight))
    return content.getvalue()


class _Sheets:
    """Adds sheets to a workbook."""

    def __init__(self, book: Any, insight: Insight) -> None:
        self._book, self._insight = book, insight
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._cell = book.add_format({"text_wrap": True, "valign": "top"})
        self._date = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})

    def add(self, table: FactsTable) -> None:
        """A sheet with a head that stays in sight, and filters."""
        sheet, count = self._book.add_worksheet(table.title), 0
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, _shown(column.title), self._head)
            sheet.set_column(place, place, _WIDE if column.kind == "long" else _USUAL)
        for count, row in enumerate(table.rows, start=1):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                self._write(sheet, count, place, column, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, count, len(table.columns) - 1)

    def add_matrix(self, items: Sequence[Enhancement]) -> None:
        """The priority matrix, the most urgent at the top right; none without scales."""
        scoring = self._insight.roadmap.about.scoring
        if scoring is None:
            return
        matrix = matrix_of(items, scoring)
        sheet = self._book.add_worksheet("Matrix")
        sheet.set_column(0, len(matrix.impacts), 24)
        sheet.write_string(0, 0, _shown(f"{scoring.risk.title} ↑ × {scoring.impact.title} →"), self._head)
        for place, level in enumerate(matrix.impacts, start=1):
            sheet.write_string(0, place, _shown(f"{level.title} ({level.value})"), self._head)
        for line, row in enumerate(matrix.rows, start=1):
            sheet.write_string(line, 0, _shown(f"{row.risk.title} ({row.risk.value})"), self._head)
            for place, cell in enumerate(row.cells, start=1):
                ink = "#ffffff" if cell.heat == _DARK else "#000000"
                colours = self._book.add_format(
                    {"bg_color": _HEATS[cell.heat], "font_color": ink, "text_wrap": True, "valign": "top", "border": 1}
                )
                names = "\n".join([str(cell.score), *(_shown(item.numbered_name) for item in cell.enhancements)])
                sheet.write_string(line, place, cut(names, _MOST), colours)
        sheet.freeze_panes(1, 1)

    def _write(self, sheet: Any, row: int, place: int, column: Column, value: Value) -> None:
        if value is None:
            sheet.write_blank(row, place, None, self._cell)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value, self._cell)
        elif column.kind == "date" and value.count("-") > 1:
            sheet.write_datetime(row, place, datetime.strptime(value, _DAY), self._date)  # noqa: DTZ007  (a workbook knows no zones)
        else:
            sheet.write_string(row, place, _shown(value), self._cell)


def _shown(text: str) -> str:
    """A text that a cell can hold."""
    return cut(shown_in_cell(text), _MOST)
