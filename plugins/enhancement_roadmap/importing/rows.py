"""Rows under headings to enhancements, whatever file they come from; a column that nobody knows stays words of each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.importing.assessing import AXES, assess
from enhancement_roadmap.importing.coverage import keep_what_is_left
from enhancement_roadmap.importing.enhancement import EnhancementReader
from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.items import add_item, put_in_step
from enhancement_roadmap.importing.thresholds import read_thresholds
from enhancement_roadmap.importing.values import level
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.sentences import plural

OF_COLUMNS = ("requirements", "step", "score")
_IGNORED = "ignore"
_PROMOTED = ("description", "risk")
"""What names an enhancement where no column is its title, the best first."""


class SheetRow(NamedTuple):
    """A row.

    Attributes:
        line: where it stands, counted from 1.
        cells: what is in it, as text.
    """

    line: int
    cells: Sequence[str]


class MappingError(Exception):
    """Columns are mapped to something that there is not. The message says what."""


def meanings_of_columns(words: Words) -> list[str]:
    """What a column can be said to mean."""
    return sorted({*words.meanings("fact"), *OF_COLUMNS, _IGNORED})


def from_rows(rows: Sequence[SheetRow], source: str, words: Words, mapped: Mapping[str, str]) -> Found:
    """Find a plan in rows, the first of which with a known heading is the head.

    Args:
        rows: of one sheet.
        source: what it is called.
        words: what words mean.
        mapped: what columns mean, by their names; it goes before what their names mean.

    Raises:
        MappingError: it names a column or a meaning that there is not.
    """
    found = Found(source)
    head = next((index for index, row in enumerate(rows) if _is_head(row, words, mapped)), None)
    if head is None:
        if mapped:
            raise MappingError(f"no row of {source} has a column {' or '.join(f'‘{name}’' for name in mapped)}")
        found.doubt(0, f"{plural(len(rows), 'row')}", "left out: no row names columns that are known; --map says what columns mean")
        return found
    reader = _RowReader(found, rows[head], _columns(rows[head], rows[head + 1 :], words, mapped), words)
    for row in rows[head + 1 :]:
        reader.read(row)
    assess(found, words, reader.titles)
    read_thresholds(found, words)
    others = [*rows[:head], *rows[head + 1 :]]
    keep_what_is_left(found, ((row.line, " ".join(reader.kept(row))) for row in others))
    return found


def _is_head(row: SheetRow, words: Words, mapped: Mapping[str, str]) -> bool:
    """Whether a row names columns: two that are known, a title, or one that is mapped."""
    named = {meaning for cell in row.cells if (meaning := _meaning(cell, words)) is not None}
    return len(named) > 1 or "title" in named or any(cell.strip() in mapped for cell in row.cells)


def _meaning(name: str, words: Words) -> str | None:
    return words.meaning("fact", name) or words.meaning("column", name)


def _columns(head: SheetRow, rows: Iterable[SheetRow], words: Words, mapped: Mapping[str, str]) -> list[str | None]:
    """What each column means; no two the same, but those that may be said more than once."""
    names = [cell.strip() for cell in head.cells]
    _check(mapped, names, meanings_of_columns(words))
    columns = [mapped.get(name) or _meaning(name, words) for name in names]
    for index, meaning in enumerate(columns):
        is_first = meaning not in columns[:index]
        if meaning == "title" and not is_first and names[index] not in mapped:
            columns[index] = None
    if "title" not in columns:
        told = list(rows)
        for meaning in _PROMOTED:
            if meaning in columns and not _are_levels(told, columns.index(meaning), words):
                columns[columns.index(meaning)] = "title"
                break
    return columns


def _check(mapped: Mapping[str, str], names: Sequence[str], meanings: Sequence[str]) -> None:
    for name, meaning in mapped.items():
        if name not in names:
            raise MappingError(f"there is no column ‘{name}’. {suggestion(name, names)}")
        if meaning not in meanings:
            raise MappingError(f"‘{name}’ can not mean ‘{meaning}’. {suggestion(meaning, meanings)}")


def _are_levels(rows: Iterable[SheetRow], index: int, words: Words) -> bool:
    told = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index].strip()]
    return bool(told) and all(level(cell, words) is not None for cell in told)


class _RowReader:
    """Makes an enhancement of each row.

    Attributes:
        titles: what the sheet calls risk and impact.
    """

    def __init__(self, found: Found, head: SheetRow, columns: Sequence[str | None], words: Words) -> None:
        self._found, self._columns, self._words = found, columns, words
        self._names = [cell.strip() for cell in head.cells]
        self.titles = {meaning: name for meaning, name in zip(columns, self._names, strict=True) if meaning in AXES}
        found.became(head.line, " | ".join(self._names), "columns: " + ", ".join(meaning or "words" for meaning in columns))

    def kept(self, row: SheetRow) -> Iterator[str]:
        """The cells of a row that are not left out on purpose."""
        for index, cell in enumerate(row.cells):
            if index >= len(self._columns) or self._columns[index] != _IGNORED:
                yield " ".join(cell.split())

    def read(self, row: SheetRow) -> None:
        """Read one row; an empty one says nothing."""
        cells = [cell.strip() for cell in row.cells]
        said = dict.fromkeys(("title", "number"), "")
        for meaning, cell in zip(self._columns, cells, strict=False):
            if meaning in said and not said[meaning]:
                said[meaning] = cell
        if not any(cells):
            return
        if not said["title"]:
            words = " | ".join(filter(None, cells))
            self._found.doubt(row.line, words, "has no title: it stays words in ‘notes’ of roadmap.yml")
            self._found.notes.append(words)
            return
        item = add_item(self._found, self._words, " ".join(said["title"].split()), row.line)
        item.be_called(said["number"])
        for index, cell in enumerate(cells):
            meaning = self._columns[index] if index < len(self._columns) else None
            if cell and meaning not in {"title", "number", _IGNORED}:
                self._cell(item, self._names[index] if index < len(self._names) else "", meaning, cell, row.line)

    def _cell(self, item: FoundEnhancement, name: str, meaning: str | None, cell: str, line: int) -> None:
        said = f"{name}: {cell}" if name else cell
        reader = EnhancementReader(item, self._found, self._words)
        if meaning == "step":
            put_in_step(self._found, item, " ".join(cell.split()), said)
        elif meaning == "requirements":
            reader.inside(_as_list(cell), line, "requirements")
        elif meaning == "score":
            item.facts["score"] = cell
        elif meaning in AXES and level(cell, self._words) is not None:
            item.facts[meaning] = cell
            self._found.became(line, said, f"the {meaning} of its assessment")
        elif meaning == "description":
            reader.inside(cell, line)
        else:
            reader.fact_of(meaning, cell, line, said)


def _as_list(cell: str) -> str:
    """A cell of requirements as a list: each of its lines is one, unless they have marks already."""
    lines = [line for line in cell.replace("•", "-").splitlines() if line.strip()]
    has_marks = any(line.lstrip().startswith(("- ", "* ", "[")) for line in lines)
    return "\n".join(f"- {line}" if not has_marks or line.startswith("[") else line for line in lines)
