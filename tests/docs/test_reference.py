"""The reference pages say what the code says. To write them anew: UPDATE_REFERENCE=1 .venv/bin/pytest tests/docs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.reference import PAGES

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_what_the_code_gives(name: str) -> None:
    expected = PAGES[name]()
    path = FOLDER / name
    if os.environ.get("UPDATE_REFERENCE"):
        path.write_text(expected, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == expected


def test_no_reference_page_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(PAGES)
