from __future__ import annotations

import pytest

from enhancement_roadmap.hosts.mkdocs.navigation import place, with_roadmap
from enhancement_roadmap.hosts.sections import section
from enhancement_roadmap.pages import Page

SECTION = [{"Overview": "roadmap/index.md"}, {"Plan": "roadmap/plan.md"}]


@pytest.mark.parametrize(
    ("nav", "title", "expected"),
    [
        (["index.md"], "Roadmap", ["index.md", {"Roadmap": SECTION}]),
        (["index.md"], "", ["index.md"]),
        ([{"Plans": "roadmap/"}, "index.md"], "Roadmap", [{"Plans": SECTION}, "index.md"]),
        ([{"Work": ["a.md", {"Plans": "roadmap/"}]}], "Roadmap", [{"Work": ["a.md", {"Plans": SECTION}]}]),
        ([{"Work": ["a.md", "roadmap/"]}], "Roadmap", [{"Work": ["a.md", {"Roadmap": SECTION}]}]),
        ([{"Work": ["roadmap/", "a.md"]}], "", [{"Work": [*SECTION, "a.md"]}]),
        ([{"Only": "roadmap/matrix.md"}], "Roadmap", [{"Only": "roadmap/matrix.md"}]),
    ],
    ids=["at the end", "nowhere", "in place of an entry", "deep inside", "bare entry", "bare entry without title", "chosen by hand"],
)
def test_the_section_goes_where_the_site_wants_it(nav: list[object], title: str, expected: list[object]) -> None:
    assert with_roadmap(nav, SECTION, "roadmap", title) == expected


def test_item_pages_have_an_entry_of_their_own_after_the_overview() -> None:
    pages = [
        Page("index.md", "Overview", "", ""),
        Page("plan.md", "Plan", "", ""),
        Page("enhancements/a.md", "a", "", "", is_item=True),
        Page("enhancements/b.md", "b", "", "", is_item=True),
    ]
    assert section(pages, "r", {"enhancements/b.md"}) == [
        {"Overview": "r/index.md"},
        {"Enhancements": ["r/enhancements/a.md"]},
        {"Plan": "r/plan.md"},
    ]
    assert section(pages, "r", {"enhancements/a.md", "enhancements/b.md"}) == [{"Overview": "r/index.md"}, {"Plan": "r/plan.md"}]


ITEMS = [Page(f"enhancements/{number}.md", str(number), "", "x.yml", is_item=True) for number in range(37)]
PAGES = [Page("changes.md", "What this change does", "", ""), Page("index.md", "Overview", "", "roadmap.yml")]


def test_up_to_a_few_dozen_item_pages_are_listed_unless_the_site_says_otherwise() -> None:
    few, many = [*PAGES, *ITEMS[:36]], [*PAGES, *ITEMS]
    assert place(few, None, "r", "Roadmap", has_items=None) == (None, set())
    assert place(many, None, "r", "Roadmap", has_items=None) == (None, {page.path for page in ITEMS})
    assert place(many, None, "r", "Roadmap", has_items=True) == (None, set())
    assert place(few, None, "r", "Roadmap", has_items=False) == (None, {page.path for page in ITEMS[:36]})


def test_a_site_s_own_choice_of_pages_makes_no_page_of_a_preview_a_warning() -> None:
    nav = [{"Plan": "r/index.md"}]
    assert place(PAGES, nav, "r", "Roadmap", has_items=None) == (nav, {"changes.md"})
    assert place(PAGES, ["index.md"], "r", "", has_items=None) == (["index.md"], {"changes.md", "index.md"})
