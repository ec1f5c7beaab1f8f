"""The comment on several roadmaps: each has its part, and all of them together fit where one would."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from enhancement_roadmap.history import Compared, Versions, compare
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.loading import load
from enhancement_roadmap.outputs.difference import LIMIT
from enhancement_roadmap.preview.comment import comment
from support.repository import make_repository
from support.roadmaps import MINIMAL, enhancement, small

LONG = "Long " * 30
MANY = {f"enhancements/e{number}.yml": enhancement(f"e{number}", number, f"{LONG}{number}") for number in range(3, 303)}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Compared]:
    """Three roadmaps: one with very many changes, one with one, and another with very many."""
    made = make_repository(tmp_path_factory.mktemp("three"), folder="")
    for folder in ("a", "b", "c"):
        made.write({f"{folder}/{name}": text for name, text in small(roadmap=MINIMAL.replace("Plan", f"Plan {folder}")).items()})
    made.record("Begin")
    made.branch("topic")
    for folder in ("a", "c"):
        made.write({f"{folder}/{name}": text for name, text in MANY.items()})
    made.write({"b/enhancements/second.yml": None})
    made.record("Change")
    day = date(2025, 6, 1)
    return {name: compare(Versions("main"), made.path / name, load(made.path / name), day) for name in ("a", "b", "c")}


def text_of(compared: list[Compared]) -> str:
    return comment(compared, [NoLinks()] * len(compared), {})


def test_one_roadmap_needs_no_name(compared: Mapping[str, Compared]) -> None:
    assert text_of([compared["b"]]).startswith("### What this change does to the roadmap\n")


def test_each_part_is_called_by_the_roadmap_and_all_of_them_fit(compared: Mapping[str, Compared]) -> None:
    text = text_of([*compared.values()])
    parts = text.split("### What this change does to ")[1:]
    assert [part.splitlines()[0] for part in parts] == ["Plan a", "Plan b", "Plan c"]
    assert len(text.encode()) <= LIMIT
    assert ["left out here" in part for part in parts] == [True, False, True]
    assert all(part.count("<details>") == part.count("</details>") for part in parts)


def test_what_a_short_part_leaves_the_next_one_has(compared: Mapping[str, Compared]) -> None:
    a, _, c = text_of([*compared.values()]).split("### What this change does to ")[1:]
    assert len(a.encode()) < LIMIT / 2 < len(c.encode())
