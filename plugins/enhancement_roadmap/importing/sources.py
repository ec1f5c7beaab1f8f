"""What a file is, and what is found in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.importing.decoding import NotTextError, decoded
from enhancement_roadmap.importing.found import Found
from enhancement_roadmap.importing.issues import are_issues, issue_records
from enhancement_roadmap.importing.markdown import from_markdown
from enhancement_roadmap.importing.mkdocs_roadmap import from_mkdocs_roadmap, is_mkdocs_roadmap
from enhancement_roadmap.importing.needs import are_needs, need_records
from enhancement_roadmap.importing.records import from_records
from enhancement_roadmap.importing.rows import MappingError, from_rows
from enhancement_roadmap.importing.sheets import WORKBOOK, csv_rows, workbook_rows
from enhancement_roadmap.importing.vocabulary import Words
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import Positions, read_values

SourceKind = Literal["markdown", "csv", "excel", "issues", "needs", "mkdocs-roadmap"]
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
_BY_SUFFIX: Mapping[str, SourceKind] = {"csv": "csv", "tsv": "csv", "yml": "mkdocs-roadmap", "yaml": "mkdocs-roadmap"}


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source that has been read.

    Attributes:
        found: what is in it; of a workbook, in each of its sheets.
        remarks: what had to be done to read it, in words.
    """

    found: Sequence[Found]
    remarks: Sequence[str] = ()


def read_source(content: bytes, name: str, words: Words, mapped: Mapping[str, str], kind: SourceKind | None = None) -> ReadSource:
    """Find a plan in a file, whatever it is.

    Args:
        content: of the file.
        name: what it is called.
        words: what words mean.
        mapped: what columns mean, by their names.
        kind: what it is; default: what its content and the end of its name say.

    Raises:
        NotTextError: it is nothing that can be read.
        MappingError: it has no such columns.
    """
    if kind == "excel" or (kind is None and content.startswith(WORKBOOK)):
        return ReadSource(_workbook(content, name, words, mapped))
    text, remarks = decoded(content)
    kind = kind or _BY_SUFFIX.get(name.rpartition(".")[2].casefold()) or ("issues" if text.lstrip()[:1] in {"[", "{"} else "markdown")
    if mapped and kind != "csv":
        raise MappingError(f"{name} has no columns: only sheets have, that is CSV and Excel")
    if kind == "csv":
        return ReadSource([from_rows(csv_rows(text), name, words, mapped)], remarks)
    read = _from_json if kind in {"issues", "needs"} else _from_yaml if kind == "mkdocs-roadmap" else from_markdown
    return ReadSource([read(text, name, words)], remarks)


def _workbook(content: bytes, name: str, words: Words, mapped: Mapping[str, str]) -> list[Found]:
    """What is in each sheet of a workbook; columns are mapped in the sheets that have them."""
    sheets = workbook_rows(content)
    has_mapped = {title for title, rows in sheets.items() if any(cell.strip() in mapped for row in rows for cell in row.cells)}
    if mapped and not has_mapped:
        raise MappingError(f"no sheet of {name} has a column ‘{next(iter(mapped))}’")
    return [
        from_rows(rows, f"{name}, sheet ‘{title}’", words, mapped if title in has_mapped else {}) for title, rows in sheets.items() if rows
    ]


def _from_json(text: str, name: str, words: Words) -> Found:
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotTextError(f"line {error.lineno}, column {error.colno} is no JSON: {error.msg}") from error
    except RecursionError as error:
        raise NotTextError("it is nested too deeply") from error
    if are_needs(values):
        records, left_out = need_records(values, text, words)
    elif are_issues(values):
        records, left_out = issue_records(values, _lines_of_entries(text))
    else:
        raise NotTextError("it is JSON, but neither a list of issues nor the ‘needs.json’ of sphinx-needs")
    return from_records(records, name, words, left_out)


def _lines_of_entries(text: str) -> list[int]:
    """The line on which each entry of a list in JSON begins."""
    decoder, place = json.JSONDecoder(), text.index("[") + 1
    lines: list[int] = []
    while True:
        while place < len(text) and text[place] in " \t\n,":
            place += 1
        if place >= len(text) or text[place] == "]":
            return lines
        lines.append(text.count("\n", 0, place) + 1)
        _, place = decoder.raw_decode(text, place)


def _from_yaml(text: str, name: str, words: Words) -> Found:
    content, findings = text.encode(), list[Finding]()
    positions = Positions(name, content)
    values = read_values(content, positions, findings)
    if findings:
        raise NotTextError(f"line {findings[0].place.line}: {findings[0].message}")
    if not is_mkdocs_roadmap(values):
        raise NotTextError("it is YAML, but no roadmap of mkdocs-roadmap: it has neither milestones nor objectives nor a timeline")
    return from_mkdocs_roadmap(values, positions, name, words)
