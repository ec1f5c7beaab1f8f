"""The roadmap as a workbook of Excel: a sheet a subject, and the priority matrix in colours."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from enhancement_roadmap.analysis import Insight, matrix_of
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.outputs.tables.columns import ENHANCEMENT_COLUMNS, REQUIREMENT_COLUMNS, Column, Value, requirement_rows
from enhancement_roadmap.sentences import visible

T = TypeVar("T")
_MOST = 32_767
"""Characters that a cell can hold."""
_HEATS = ("#f6f7f9", "#fadfb4", "#f5bf7a", "#eb9a45", "#b0420c")
"""Colours of the bands of scores, as in the page's matrix in the light scheme."""
_DARK = 4
"""The band whose ink is white."""
_WIDE, _USUAL = 50, 16
_LONG = ("title", "description", "trigger", "text", "why", "evidence")


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
        book.set_properties({"title": visible(insight.roadmap.about.title), "created": day})
        sheets = _Sheets(book, insight)
        sheets.add("Enhancements", items, ENHANCEMENT_COLUMNS)
        sheets.add("Requirements", list(requirement_rows(items)), REQUIREMENT_COLUMNS)
        sheets.add_matrix(items)
        sheets.add_rows("Metrics", ["Metric", "Unit", "On", "Value", "Example"], _readings(insight))
        sheets.add_rows("Reviews", ["Review", "Due", "Last held", "Overdue"], _reviews(insight))
    return content.getvalue()


def _readings(insight: Insight) -> Iterator[Sequence[Value]]:
    for metric in insight.metrics.values():
        for reading in metric.readings:
            yield metric.title, metric.unit, reading.on.isoformat(), reading.value, reading.example


def _reviews(insight: Insight) -> Iterator[Sequence[Value]]:
    for review in insight.reviews:
        yield review.title, review.due.isoformat(), review.last_held.isoformat() if review.last_held else None, review.is_overdue


class _Sheets:
    """Adds sheets to a workbook."""

    def __init__(self, book: Any, insight: Insight) -> None:
        self._book, self._insight = book, insight
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._cell = book.add_format({"text_wrap": True, "valign": "top"})

    def add(self, title: str, rows: Sequence[T], columns: Sequence[Column[T]]) -> None:
        """A sheet of facts."""
        widths = [_WIDE if column.name in _LONG else _USUAL for column in columns]
        cells = ([column.value(row, self._insight) for column in columns] for row in rows)
        self.add_rows(title, [column.title for column in columns], cells, widths)

    def add_rows(self, title: str, head: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[int] = ()) -> None:
        """A sheet with a head that stays in sight, and filters."""
        sheet, count = self._book.add_worksheet(title), 0
        sheet.write_row(0, 0, head, self._head)
        for count, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                self._write(sheet, count, place, value)
        for place in range(len(head)):
            sheet.set_column(place, place, widths[place] if widths else _USUAL)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, count, len(head) - 1)

    def add_matrix(self, items: Sequence[Enhancement]) -> None:
        """The priority matrix, the most urgent at the top right; none without scales."""
        scoring = self._insight.roadmap.about.scoring
        if scoring is None:
            return
        matrix = matrix_of(items, scoring)
        sheet = self._book.add_worksheet("Matrix")
        sheet.set_column(0, len(matrix.impacts), 24)
        sheet.write_string(0, 0, visible(f"{scoring.risk.title} ↑ × {scoring.impact.title} →"), self._head)
        for place, level in enumerate(matrix.impacts, start=1):
            sheet.write_string(0, place, visible(f"{level.title} ({level.value})"), self._head)
        for line, row in enumerate(matrix.rows, start=1):
            sheet.write_string(line, 0, visible(f"{row.risk.title} ({row.risk.value})"), self._head)
            for place, cell in enumerate(row.cells, start=1):
                ink = "#ffffff" if cell.heat == _DARK else "#000000"
                colours = self._book.add_format(
                    {"bg_color": _HEATS[cell.heat], "font_color": ink, "text_wrap": True, "valign": "top", "border": 1}
                )
                names = "\n".join([str(cell.score), *(visible(item.numbered_name) for item in cell.enhancements)])
                sheet.write_string(line, place, names[:_MOST], colours)
        sheet.freeze_panes(1, 1)

    def _write(self, sheet: Any, row: int, column: int, value: Value) -> None:
        if value is None or value == []:
            sheet.write_blank(row, column, None, self._cell)
        elif isinstance(value, bool):
            sheet.write_string(row, column, "yes" if value else "no", self._cell)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self._cell)
        else:
            text = "; ".join(value) if isinstance(value, list) else value
            sheet.write_string(row, column, "\n".join(visible(line) for line in text.split("\n"))[:_MOST], self._cell)
