"""Plans in sheets, and in what other programs write: columns, kinds, several at once, and mistakes in them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from enhancement_roadmap.cli import main
from enhancement_roadmap.importing import NotTextError, Words, files_of, joined, loaded_from, read_source, report_of
from enhancement_roadmap.importing.sheets import MAX_ROWS

HEAD = ["Title", "Priority", "Tage", "Impact", "Due"]
ROWS = [["Sign-in", "high", "5", "Big", date(2027, 1, 31)], ["Backups", "low", 3.0, None, None]]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["import", *words], input=typed)


def write_workbook(name: str, **sheets: list[list[object]]) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(name)


def said(name: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(Path("roadmap-data", "enhancements", name).read_text(encoding="utf-8"))
    return found


def test_a_workbook_comes_in_sheet_by_sheet() -> None:
    more = [["Nr", "Vorhaben", "Status"], [7, "Audit log", "done"]]
    write_workbook("plan.xlsx", Plan=[["Our plan"], [], HEAD, *ROWS], Weiteres=more, Listen=[["red", "green"]])
    ran = run("plan.xlsx")
    assert ran.exit_code == 0, ran.output
    assert "plan.xlsx, sheet ‘Plan’: 2 enhancements, 0 requirements." in ran.stdout
    assert "plan.xlsx, sheet ‘Weiteres’: 1 enhancement, 0 requirements." in ran.stdout
    assert "1 row  →  left out: no row names columns that are known" in ran.stdout
    assert said("sign-in.yml") == {
        "title": "Sign-in",
        "description": "Tage: 5",
        "priority": "high",
        "due": date(2027, 1, 31),
        "scope": {"impact": "Big"},
    }
    assert said("07-audit-log.yml")["status"] == "done"
    assert "Our plan" in Path("roadmap-data/roadmap.yml").read_text(encoding="utf-8")


def test_columns_mean_what_somebody_says() -> None:
    Path("plan.csv").write_text("Thema;Wucht;Gefahr;Quatsch\nAnmeldung;4;5;x\n", encoding="utf-8")
    ran = run("plan.csv", "--map", "Thema=title", "--map", "Wucht=impact", "--map", "Gefahr=risk", "--map", "Quatsch=ignore")
    assert ran.exit_code == 0, ran.output
    assert said("anmeldung.yml") == {"title": "Anmeldung", "assessment": {"risk": 5, "impact": 4}}


@pytest.mark.parametrize(
    ("mapped", "answer"),
    [
        ("Wuchd=impact", "there is no column ‘Wuchd’. Did you mean ‘Wucht’? Valid: Title, Wucht"),
        ("Wucht=impakt", "‘Wucht’ can not mean ‘impakt’. Did you mean ‘impact’?"),
        ("Wucht", "‘Wucht’ says nothing; write a column and its meaning, such as ‘Impact=impact’."),
    ],
)
def test_a_column_that_can_not_be_mapped_is_answered(mapped: str, answer: str) -> None:
    Path("plan.csv").write_text("Title,Wucht\nAnmeldung,4\n", encoding="utf-8")
    ran = run("plan.csv", "--map", mapped)
    assert (ran.exit_code, Path("roadmap-data").exists()) == (2, False)
    assert answer in " ".join(ran.output.split())


def test_only_sheets_have_columns() -> None:
    Path("plan.md").write_text("# Plan\n", encoding="utf-8")
    assert "plan.md has no columns" in " ".join(run("plan.md", "--map", "A=title").output.split())


def test_several_files_become_one_roadmap() -> None:
    Path("plan.md").write_text("# Ours\n\n## High priority\n\n### 1. Sign-in\n\n- [ ] Form\n", encoding="utf-8")
    Path("more.csv").write_text("Title,Priority,Depends on\nBackups,low,Sign-in\n", encoding="utf-8")
    ran = run("plan.md", "more.csv")
    assert ran.exit_code == 0, ran.output
    assert "plan.md: 1 enhancement" in ran.stdout
    assert "more.csv: 1 enhancement" in ran.stdout
    assert said("backups.yml") == {"title": "Backups", "priority": "low", "scope": {"depends_on": ["sign-in"]}}


def test_a_kind_may_be_named() -> None:
    assert run("-", "--from", "csv", typed="Title,Priority\nSign-in,high\n").exit_code == 0
    assert said("sign-in.yml") == {"title": "Sign-in", "priority": "high"}


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("a.json", b'[{"number": 1,\n "title": }]', "line 2, column 11 is no JSON"),
        ("a.json", b'{"name": "x"}', "neither a list of issues nor the ‘needs.json’"),
        ("a.json", b"[" * 100_000, "it is nested too deeply"),
        ("a.yml", b"title: x\n", "it is YAML, but no roadmap of mkdocs-roadmap"),
        ("a.yml", b"title: [x\n", "line 1: [ or { is still open"),
        ("a.xlsx", b"PK\x03\x04 and nothing", "it is no workbook that can be read"),
        ("a.csv", b'a,b\n"' + b"x" * 200_000, "is no CSV"),
        ("a.csv", b"Title,Priority\n" + b"x,high\n" * (MAX_ROWS + 1), "it has more than 20,000 rows"),
    ],
)
def test_what_can_not_be_read_is_answered(name: str, content: bytes, answer: str) -> None:
    Path(name).write_bytes(content)
    ran = run(name)
    assert (ran.exit_code, Path("roadmap-data").exists()) == (2, False)
    assert f"{name} can not be read: " in ran.output
    assert answer in ran.output


def test_a_workbook_that_is_far_larger_inside_is_not_unpacked() -> None:
    with zipfile.ZipFile("bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 80_000_000)
    ran = run("bomb.xlsx")
    assert ran.exit_code == 2
    assert "bytes when it is unpacked" in ran.output


def test_what_a_folder_has_otherwise_is_listed() -> None:
    Path("plan.csv").write_text("Title,Priority,Owner\nSign-in,high,Ada\n", encoding="utf-8")
    run("plan.csv")
    file = Path("roadmap-data/enhancements/sign-in.yml")
    file.write_text("# mine\n" + file.read_text(encoding="utf-8").replace("high", "low") + "description: Ours alone\n", encoding="utf-8")
    ran = run("plan.csv")
    lines = ran.stdout.splitlines()
    place = lines.index("  left as it is: enhancements/sign-in.yml (FILE says otherwise)")
    assert lines[place + 1 : place + 3] == ["    -priority: low", "    +priority: high"]


CELLS = st.lists(
    st.sampled_from(
        [
            "abc",
            "high",
            "- ",
            "[x] ",
            "- [ ] ",
            "# ",
            "**Trigger**: ",
            "\n",
            " ",
            "1",
            "4/5",
            "é中",
            "~~",
            "`",
            "|",
            "=",
            "@x",
            "Q1 2027",
            ": ",
        ]
    ),
    max_size=7,
).map("".join)
HEADINGS = st.sampled_from([*HEAD, "Risk", "Owner", "Tasks", "Status", "Score", "Notes", "Phase", "", "ID", "Links"])
_WORD = re.compile(r"\w+")


def keeps_words(content: bytes, name: str, words: str) -> None:
    """Import a file; each of its words is in the data or in the report, and the data can be read."""
    try:
        read = read_source(content, name, Words.with_own(), {})
    except NotTextError:
        return
    files = files_of(joined(read.found))
    values = [str(yaml.safe_load(text)) for text in files.values()]
    kept = "\n".join([*values, *files, *files.values(), *(report_of(one) for one in read.found)])
    if read.found[0].enhancements:
        missing = set(_WORD.findall(words.casefold())) - set(_WORD.findall(kept.casefold()))
        assert missing == set()
        assert [one for one in loaded_from(files, "x").findings if one.code in {"RM201", "RM301", "RM302"}] == []


@settings(max_examples=150, deadline=None)
@given(st.lists(HEADINGS, min_size=2, max_size=5), st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=5))
def test_any_sheet_keeps_its_words(head: list[str], rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["Title", "Priority", *head], *(["A title", *row] for row in rows)])
    keeps_words(text.getvalue().encode(), "plan.csv", " ".join(cell for row in rows for cell in row))


ISSUES = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.integers(1, 99),
            "title": CELLS.map(lambda text: f"Title {text}"),
            "body": CELLS,
            "state": st.sampled_from(["open", "closed"]),
        },
        optional={"labels": st.lists(st.one_of(CELLS, st.builds(dict, name=CELLS)), max_size=3), "milestone": st.builds(dict, title=CELLS)},
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(ISSUES)
def test_any_issues_keep_their_words(issues: list[dict[str, object]]) -> None:
    keeps_words(json.dumps(issues).encode(), "issues.json", " ".join(f"{issue['title']} {issue['body']}" for issue in issues))
