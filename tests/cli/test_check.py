"""``roadmap check`` names every mistake, in three forms, and its exit code says whether there are any."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from enhancement_roadmap.cli import main
from support.command import roadmap, roadmap_process
from support.plain_plan import PLAN, make_folder

GOLDEN = Path(__file__).parent / "golden"
BAD = {
    **PLAN,
    "plan.yml": "quarters:\n\t- {id: q1}\n",
    "enhancements/02-api.yml": """\
id: API
number: 1
titel: API
priority: hihg
status: "50%: a, b\\e[31m\\n::error::x"
trigger: {summary: When, kind: growth}
requirements: [{id: a, text: ''}]
scope: {depends_on: [databse-security]}
""",
}
"""Mistakes in the YAML, in the model and across files, with text that would like to be a command."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_each_form_shows_every_finding(form: str, here: Path) -> None:
    make_folder(here / "roadmap-data", BAD)
    ran = CliRunner().invoke(main, ["check", "--format", form])
    golden = GOLDEN / f"check-{form}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(ran.output, encoding="utf-8")
    assert ran.output == golden.read_text(encoding="utf-8")
    assert ran.exit_code == 1
    assert ran.stderr == ""


def test_a_clean_folder_says_what_was_read(here: Path) -> None:
    make_folder(here / "roadmap-data", PLAN)
    ran = CliRunner().invoke(main, ["check"])
    assert (ran.output, ran.exit_code) == ("1 enhancement in 3 files: no findings.\n", 0)


@pytest.mark.parametrize(("form", "output"), [("json", '{\n  "schema_version": 1,\n  "findings": []\n}\n'), ("github", "")])
def test_a_clean_folder_in_the_forms_for_programs(form: str, output: str, here: Path) -> None:
    make_folder(here / "roadmap-data", PLAN)
    ran = CliRunner().invoke(main, ["check", "--format", form])
    assert (ran.output, ran.exit_code) == (output, 0)


LATE = {**PLAN, "governance.yml": "reviews: [{id: monthly, title: Monthly, cadence: monthly, task: Look, last_held: 2025-06}]\n"}


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [([], 0), (["--strict-dates", "--today", "2025-07-31"], 0), (["--strict-dates", "--today", "2025-08-01"], 1)],
)
def test_only_strict_dates_make_an_overdue_review_a_finding(arguments: list[str], exit_code: int, here: Path) -> None:
    make_folder(here / "roadmap-data", LATE)
    ran = CliRunner().invoke(main, ["check", *arguments])
    assert ran.exit_code == exit_code
    assert ("roadmap-data/governance.yml:1:11: error RM811: " in ran.output) == bool(exit_code)


def test_of_thousands_of_findings_the_first_are_shown_unless_all_are_asked_for(tmp_path: Path) -> None:
    labels = "".join(f"  - '<{number}>'\n" for number in range(2000))
    folder = make_folder(tmp_path, {**PLAN, "enhancements/02-api.yml": f"title: API\npriority: low\nlabels:\n{labels}"})
    first, whole = roadmap("check", folder), roadmap("check", "--all", folder)
    assert first.returncode == whole.returncode == 1
    assert first.stdout.splitlines()[-2:] == ["… and 1,701 more: 1,701 errors in 1 file; --all shows them", "2,001 errors in 1 file."]
    assert (first.stdout.count(": error RM"), whole.stdout.count(": error RM")) == (300, 2001)
    assert whole.stdout.startswith("\n".join(first.stdout.splitlines()[:-2]))


def test_exit_codes_of_the_process(tmp_path: Path) -> None:
    clean, bad = make_folder(tmp_path / "clean", PLAN), make_folder(tmp_path / "bad", BAD)
    assert [roadmap_process("check", folder).returncode for folder in (clean, bad, tmp_path / "nowhere")] == [0, 1, 2]


def test_what_can_not_run_says_so_in_one_line_on_standard_error(tmp_path: Path) -> None:
    for folder, reason in (
        (tmp_path / "no\nwhere", "there is no such folder"),
        (make_folder(tmp_path, {"file": ""}) / "file", "is not a folder"),
    ):
        ran = roadmap("check", folder)
        assert ran.returncode == 2
        assert ran.stdout == ""
        (line,) = ran.stderr.splitlines()
        assert line.startswith("roadmap: could not run: ")
        assert line.endswith(reason)


def test_a_wrong_option_is_no_finding(tmp_path: Path) -> None:
    ran = roadmap("check", tmp_path, "--format", "xml")
    assert ran.returncode == 2
    assert "'xml'" in ran.stderr


def test_a_defect_of_the_program_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("enhancement_roadmap.cli.commands.check.read", broken)
    ran = CliRunner().invoke(main, ["check"])
    assert ran.exit_code == 2
    assert "ZeroDivisionError" in ran.stderr
