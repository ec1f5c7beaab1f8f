"""Plans in the many shapes that people write: what becomes of each, with its report.

Each case is one file, named as the plan is (``.md`` where nothing else is said): the plan, ``=== report`` and the report, then
each data file under ``=== NAME``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from enhancement_roadmap.importing import Words, files_of, joined, loaded_from, read_source, report_of, report_of_findings

CASES = sorted((Path(__file__).parent / "golden").glob("*.txt"))
REPORT = "=== report\n"


def outcome(text: str, name: str) -> str:
    read = read_source(text.encode(), name, Words.with_own(), {})
    found = joined(read.found)
    files = files_of(found) if found.enhancements else {}
    findings = loaded_from(files, "roadmap-data").findings if files else ()
    reports = [*(report_of(one, read.remarks) for one in read.found), *([report_of_findings(findings)] if findings else [])]
    written = [f"=== {path}\n{content.rstrip()}" for path, content in files.items()]
    return REPORT + "\n".join(["\n\n".join(reports), *written]) + "\n"


def test_there_are_more_than_thirty() -> None:
    assert len(CASES) > 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_plan_comes_in_as_reviewed(case: Path) -> None:
    text, mark, _ = case.read_text(encoding="utf-8").partition(REPORT)
    found = outcome(text, case.stem if "." in case.stem else f"{case.stem}.md")
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
    assert "Remains to be put right" not in case.read_text(encoding="utf-8").partition(REPORT)[2]
