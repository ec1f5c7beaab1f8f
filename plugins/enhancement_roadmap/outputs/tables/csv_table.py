"""Rows as CSV that spreadsheets open right: as UTF-8 that they recognise, and with no text that becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeVar

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.outputs.tables.columns import Column, Value
from enhancement_roadmap.sentences import visible

T = TypeVar("T")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection")."""


def csv_table(rows: Iterable[T], columns: Sequence[Column[T]], insight: Insight, separator: str = ",") -> bytes:
    """A table as a file.

    Args:
        rows: what there is a row for.
        columns: what there is a column for; the first row has their titles.
        insight: the roadmap on its day.
        separator: between the cells; where the decimals have a comma, spreadsheets want a semicolon.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow([column.title for column in columns])
    writer.writerows([_cell(column.value(row, insight)) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    return inert("; ".join(value) if isinstance(value, list) else value)


def inert(text: str) -> str:
    """A text that stays one: behind an apostrophe where it would be a formula."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown
