"""``roadmap explain`` prints the same text that the reference page has."""

from __future__ import annotations

import pytest

from enhancement_roadmap.findings import catalogue
from support.command import roadmap


@pytest.mark.parametrize("asked", ["RM301", "rm301", "unknown-key", "Unknown-Key"])
def test_a_code_or_a_name_is_explained(asked: str) -> None:
    ran = roadmap("explain", asked)
    assert (ran.returncode, ran.stdout) == (0, catalogue()["RM301"].explanation)


@pytest.mark.parametrize(("asked", "meant"), [("RM3001", "RM301"), ("unknwon-key", "unknown-key")])
def test_an_unknown_code_is_answered_with_the_nearest(asked: str, meant: str) -> None:
    ran = roadmap("explain", asked)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"there is no code ‘{asked}’. Did you mean ‘{meant}’?" in ran.stderr


def test_without_a_code_all_are_listed() -> None:
    lines = roadmap("explain").stdout.splitlines()
    assert lines == [f"{code}  {entry.name}" for code, entry in catalogue().items()]
