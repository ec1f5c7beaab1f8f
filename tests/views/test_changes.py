"""The view ``changes``: what a change does, beside the roadmap as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.diff import Comparison, Version
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.views import VIEWS, RenderContext
from support.differences import version_of
from support.fragments import Fragment
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.plain_plan import make_folder
from support.render_contexts import EveryLink, roadmap_folder
from support.roadmaps import enhancement, small

BEFORE = small(third=enhancement("third", 3, "Third *thing*"))
AFTER = small(first=enhancement("first", 1, "First thing", "owner: Ada").replace("priority: high", "priority: low"))


def _scene(before: Version, after: Version, base: str = "main") -> RenderContext:
    return RenderContext(after.insight, EveryLink(), comparison=Comparison.of(before, after, base))


@pytest.fixture
def render_context(tmp_path: Path) -> RenderContext:
    """A change that removes one enhancement, lowers the priority of another and gives it an owner."""
    return _scene(version_of(make_folder(tmp_path / "before", BEFORE)), version_of(make_folder(tmp_path / "after", AFTER)))


def _fragment(render_context: RenderContext, **options: object) -> Fragment:
    fragment = Fragment(VIEWS["changes"].render(render_context, VIEWS["changes"].options.model_validate(options)))
    assert fragment.problems == []
    return fragment


def test_counts_totals_and_each_change_with_old_and_new(render_context: RenderContext) -> None:
    assert _fragment(render_context).text == (
        "Removed 1 Priority lowered 1 Enhancements 3 → 2 Requirements 3 → 2 Enhancements: High 3 → 1 Enhancements: Low 0 → 1 "
        "3 changes, the most important first Enhancement Change Before After "
        "Third thing Removed roadmap-data/enhancements/third.yml:1 number 3, priority high, 1 requirement –nothing "
        "First thing Priority lowered roadmap-data/enhancements/first.yml:4 high low "
        "First thing Owner roadmap-data/enhancements/first.yml:8 –nothing Ada"
    )


def test_enhancements_are_linked_where_they_have_a_page(render_context: RenderContext) -> None:
    assert [link["href"] for link in _fragment(render_context).all("a")] == [
        "enhancements/third/",
        "enhancements/first/",
        "enhancements/first/",
    ]
    bare = RenderContext(render_context.insight, NoLinks(), comparison=render_context.comparison)
    assert _fragment(bare).all("a") == []


def test_options_choose(render_context: RenderContext) -> None:
    lowered = _fragment(render_context, effect="priority-lowered").text
    assert lowered.startswith("1 change, the most important first")
    assert "Third thing" not in lowered
    assert _fragment(render_context, about=["first"]).text.startswith("2 changes, the most important first")
    assert "1 of 3 changes, the most important first" in _fragment(render_context, limit=1).text
    assert _fragment(render_context, effect="added").text == "No change fits. Take a filter away to see more."


def test_where_there_is_nothing_to_show_it_says_why(tmp_path: Path) -> None:
    version = version_of(make_folder(tmp_path, BEFORE))
    assert _fragment(_scene(version, version, "v1.0")).text == "Nothing: the roadmap is the same as in v1.0."
    assert _fragment(RenderContext(version.insight, EveryLink())).text.startswith("Nothing is compared here.")


def test_words_of_either_roadmap_show_as_typed(tmp_path: Path) -> None:
    hostile = " ¦ ".join(SHOWN_AS_TYPED)
    fragments = []
    for name, words in (("hostile", hostile), ("harmless", "Harmless words")):
        old, new = (dict(hostile_roadmap(roadmap_folder("small"), f"{when} {words}")) for when in ("Before", "After"))
        versions = [version_of(make_folder(tmp_path / name / when, files)) for when, files in (("before", old), ("after", new))]
        fragments.append(_fragment(_scene(*versions, words)))
    bad, good = fragments
    assert {(tag, *found) for tag, found in bad.elements} == {(tag, *found) for tag, found in good.elements}
    assert [text for text in SHOWN_AS_TYPED if " ".join(text.split()) not in bad.text] == []
