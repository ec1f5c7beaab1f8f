"""``roadmap import``: what it writes, what it only says, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from enhancement_roadmap.cli import main
from support.folder import contents
from support.seed import SEED

PLAN = "# Plan\n\n## High priority\n\n### 1. Sign-in\n\n- [x] Form\n- [ ] Two factors\n"
LATER = PLAN.replace("- [x] Form", "- [x] Forms") + "\n### 2. Backups\n\n- [ ] Daily\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("FUTURE.md").write_text(PLAN, encoding="utf-8")
    Path("LATER.md").write_text(LATER, encoding="utf-8")


def run(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=typed)


def test_a_plan_becomes_a_roadmap_that_has_no_findings() -> None:
    ran = run("import", str(SEED))
    assert ran.exit_code == 0, ran.output
    assert "9 enhancements, 54 requirements; 54 check boxes in the source." in ran.stdout
    assert "13 files written to roadmap-data." in ran.stdout
    checked = run("check")
    assert (checked.exit_code, checked.stdout) == (0, "9 enhancements in 13 files: no findings.\n")


def test_a_dry_run_says_the_same_and_writes_nothing() -> None:
    ran = run("import", "FUTURE.md", "--dry-run")
    assert ran.exit_code == 0
    assert "1 enhancement, 2 requirements; 2 check boxes in the source." in ran.stdout
    assert "2 files would be written to roadmap-data." in ran.stdout
    assert not Path("roadmap-data").exists()


def test_it_reads_standard_input() -> None:
    ran = run("import", "-", "--out", "plan", typed=PLAN)
    assert ran.exit_code == 0
    assert sorted(contents(Path("plan"))) == ["enhancements/01-sign-in.yml", "roadmap.yml"]


def test_a_roadmap_that_is_there_is_not_touched() -> None:
    run("import", "FUTURE.md")
    before = contents(Path("roadmap-data"))
    ran = run("import", "LATER.md")
    assert ran.exit_code == 1
    assert "  new: enhancements/02-backups.yml\n" in ran.stdout
    assert "  left as it is: enhancements/01-sign-in.yml (FILE says otherwise)\n" in ran.stdout
    assert "  left as it is: roadmap.yml (the same)\n" in ran.stdout
    assert contents(Path("roadmap-data")) == before


def test_merging_adds_what_is_new_and_leaves_the_rest() -> None:
    run("import", "FUTURE.md")
    before = contents(Path("roadmap-data"))
    ran = run("import", "LATER.md", "--merge")
    assert ran.exit_code == 0, ran.output
    after = contents(Path("roadmap-data"))
    assert after.pop("enhancements/02-backups.yml").startswith(b"title: Backups\n")
    assert after == before


def test_an_enhancement_under_another_name_is_known_by_its_title_and_a_number_that_is_taken_is_left_out() -> None:
    run("import", "FUTURE.md")
    Path("roadmap-data/enhancements/01-sign-in.yml").rename("roadmap-data/enhancements/02-login.yml")
    ran = run("import", "LATER.md", "--merge")
    assert ran.exit_code == 0, ran.output
    assert sorted(contents(Path("roadmap-data"))) == ["enhancements/02-login.yml", "enhancements/backups.yml", "roadmap.yml"]


def test_a_roadmap_with_mistakes_is_left_until_they_are_put_right() -> None:
    run("import", "FUTURE.md")
    Path("roadmap-data/enhancements/01-sign-in.yml").write_text("titel: Sign-in\n", encoding="utf-8")
    before = contents(Path("roadmap-data"))
    ran = run("import", "LATER.md", "--merge")
    assert ran.exit_code == 1
    assert "01-sign-in.yml:1:1: error RM301" in ran.stderr
    assert "Nothing is added before they are put right." in ran.stderr
    assert contents(Path("roadmap-data")) == before


def test_a_document_without_a_plan_is_said_to_have_none() -> None:
    ran = run("import", "-", typed="# Tool\n\nA tool.\n\n## Installation\n\n```sh\nmake\n```\n")
    assert ran.exit_code == 1
    assert ran.stdout.startswith("standard input: nothing found: no enhancement is in it.\n")
    assert not Path("roadmap-data").exists()


def test_what_is_no_text_can_not_be_read() -> None:
    Path("plan.md").write_bytes(b"\x7fELF\x00\x00")
    ran = run("import", "plan.md")
    assert ran.exit_code == 2
    assert "plan.md can not be read: it is no text" in ran.output


def test_a_table_of_words_adds_to_those_of_the_product() -> None:
    Path("words.toml").write_text('[fact.trigger]\nhouse = ["Anpfiff"]\n', encoding="utf-8")
    plan = "# Plan\n\n## High priority\n\n### 1. Sign-in\n\n**Anpfiff**: when users come\n\n- [ ] Form\n"
    assert run("import", "-", "--words", "words.toml", typed=plan).exit_code == 0
    assert "trigger: when users come\n" in Path("roadmap-data/enhancements/01-sign-in.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[fact", "it is no TOML"),
        ('[facts.trigger]\nen = ["x"]\n', "it has a group ‘facts’"),
        ('[fact.begin]\nen = ["x"]\n', "‘fact’ has no ‘begin’"),
        ("[fact.trigger]\nen = 7\n", "‘fact.trigger’ needs lists of words"),
    ],
)
def test_a_table_that_is_none_says_what_is_wrong(table: str, said: str) -> None:
    Path("words.toml").write_text(table, encoding="utf-8")
    ran = run("import", "FUTURE.md", "--words", "words.toml")
    assert ran.exit_code == 2
    assert f"words.toml can not be used: {said}" in ran.output
