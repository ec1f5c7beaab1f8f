"""Files of tables to rows: CSV with whatever separator, and workbooks of Excel."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from enhancement_roadmap.importing.decoding import NotTextError
from enhancement_roadmap.importing.rows import SheetRow
from enhancement_roadmap.sentences import number

MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes of a workbook when it is unpacked: a small file can hold a thousand times its size."""
MAX_ROWS, MAX_COLUMNS = 20_000, 200
WORKBOOK = b"PK\x03\x04"
"""What a workbook begins with, as every zip file does."""
_SEPARATORS = ",;\t|"


def csv_rows(text: str) -> list[SheetRow]:
    """The rows of a CSV file; its separator is the one that its first lines have most of.

    Raises:
        NotTextError: it is no CSV.
    """
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append(SheetRow(line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise NotTextError(f"line {reader.line_num} is no CSV: {error}") from error
    return _bounded(rows)


def workbook_rows(content: bytes) -> dict[str, list[SheetRow]]:
    """The rows of each sheet of a workbook, by the names of the sheets; what formulas came to, not the formulas.

    Raises:
        NotTextError: it is no workbook, or one that is too large.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  (few files need it, and it takes time to import)

    try:
        _check_size(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [(sheet.title, sheet) for sheet in book.worksheets]
        return {title: _bounded(list(_rows_of(sheet))) for title, sheet in sheets}
    except NotTextError:
        raise
    except Exception as error:  # whatever a broken workbook makes of its reader, it is the file that is at fault
        raise NotTextError("it is no workbook that can be read; save it anew as .xlsx") from error


def _check_size(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > MAX_UNPACKED:
        raise NotTextError(f"it has {number(size)} bytes when it is unpacked; at most {number(MAX_UNPACKED)} are read")


def _rows_of(sheet: Any) -> Iterator[SheetRow]:
    # What a file says of the size of its sheet may be wrong, or missing.
    sheet.reset_dimensions()
    for line, cells in enumerate(sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS), start=1):
        yield SheetRow(line, [_text(cell) for cell in cells])


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _bounded(rows: list[SheetRow]) -> list[SheetRow]:
    if len(rows) > MAX_ROWS:
        raise NotTextError(f"it has more than {number(MAX_ROWS)} rows")
    return [SheetRow(row.line, row.cells[:MAX_COLUMNS]) for row in rows if any(cell.strip() for cell in row.cells)]
