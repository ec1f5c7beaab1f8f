"""Every kind of contradiction: golden/*.txt. To write the findings anew: UPDATE_GOLDEN=1 pytest tests/checks, then read them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check
from enhancement_roadmap.findings import Finding, as_text, catalogue
from enhancement_roadmap.loading import load
from support.golden_case import read_case
from support.plain_plan import PLAN, make_folder
from support.render_contexts import TODAY

CASES = sorted(Path(__file__).parent.joinpath("golden").glob("*.txt"))


def _found(folder: Path) -> tuple[Finding, ...]:
    loaded = load(folder, shown="data")
    assert loaded.roadmap is not None, as_text(loaded.findings)
    return check(loaded, Insight(loaded.roadmap, TODAY))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_contradiction_is_named_once_with_its_place(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    found = as_text(_found(make_folder(tmp_path / "data", case.files)))
    if os.environ.get("UPDATE_GOLDEN"):
        case.update(found)
    assert found == read_case(path).findings


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_contradiction_stops_only_a_strict_build(path: Path, tmp_path: Path) -> None:
    assert {finding.severity for finding in _found(make_folder(tmp_path / "data", read_case(path).files))} <= {"warning"}


def test_every_contradiction_has_a_case() -> None:
    cases = "".join(path.read_text(encoding="utf-8") for path in CASES)
    assert [
        code
        for code in catalogue()
        if (code.startswith("RM80") or "RM814" <= code <= "RM819" or "RM824" <= code <= "RM829") and f" {code}: " not in cases
    ] == []


def test_the_plan_that_the_cases_add_to_has_no_contradiction(tmp_path: Path) -> None:
    assert _found(make_folder(tmp_path, PLAN)) == ()
