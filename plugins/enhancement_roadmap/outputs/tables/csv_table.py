"""Rows as CSV that spreadsheets open right: as UTF-8 that they recognise, and with no text that becomes a formula."""

from __future__ import annotations

import csv
import io
import re

from enhancement_roadmap.outputs.tables.columns import FactsTable, Value
from enhancement_roadmap.sentences import readable

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection"); also behind apostrophes, so that the one
that is set before it can be told from those of the text."""

_DECIMAL_COMMA = ";"
"""The separator that spreadsheets want where a comma stands before decimals."""


def csv_table(table: FactsTable, separator: str = ",") -> bytes:
    """A table as a file; its first row has the titles of the columns.

    Args:
        table: what there is a row for.
        separator: between the cells. With a semicolon, decimals have a comma, as where spreadsheets want one.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow([inert(column.title) for column in table.columns])
    writer.writerows([_cell(value, separator) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value, separator: str) -> str:
    if isinstance(value, str):
        return inert(value)
    written = "" if value is None else str(value)
    return written.replace(".", ",") if separator == _DECIMAL_COMMA else written


def inert(text: str) -> str:
    """A text that stays one: behind an apostrophe where it would be a formula."""
    shown = shown_in_cell(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def as_typed(cell: str) -> str:
    """What `inert` was given, for a program that reads the file."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def shown_in_cell(text: str) -> str:
    """A text of the data as people see it: what nobody sees is written out, lines stay lines."""
    return "\n".join(map(readable, text.splitlines()))
