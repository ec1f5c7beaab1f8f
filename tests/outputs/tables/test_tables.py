"""The roadmap for other programs: the same facts in JSON, CSV and a workbook, and nothing in them that acts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from enhancement_roadmap.cli import main
from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource
from enhancement_roadmap.outputs.tables import FactsTable, enhancements_table, metrics_table, requirements_table, reviews_table
from enhancement_roadmap.outputs.tables.csv_table import as_typed, inert, shown_in_cell
from support.plain_plan import make_folder
from support.render_contexts import insight_of, roadmap_folder
from support.roadmaps import enhancement, small
from support.site import WORKING_PANDA

FOLDERS = {name: roadmap_folder(name) for name in ("small", "minimal")}
OWN = """\
fields:
  - {id: cost, title: Status, type: number}
  - {id: seen, title: Seen on, type: date}
  - {id: team, title: Team, of: requirement}
"""
MORE = """\
owner: [Ada, 'Team; B']
due: 2026-09
deferred: {until: 2026-12-01, why: Later}
fields: {cost: '1 200', seen: 2026-05-02}
requirements:
  - {id: outer, text: Outer, parts: [{id: inner, text: Inner, done: 2026-05-01, evidence: [a, b], fields: {team: Red}}]}
  - {id: gone, text: Gone, status: waived, why: Not here}
"""
HOSTILE = "title: '=HYPERLINK(\"http://evil.example\")'\nowner: '+1'\nlabels: [a]\nrequirements: ['@SUM(A1)', '-2+3']\n"


def made(folder: Path, name: str, **options: object) -> bytes:
    content = OUTPUTS[name].make(OutputSource(insight_of(folder), **options))  # type: ignore[arg-type]  # as a caller gives them
    assert content is not None
    return content


def enhancements(folder: Path) -> FactsTable:
    insight = insight_of(folder)
    return enhancements_table(insight, insight.roadmap.enhancements)


def requirements(folder: Path) -> FactsTable:
    insight = insight_of(folder)
    return requirements_table(insight, insight.roadmap.enhancements)


TABLES: Mapping[str, Callable[[Path], FactsTable]] = {
    "enhancements": enhancements,
    "requirements": requirements,
    "metrics": lambda folder: metrics_table(insight_of(folder)),
    "reviews": lambda folder: reviews_table(insight_of(folder)),
}


def told(table: FactsTable) -> list[dict[str, object]]:
    """Each row by the names of its columns, without what nothing is said of."""
    return [{column.name: value for column, value in zip(table.columns, row, strict=True) if value is not None} for row in table.rows]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    first = enhancement("first", 1, "First thing").replace("requirements:\n  - {id: one, text: The one requirement}\n", MORE)
    return make_folder(tmp_path / "data", small(roadmap=small()["roadmap.yml"] + OWN, first=first))


def rows_of(content: bytes, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator))


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments), "--today", "2026-11-24"])


@pytest.mark.parametrize("name", ["roadmap.json", "enhancements.csv", "requirements.csv", "metrics.csv", "reviews.csv", "roadmap.xlsx"])
def test_the_same_is_made_each_time(name: str) -> None:
    assert made(FOLDERS["small"], name) == made(FOLDERS["small"], name)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("name", TABLES)
def test_csv_read_back_gives_the_facts(name: str, separator: str) -> None:
    table = TABLES[name](WORKING_PANDA)
    content = made(WORKING_PANDA, f"{name}.csv", separator=separator)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = rows_of(content, separator)
    assert head == [column.title for column in table.columns]
    assert rows
    for cells, row in zip(rows, table.rows, strict=True):
        for cell, value in zip(cells, row, strict=True):
            if isinstance(value, int | float):
                assert float(cell.replace(",", ".") if separator == ";" else cell) == value
            else:
                assert as_typed(cell) == shown_in_cell(value or "")


def test_a_negative_number_stays_a_number() -> None:
    head, *rows = rows_of(made(WORKING_PANDA, "enhancements.csv"))
    assert min(float(row[head.index("Net value")]) for row in rows if row[head.index("Net value")]) < 0


def test_where_decimals_have_a_comma_spreadsheets_read_it(tmp_path: Path) -> None:
    first = enhancement("first", 1, "First", "assessment: {risk: 2-3, impact: 1}")
    scales = "scoring: {risk: {title: R, levels: [L]}, impact: {title: I, levels: [L]}}\n"
    scales = scales.replace("[L]", "[" + ", ".join(f"{{value: {value}, title: T{value}, meaning: M}}" for value in (1, 2, 3)) + "]")
    folder = make_folder(tmp_path, small(roadmap=small()["roadmap.yml"] + scales, first=first))
    for separator, score in ((";", "2,5"), (",", "2.5"), ("\t", "2.5")):
        head, row, *_ = rows_of(made(folder, "enhancements.csv", separator=separator), separator)
        assert row[head.index("Score")] == score


def test_an_enhancement_is_a_row_of_what_is_said_and_what_is_worked_out(plan: Path) -> None:
    first, second = told(enhancements(plan))
    assert {"id": "first", "owners": "Ada; Team; B", "due": "2026-09", "deferred_until": "2026-12-01"}.items() <= first.items()
    assert {"action": "leave", "requirements_done": 1, "requirements": 1, "fields.cost": 1200}.items() <= first.items()
    assert {"labels": "alpha; Beta one", "depends_on": "first", "waits_for": "first", "is": "blocked"}.items() <= second.items()


def test_a_requirement_is_a_row_and_each_of_its_parts_is_one_behind_it(plan: Path) -> None:
    outer, inner, gone, other = told(requirements(plan))
    assert {"number": "1", "counted": "no", "status": "done"}.items() <= outer.items()
    expected = {"number": "1.1", "counted": "yes", "done_on": "2026-05-01", "evidence": "a; b", "fields.team": "Red"}
    assert expected.items() <= inner.items()
    assert {"number": "2", "counted": "no", "status": "waived", "why": "Not here"}.items() <= gone.items()
    assert {"enhancement": "second", "number": "1"}.items() <= other.items()


def test_no_two_columns_have_a_name_or_a_title_in_common_whatever_fields_a_team_has(plan: Path) -> None:
    for table in (enhancements(plan), requirements(plan)):
        assert len({column.name for column in table.columns}) == len(table.columns)
        assert len({column.title.casefold() for column in table.columns}) == len(table.columns)
    assert "Status (fields.cost)" in {column.title for column in enhancements(plan).columns}


def test_a_workbook_has_a_sheet_a_subject_with_filters_and_a_fixed_head() -> None:
    insight = insight_of(FOLDERS["small"])
    book = load_workbook(io.BytesIO(made(FOLDERS["small"], "roadmap.xlsx")))
    assert book.sheetnames == ["Enhancements", "Requirements", "Matrix", "Metrics", "Reviews"]
    sheet = book["Enhancements"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref is not None) == ("A2", True)
    assert [cell.value for cell in sheet["C"]][1:] == [item.title for item in insight.roadmap.enhancements]
    score = [column.name for column in enhancements(FOLDERS["small"]).columns].index("score") + 1
    assert {cell.data_type for cell in list(sheet.columns)[score - 1][1:] if cell.value is not None} == {"n"}
    colours = {cell.fill.start_color.rgb for row in book["Matrix"].iter_rows(min_row=2, min_col=2) for cell in row}
    assert len(colours) > 1
    assert any("Storage" in str(cell.value) for row in book["Matrix"].iter_rows() for cell in row)


def test_a_day_is_one_in_a_workbook_and_a_month_is_a_text(plan: Path) -> None:
    sheet = load_workbook(io.BytesIO(made(plan, "roadmap.xlsx")))["Enhancements"]
    head = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, head.index("Deferred until") + 1).value == datetime(2026, 12, 1)  # noqa: DTZ001  (a workbook knows no zones)
    assert sheet.cell(2, head.index("Due") + 1).value == "2026-09"


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
    assert as_typed(inert(text)) == shown_in_cell(text)


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
