"""Views of a roadmap that is held against an older one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from enhancement_roadmap.diff import Comparison
from enhancement_roadmap.views import VIEWS, RenderContext, View
from support.differences import version_of
from support.fragments import ELEMENTS, Fragment, address_of
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.plain_plan import make_folder
from support.previews import BEFORE, CHANGE
from support.render_contexts import EveryLink, roadmap_folder

HOSTILE = " ¦ ".join(SHOWN_AS_TYPED)
HARMLESS = "Harmless words of somebody@example.org"


def _scene(before: Path, after: Path, base: str = "main") -> RenderContext:
    newer = version_of(after)
    return RenderContext(newer.insight, EveryLink(), comparison=Comparison.of(version_of(before), newer, base))


@pytest.fixture
def render_context(tmp_path: Path) -> RenderContext:
    """A change that adds, changes and removes one enhancement each."""
    after = {name: text for name, text in {**BEFORE, **CHANGE}.items() if text is not None}
    return _scene(make_folder(tmp_path / "before", BEFORE), make_folder(tmp_path / "after", after))


def _html(view: str, render_context: RenderContext, **options: object) -> str:
    return VIEWS[view].render(render_context, VIEWS[view].options.model_validate(options))


def test_the_note_counts_and_names(render_context: RenderContext) -> None:
    assert Fragment(_html("preview", render_context)).text == (
        "Preview of a change against main: 1 new, 1 changed, 1 removed. What this change does"
    )
    named = Fragment(_html("preview", render_context, names=True))
    assert [link["href"] for link in named.all("a")] == [f"enhancements/{name}/" for name in ("fifth", "fourth", "third")]


def test_elsewhere_there_is_no_note_and_nothing_removed(render_context: RenderContext) -> None:
    plain = RenderContext(render_context.insight, EveryLink())
    assert _html("preview", plain) == ""
    assert Fragment(_html("removed", plain, was="third")).text == "No enhancement with this id is removed."
    assert Fragment(_html("removed", render_context, was="first")).text == "No enhancement with this id is removed."


def test_a_list_of_names_marks_them(render_context: RenderContext) -> None:
    assert "Fifth thing New" in Fragment(_html("urgency", render_context)).text
    assert "Fourth thing Changed" in Fragment(_html("ranking", render_context)).text


def test_a_table_has_a_removed_row_only_where_it_would_have_had_it(render_context: RenderContext) -> None:
    assert "Third thing Removed" in Fragment(_html("table", render_context, owner="Ada")).text
    assert "Third thing" not in Fragment(_html("table", render_context, owner="Grace")).text


def _fragments(view: View, render_context: RenderContext) -> Iterator[Fragment]:
    assert render_context.comparison is not None
    fields = view.options.model_fields
    if "enhancement" in fields:
        for item in render_context.insight.roadmap.enhancements:
            wanted = [item.id] if "tuple" in str(fields["enhancement"].annotation) else item.id
            yield Fragment(view.render(render_context, view.options.model_validate({"enhancement": wanted})))
    if "was" in fields:
        for item in render_context.comparison.removed:
            yield Fragment(view.render(render_context, view.options.model_validate({"was": item.id})))
    if not any(field.is_required() for field in fields.values()):
        yield Fragment(view.render(render_context, view.options()))


@pytest.fixture(scope="module")
def hostile_and_harmless(tmp_path_factory: pytest.TempPathFactory) -> tuple[RenderContext, RenderContext]:
    """Two changes that differ in their words alone; each text of the data and the name of the branch is such a word."""
    return _worded(tmp_path_factory.mktemp("hostile"), HOSTILE), _worded(tmp_path_factory.mktemp("harmless"), HARMLESS)


def _worded(folder: Path, text: str) -> RenderContext:
    before = dict(hostile_roadmap(roadmap_folder("small"), f"Before {text}"))
    after = dict(hostile_roadmap(roadmap_folder("small"), text))
    gone = before["enhancements/05-logo.yml"]
    before["enhancements/50-old-logo.yml"] = gone.replace("id: logo", "id: old-logo").replace("number: '5'", "number: '50'")
    return _scene(make_folder(folder / "before", before), make_folder(folder / "after", after), base=text)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_words_of_either_roadmap_never_become_an_element_or_an_attribute(
    view: View, hostile_and_harmless: tuple[RenderContext, RenderContext]
) -> None:
    hostile, harmless = (list(_fragments(view, render_context)) for render_context in hostile_and_harmless)
    for bad, good in zip(hostile, harmless, strict=True):
        assert bad.problems == []
        assert {tag for tag, _ in bad.elements} <= ELEMENTS
        if view.name != "changes":  # which entries are the same ones depends on their words
            assert [tag for tag, _ in bad.elements] == [tag for tag, _ in good.elements]
            assert [found.keys() for _, found in bad.elements] == [found.keys() for _, found in good.elements]
        assert not [value for found in bad.all("a") if re.match(r"(?i)\s*(javascript|data|//)", value := address_of(found))]


@pytest.mark.parametrize("view", ["preview", "facts", "removed", "table"])
def test_what_a_preview_adds_shows_as_typed(view: str, hostile_and_harmless: tuple[RenderContext, RenderContext]) -> None:
    words = " ".join(fragment.text for fragment in _fragments(VIEWS[view], hostile_and_harmless[0]))
    assert [text for text in SHOWN_AS_TYPED if " ".join(text.split()) not in words] == []
