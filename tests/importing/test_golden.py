"""Plans in the many shapes that people write: what becomes of each, with its report.

Each case is one file: the plan, ``=== report`` and the report, then each data file under ``=== NAME``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from enhancement_roadmap.importing import files_of, from_markdown, loaded_from, report_of

CASES = sorted((Path(__file__).parent / "golden").glob("*.txt"))
REPORT = "=== report\n"


def outcome(text: str, name: str) -> str:
    found = from_markdown(text, name)
    files = files_of(found) if found.enhancements else {}
    findings = loaded_from(files, "roadmap-data").findings if files else ()
    return (
        "\n".join([f"{REPORT}{report_of(found, findings)}", *(f"=== {path}\n{content.rstrip()}" for path, content in files.items())]) + "\n"
    )


def test_there_are_more_than_thirty() -> None:
    assert len(CASES) > 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_plan_comes_in_as_reviewed(case: Path) -> None:
    text, mark, _ = case.read_text(encoding="utf-8").partition(REPORT)
    found = outcome(text, f"{case.stem}.md")
    assert mark == REPORT
    if os.environ.get("UPDATE_GOLDEN"):
        case.write_text(text + found, encoding="utf-8")
    assert case.read_text(encoding="utf-8") == text + found


@pytest.mark.parametrize("name", ["changelog", "empty", "fenced-template", "readme"])
def test_a_document_without_a_plan_has_no_enhancement(name: str) -> None:
    case = next(case for case in CASES if case.stem == name)
    assert "nothing found: no enhancement is in it." in case.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_data_have_no_findings(case: Path) -> None:
    found = from_markdown(case.read_text(encoding="utf-8").partition(REPORT)[0], case.name)
    assert not found.enhancements or loaded_from(files_of(found), "roadmap-data").findings == ()
