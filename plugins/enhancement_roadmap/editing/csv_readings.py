"""New readings from a table of comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from enhancement_roadmap.editing.new_reading import NewReading, date_of, id_of, number_of, past, source_of
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import show

T = TypeVar("T")

REQUIRED = ("metric", "on", "value")
COLUMNS = (*REQUIRED, "source")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a row.

    Attributes:
        line: the row's first line, counted from 1.
        message: what is wrong, and what would be right.
    """

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds.

    Attributes:
        readings: those of the rows without a mistake, in their order.
        mistakes: every mistake, in the order of the lines.
    """

    readings: tuple[NewReading, ...]
    mistakes: tuple[Mistake, ...]


def read_table(data: bytes, unknown: Callable[[str], str], today: date) -> Table:
    """Read a table whose first row names its columns: ``metric,on,value`` and perhaps ``source``, in any order.

    Args:
        data: UTF-8, with or without a byte order mark; columns between commas or semicolons.
        unknown: what to say of a metric's id that is not known; empty for one that is.
        today: the day that readings can be of at most.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Table((), (Mistake(line, f"the byte 0x{data[error.start]:02X} is not UTF-8: save the file as UTF-8"),))
    collected = _Collector(unknown, today)
    for line, row in _rows(text, collected.mistakes):
        collected.add(line, row)
    if not collected.columns and not collected.mistakes:
        collected.note(1, f"the table is empty: it starts with {','.join(COLUMNS)}")
    return Table(tuple(collected.readings), tuple(collected.mistakes))


def _rows(text: str, mistakes: list[Mistake]) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with its first line."""
    head = text.lstrip().partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",", strict=True)
    line = 1
    try:
        for row in rows:
            if any(field.strip() for field in row):
                yield line, row
            line = rows.line_num + 1
    except csv.Error as error:
        mistakes.append(Mistake(line, f"this is no row of a table: {error}"))


class _Collector:
    def __init__(self, unknown: Callable[[str], str], today: date) -> None:
        self.columns: Sequence[str] = ()
        self.readings: list[NewReading] = []
        self.mistakes: list[Mistake] = []
        self._unknown = unknown
        self._today = today

    def note(self, line: int, message: str) -> None:
        self.mistakes.append(Mistake(line, message))

    def add(self, line: int, row: Sequence[str]) -> None:
        """Take a row; the first one names the columns, and without them no other row means anything."""
        if not self.columns:
            self.columns = [field.strip().lower() for field in row]
            self._check_columns(line)
        elif not set(REQUIRED) <= set(self.columns):
            return
        elif len(row) > len(self.columns):
            self.note(line, f"the row has {len(row)} fields for {len(self.columns)} columns: put quotes round a field that has a separator")
        else:
            self._add_reading(line, dict(zip(self.columns, row, strict=False)))

    def _check_columns(self, line: int) -> None:
        for column in dict.fromkeys(self.columns):
            if column not in COLUMNS:
                self.note(line, f"{show(column)} is not a column. {suggestion(column, COLUMNS)}")
            elif self.columns.count(column) > 1:
                self.note(line, f"there is more than one column ‘{column}’")
        for column in REQUIRED:
            if column not in self.columns:
                self.note(line, f"the column ‘{column}’ is missing: the first line is {','.join(COLUMNS)}")

    def _add_reading(self, line: int, row: Mapping[str, str]) -> None:
        before = len(self.mistakes)
        metric = id_of(row.get("metric", ""))
        if problem := self._unknown(metric):
            self.note(line, problem)
        on = self._read(line, lambda written: past(date_of(written), self._today), row.get("on", ""))
        value = self._read(line, number_of, row.get("value", ""))
        source = self._read(line, source_of, row.get("source", ""))
        if on is not None and value is not None and source is not None and len(self.mistakes) == before:
            self.readings.append(NewReading(metric, on, value, source))

    def _read(self, line: int, read: Callable[[str], T], written: str) -> T | None:
        try:
            return read(written)
        except ValueError as error:
            self.note(line, str(error))
            return None
