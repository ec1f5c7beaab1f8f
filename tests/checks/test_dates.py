"""What is overdue: dates/*.txt. To write the findings anew: UPDATE_GOLDEN=1 pytest tests/checks, then read them."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check, check_dates
from enhancement_roadmap.findings import as_text, catalogue
from enhancement_roadmap.loading import Loaded, load
from support.golden_case import read_case
from support.plain_plan import PLAN, make_folder
from support.render_contexts import TODAY

CASES = sorted(Path(__file__).parent.joinpath("dates").glob("*.txt"))


def _loaded(folder: Path) -> tuple[Loaded, Insight]:
    loaded = load(folder, shown="data")
    assert loaded.roadmap is not None, as_text(loaded.findings)
    return loaded, Insight(loaded.roadmap, TODAY)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_all_that_is_overdue_is_named_once_with_its_place(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    found = as_text(check_dates(*_loaded(make_folder(tmp_path / "data", case.files))))
    if os.environ.get("UPDATE_GOLDEN"):
        case.update(found)
    assert found == read_case(path).findings


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_overdue_is_no_contradiction(path: Path, tmp_path: Path) -> None:
    found = check(*_loaded(make_folder(tmp_path / "data", read_case(path).files)))
    assert [finding for finding in found if finding.code != "RM815"] == []  # A case has a reading that does not count yet.


def test_every_kind_of_it_has_a_case() -> None:
    cases = "".join(path.read_text(encoding="utf-8") for path in CASES)
    assert [code for code in catalogue() if ("RM811" <= code <= "RM813" or "RM821" <= code <= "RM823") and f" {code}: " not in cases] == []


def test_it_depends_on_the_day_alone(tmp_path: Path) -> None:
    files = {**PLAN, "governance.yml": "reviews: [{id: r, title: R, cadence: weekly, task: Look, last_held: 2026-06-23}]\n"}
    loaded, insight = _loaded(make_folder(tmp_path, files))
    assert check_dates(loaded, insight) == ()
    assert [finding.code for finding in check_dates(loaded, Insight(insight.roadmap, TODAY + timedelta(days=1)))] == ["RM811"]
