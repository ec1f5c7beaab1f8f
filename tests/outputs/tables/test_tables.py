"""The roadmap for other programs: the same facts in JSON, CSV and a workbook, and nothing in them that acts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from enhancement_roadmap.cli import main
from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource
from enhancement_roadmap.outputs.tables import ENHANCEMENT_COLUMNS, REQUIREMENT_COLUMNS
from enhancement_roadmap.outputs.tables.csv_table import inert
from support.plain_plan import make_folder
from support.render_contexts import insight_of, roadmap_folder

FOLDERS = {name: roadmap_folder(name) for name in ("small", "minimal")}
HOSTILE = "title: '=HYPERLINK(\"http://evil.example\")'\nowner: '+1'\nlabels: [a]\nrequirements: ['@SUM(A1)', '-2+3']\n"


def made(folder: Path, name: str, **options: object) -> bytes:
    content = OUTPUTS[name].make(OutputSource(insight_of(folder), **options))  # type: ignore[arg-type]  # as a caller gives them
    assert content is not None
    return content


def rows_of(content: bytes, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator))


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments), "--today", "2026-11-24"])


@pytest.mark.parametrize("name", FOLDERS)
def test_the_json_is_what_its_schema_says(name: str) -> None:
    schema = json.loads(made(FOLDERS[name], "roadmap.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(made(FOLDERS[name], "roadmap.json")), schema)


def test_the_json_has_what_is_worked_out() -> None:
    said = json.loads(made(FOLDERS["small"], "roadmap.json"))
    storage = next(item for item in said["enhancements"] if item["id"] == "storage")
    insight = insight_of(FOLDERS["small"])
    assert storage["score"] == 9
    assert storage["progress"] == {"done": insight.progress["storage"].done, "total": insight.progress["storage"].total}
    assert storage["action"] == next(one.action for one in insight.decisions if one.item.id == "storage")
    assert [item["id"] for item in said["enhancements"]] == [item.id for item in insight.roadmap.enhancements]


@pytest.mark.parametrize("name", ["roadmap.json", "enhancements.csv", "requirements.csv", "roadmap.xlsx"])
def test_the_same_is_made_each_time(name: str) -> None:
    assert made(FOLDERS["small"], name) == made(FOLDERS["small"], name)


def test_csv_read_back_gives_the_facts() -> None:
    insight = insight_of(FOLDERS["small"])
    content = made(FOLDERS["small"], "enhancements.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = rows_of(content)
    assert head == [column.title for column in ENHANCEMENT_COLUMNS]
    for row, item in zip(rows, insight.roadmap.enhancements, strict=True):
        for cell, column in zip(row, ENHANCEMENT_COLUMNS, strict=True):
            value = column.value(item, insight)
            told = "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)
            assert cell == told


def test_the_csv_of_requirements_has_parts_behind_their_requirement() -> None:
    head, *rows = rows_of(made(FOLDERS["small"], "requirements.csv", separator=";"), ";")
    assert head == [column.title for column in REQUIREMENT_COLUMNS]
    numbers = [row[1] for row in rows if row[0] == rows[0][0]]
    assert numbers == sorted(numbers)


def test_a_workbook_has_a_sheet_a_subject_with_filters_and_a_fixed_head() -> None:
    insight = insight_of(FOLDERS["small"])
    book = load_workbook(io.BytesIO(made(FOLDERS["small"], "roadmap.xlsx")))
    assert book.sheetnames == ["Enhancements", "Requirements", "Matrix", "Metrics", "Reviews"]
    sheet = book["Enhancements"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref is not None) == ("A2", True)
    assert [cell.value for cell in sheet["C"]][1:] == [item.title for item in insight.roadmap.enhancements]
    score = [column.name for column in ENHANCEMENT_COLUMNS].index("score") + 1
    assert {cell.data_type for cell in list(sheet.columns)[score - 1][1:] if cell.value is not None} == {"n"}
    colours = {cell.fill.start_color.rgb for row in book["Matrix"].iter_rows(min_row=2, min_col=2) for cell in row}
    assert len(colours) > 1
    assert any("Storage" in str(cell.value) for row in book["Matrix"].iter_rows() for cell in row)


def test_no_words_become_a_formula_or_a_link(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"roadmap.yml": "title: '=1+1'\n", "enhancements/01-a.yml": HOSTILE})
    cells = [cell for name in ("enhancements.csv", "requirements.csv") for row in rows_of(made(folder, name)) for cell in row]
    assert '\'=HYPERLINK("http://evil.example")' in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    book = load_workbook(io.BytesIO(made(folder, "roadmap.xlsx")))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in found} <= {"s", "n"}
    assert [cell for cell in found if cell.hyperlink] == []


@given(st.text())
def test_no_text_begins_as_a_formula(text: str) -> None:
    assert not inert(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert inert(text).removeprefix("'") == inert(inert(text).removeprefix("'")).removeprefix("'")


def test_the_command_takes_a_format_and_filters(tmp_path: Path) -> None:
    ran = export("--format", "csv", FOLDERS["small"], "--where", "priority=low", "--separator", ";")
    assert ran.exit_code == 0, ran.output
    low = [item.title for item in insight_of(FOLDERS["small"]).roadmap.enhancements if item.priority == "low"]
    assert [row[2] for row in rows_of(ran.stdout_bytes, ";")[1:]] == low
    out = tmp_path / "plan.xlsx"
    assert export("--format", "xlsx", FOLDERS["small"], "--out", out).exit_code == 0
    assert load_workbook(out).sheetnames[0] == "Enhancements"


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("--format", "csv", "x", "y"), "one of the two"),
        (("reviews.ics", FOLDERS["small"], "--where", "priority=low"), "--where chooses enhancements, and reviews.ics is about more"),
        (("enhancements.csv", FOLDERS["small"], "--where", "prio=low"), "there is no filter ‘prio’. Did you mean ‘priority’?"),
        (("enhancements.csv", FOLDERS["small"], "--separator", ";;"), "--separator is one character"),
        (("enhancement.csv", FOLDERS["small"]), "Did you mean ‘enhancements.csv’?"),
    ],
)
def test_a_call_that_can_not_be_is_answered(arguments: tuple[str | Path, ...], answer: str) -> None:
    ran = export(*arguments)
    assert ran.exit_code == 2
    assert answer in " ".join(ran.output.split())
