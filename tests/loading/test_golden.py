"""Every kind of bad data: golden/*.txt. To write the findings anew: UPDATE_GOLDEN=1 pytest tests/loading, then read them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from enhancement_roadmap.findings import as_text
from enhancement_roadmap.loading import load
from support.golden_case import read_case
from support.plain_plan import PLAN, make_folder

CASES = sorted(Path(__file__).parent.joinpath("golden").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_mistake_is_named_once_with_its_place(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    loaded = load(make_folder(tmp_path / "data", case.files), shown="data")
    found = as_text(loaded.findings)
    if os.environ.get("UPDATE_GOLDEN"):
        case.update(found)
    assert found == read_case(path).findings
    assert (loaded.roadmap is None) == bool(loaded.findings)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_place_is_in_its_file(path: Path, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", read_case(path).files)
    for finding in load(folder, shown="data").findings:
        place = finding.place
        if place.line:
            lines = (tmp_path / place.file).read_bytes().decode("utf-8", "replace").split("\n")
            assert place.line <= len(lines)
            assert place.column <= len(lines[place.line - 1]) + 1


def test_the_plan_that_the_cases_add_to_has_no_mistake(tmp_path: Path) -> None:
    loaded = load(make_folder(tmp_path, PLAN))
    assert loaded.findings == ()
    assert loaded.roadmap is not None
