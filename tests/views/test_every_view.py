"""What holds for every view, whatever the roadmap says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from enhancement_roadmap.analysis.filters import FILTERS
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.views import VIEWS, RenderContext, View
from support.fragments import ELEMENTS, Fragment, address_of
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.render_contexts import EveryLink, insight_of, render_context_of, roadmap_folder

WORKING_PANDA = Path(__file__).parents[2] / "roadmap-data"
IDS = ["working-panda", "small", "minimal", "growing", "short", "signed", "dated"]
FOLDERS = [WORKING_PANDA, *map(roadmap_folder, IDS[1:])]

HOSTILE = " ¦ ".join(SHOWN_AS_TYPED)
HARMLESS = "Harmless words of somebody@example.org"
NAMES = {
    "role",
    "tabindex",
    "class",
    "dir",
    "id",
    "href",
    "aria-label",
    "aria-hidden",
    "datetime",
    "scope",
    "colspan",
    "rowspan",
    "data-column",
    "max",
    "value",
    "viewbox",
    "d",
    "cx",
    "cy",
    "r",
    "x",
    "y",
    "data-filters",
    "data-roadmap-table",
    "data-search-exclude",
    "data-sort",
    "data-value",
}
NAMES |= {f"data-{each.name}" for each in FILTERS} | {"data-roadmap-list", "data-roadmap-parts", "aria-current", "rel"}
NAMES |= {"dx", "overflow", "rx"}
NAMES |= {"cx", "cy", "dy", "height", "points", "preserveaspectratio", "r", "viewbox", "width", "x", "x1", "x2", "y", "y1", "y2"}
"""What pictures are drawn with."""
OF_TITLES = {"data-phase", "data-quarter"}
WITH_WORDS = {
    "aria-label",
    "data-column",
    "data-filters",
    "href",
    *OF_TITLES,
    *(f"data-{each.name}" for each in FILTERS if each.choices is None),
}
"""Attributes that may hold words from the data, or ids made of them."""


def _fragments(view: View, render_context: RenderContext) -> Iterator[Fragment]:
    """The view on the whole roadmap, or on each enhancement where it shows one."""
    if "enhancement" in view.options.model_fields:
        single = view.options.model_fields["enhancement"].annotation
        for item in render_context.insight.roadmap.enhancements:
            wanted = [item.id] if "tuple" in str(single) else item.id
            yield Fragment(view.render(render_context, view.options.model_validate({"enhancement": wanted})))
    if not any(field.is_required() for field in view.options.model_fields.values()):
        yield Fragment(view.render(render_context, view.options()))


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_it_is_well_formed_and_has_no_id_that_nobody_asked_for(view: View, folder: Path) -> None:
    for fragment in _fragments(view, render_context_of(folder)):
        assert fragment.problems == []
        assert fragment.text or view.name in {"notices", "preview", "pager"}
        assert not [attributes for _, attributes in fragment.elements if "id" in attributes]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_it_says_the_same_twice(view: View) -> None:
    folder = roadmap_folder("small")
    first, second = RenderContext(insight_of(folder), EveryLink()), RenderContext(insight_of.__wrapped__(folder), EveryLink())
    assert [one.elements for one in _fragments(view, first)] == [one.elements for one in _fragments(view, second)]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_without_addresses_it_says_the_same_words_and_links_to_no_page(view: View) -> None:
    insight = insight_of(roadmap_folder("small"))
    for linked, bare in zip(
        _fragments(view, RenderContext(insight, EveryLink())), _fragments(view, RenderContext(insight, NoLinks())), strict=True
    ):
        assert bare.text == linked.text
        assert [link for link in bare.all("a") if not address_of(link).startswith(("https:", "mailto:"))] == []


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_table_has_a_name_and_its_heads_have_a_direction(view: View) -> None:
    for fragment in _fragments(view, render_context_of(roadmap_folder("small"))):
        assert len(fragment.all("caption")) == len(fragment.all("table"))
        assert all(attributes.get("scope") in {"row", "col", "rowgroup", "colgroup"} for attributes in fragment.all("th"))
        assert all(attributes.get("aria-label") for _, attributes in fragment.elements if attributes.get("role") in {"region", "img"})


@pytest.fixture(scope="module", params=["working-panda", "small", "growing"])
def hostile_and_harmless(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[RenderContext, RenderContext]:
    """Two roadmaps that differ in their words alone."""
    render_contexts = []
    for text in (HOSTILE, HARMLESS):
        folder = tmp_path_factory.mktemp("roadmap")
        for name, content in hostile_roadmap(FOLDERS[IDS.index(request.param)], text):
            file = folder / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(content, encoding="utf-8")
        render_contexts.append(render_context_of(folder))
    return render_contexts[0], render_contexts[1]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_words_from_the_data_never_become_an_element_or_an_attribute(
    view: View, hostile_and_harmless: tuple[RenderContext, RenderContext]
) -> None:
    hostile, harmless = (list(_fragments(view, render_context)) for render_context in hostile_and_harmless)
    assert len(hostile) == len(harmless)
    for bad, good in zip(hostile, harmless, strict=True):
        assert bad.problems == []
        assert [tag for tag, _ in bad.elements] == [tag for tag, _ in good.elements]
        assert {tag for tag, _ in bad.elements} <= ELEMENTS
        for (_, found), (_, expected) in zip(bad.elements, good.elements, strict=True):
            assert found.keys() == expected.keys()
            assert found.keys() <= NAMES
            assert {name: value for name, value in found.items() if name not in WITH_WORDS} == {
                name: value for name, value in expected.items() if name not in WITH_WORDS
            }
            assert re.match(r"(enhancements/|lists/|overview/\?table\.|#|plan/#|mailto:|reviews\.ics$|$)", address_of(found))


def test_words_from_the_data_show_as_typed(hostile_and_harmless: tuple[RenderContext, RenderContext]) -> None:
    words = " ".join(fragment.text for view in VIEWS.values() for fragment in _fragments(view, hostile_and_harmless[0]))
    assert [text for text in SHOWN_AS_TYPED if " ".join(text.split()) not in words] == []
