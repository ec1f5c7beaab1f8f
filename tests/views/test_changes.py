"""The view ``changes``: what a change does, beside the roadmap as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.diff import Comparison, Side
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.views import VIEWS, Scene
from support.differences import side_of
from support.fragments import Fragment
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.plain_plan import make_folder
from support.roadmaps import enhancement, small
from support.scenes import EveryLink, roadmap_folder

BEFORE = small(third=enhancement("third", 3, "Third *thing*"))
AFTER = small(first=enhancement("first", 1, "First thing", "owner: Ada").replace("priority: high", "priority: low"))


def _scene(before: Side, after: Side, base: str = "main") -> Scene:
    return Scene(after.insight, EveryLink(), comparison=Comparison.of(before, after, base))


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """A change that removes one enhancement, lowers the priority of another and gives it an owner."""
    return _scene(side_of(make_folder(tmp_path / "before", BEFORE)), side_of(make_folder(tmp_path / "after", AFTER)))


def _fragment(scene: Scene, **options: object) -> Fragment:
    fragment = Fragment(VIEWS["changes"].render(scene, VIEWS["changes"].options.model_validate(options)))
    assert fragment.problems == []
    return fragment


def test_counts_totals_and_each_change_with_old_and_new(scene: Scene) -> None:
    assert _fragment(scene).text == (
        "Removed 1 Priority lowered 1 Enhancements 3 → 2 Requirements 3 → 2 Enhancements: High 3 → 1 Enhancements: Low 0 → 1 "
        "3 changes, the most important first Enhancement Change Before After "
        "Third thing Removed roadmap-data/enhancements/third.yml:1 number 3, priority high, 1 requirement –nothing "
        "First thing Priority lowered roadmap-data/enhancements/first.yml:4 high low "
        "First thing Owner roadmap-data/enhancements/first.yml:8 –nothing Ada"
    )


def test_enhancements_are_linked_where_they_have_a_page(scene: Scene) -> None:
    assert [link["href"] for link in _fragment(scene).all("a")] == ["enhancements/third/", "enhancements/first/", "enhancements/first/"]
    bare = Scene(scene.insight, NoLinks(), comparison=scene.comparison)
    assert _fragment(bare).all("a") == []


def test_options_choose(scene: Scene) -> None:
    lowered = _fragment(scene, effect="priority-lowered").text
    assert lowered.startswith("1 change, the most important first")
    assert "Third thing" not in lowered
    assert _fragment(scene, about=["first"]).text.startswith("2 changes, the most important first")
    assert "1 of 3 changes, the most important first" in _fragment(scene, limit=1).text
    assert _fragment(scene, effect="added").text == "No change fits. Take a filter away to see more."


def test_where_there_is_nothing_to_show_it_says_why(tmp_path: Path) -> None:
    side = side_of(make_folder(tmp_path, BEFORE))
    assert _fragment(_scene(side, side, "v1.0")).text == "Nothing: the roadmap is the same as in v1.0."
    assert _fragment(Scene(side.insight, EveryLink())).text.startswith("Nothing is compared here.")


def test_words_of_either_roadmap_show_as_typed(tmp_path: Path) -> None:
    hostile = " ¦ ".join(SHOWN_AS_TYPED)
    fragments = []
    for name, words in (("hostile", hostile), ("harmless", "Harmless words")):
        old, new = (dict(hostile_roadmap(roadmap_folder("small"), f"{when} {words}")) for when in ("Before", "After"))
        sides = [side_of(make_folder(tmp_path / name / when, files)) for when, files in (("before", old), ("after", new))]
        fragments.append(_fragment(_scene(sides[0], sides[1], words)))
    bad, good = fragments
    assert {(tag, *found) for tag, found in bad.elements} == {(tag, *found) for tag, found in good.elements}
    assert [text for text in SHOWN_AS_TYPED if " ".join(text.split()) not in bad.text] == []
