"""Which roadmap a fence shows, where a site has several."""

from __future__ import annotations

import pytest

from enhancement_roadmap.fences import PageFences, Roadmaps
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.views import RenderContext
from support.plans import enhancement, insight

PRODUCT, SECURITY, YEAR = (RenderContext(insight([enhancement(number)]), NoLinks()) for number in (1, 2, 3))
SITE = {"product": PRODUCT, "plans/security": SECURITY, "2027": YEAR}
SHOWN = {"product": "Item 1", "plans/security": "Item 2", "2027": "Item 3"}


def page(roadmaps: Roadmaps, body: str) -> tuple[str, str, str | None]:
    rendered = PageFences(roadmaps, "page.md", f"```roadmap\n{body}\n```\n").render(body)
    return rendered.html, as_text(rendered.findings), rendered.roadmap


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("view: table", "product"),
        ("view: table\nroadmap: product", "product"),
        ("roadmap: plans/security\nview: table", "plans/security"),
        ("view: table\nroadmap: plans/security/", "plans/security"),
        ("view: table\nroadmap: 2027", "2027"),
        ("view: facts\nenhancement: item-2\nroadmap: plans/security", "plans/security"),
    ],
)
def test_the_roadmap_that_is_named_is_shown_and_else_the_one_that_is_meant(body: str, name: str) -> None:
    html, said, roadmap = page(Roadmaps(SITE, "product"), body)
    assert (said, roadmap) == ("No findings.", name)
    assert [title for title in SHOWN.values() if title in html] == ([] if "facts" in body else [SHOWN[name]])


def test_a_name_that_no_roadmap_has_is_told_the_nearest() -> None:
    html, said, roadmap = page(Roadmaps(SITE, "product"), "view: table\nroadmap: security")
    assert "page.md:3:10: error RM506: there is no roadmap ‘security’" in said
    assert "Did you mean ‘plans/security’? Valid: product, plans/security, 2027." in said
    assert roadmap is None
    assert "RM506" in html


@pytest.mark.parametrize("name", ["", "[product]", "~", "/"])
def test_what_is_no_name_is_no_roadmap(name: str) -> None:
    assert "page.md:3" in page(Roadmaps(SITE, "product"), f"view: table\nroadmap: {name}")[1]


def test_where_none_is_meant_each_block_has_to_say_which() -> None:
    _, said, roadmap = page(Roadmaps(SITE, None), "view: table")
    assert "page.md:2:1: error RM507: the site has several roadmaps, and the block names none of them" in said
    assert "Add ‘roadmap: …’. Valid: product, plans/security, 2027." in said
    assert roadmap is None
    assert page(Roadmaps(SITE, None), "view: table\nroadmap: product")[1] == "No findings."


def test_everything_that_is_wrong_with_a_block_is_said_at_once_in_its_order() -> None:
    said = page(Roadmaps(SITE, None), "view: tabel\nroadmap: securtiy")[1]
    assert [line.split(":")[1] for line in said.splitlines() if ": error " in line] == ["2", "3"]
    said = page(Roadmaps(SITE, "product"), "view: table\nroadmap: x\nlimit: none\npriority: anything")[1]
    assert ("RM506" in said, "RM303" in said) == (True, True)
    said = page(Roadmaps(SITE, "product"), "view: facts\nroadmap: product\nenhancement: item-2")[1]
    assert "RM503: enhancement: there is no enhancement ‘item-2’" in said


def test_one_roadmap_without_a_name_is_named_by_nobody() -> None:
    assert page(Roadmaps.only(PRODUCT), "view: table")[1] == "No findings."
    said = page(Roadmaps.only(PRODUCT), "view: table\nroadmap: product")[1]
    assert "RM506: there is no roadmap ‘product’" in said
    assert "There is one roadmap here, and it has no name: leave ‘roadmap’ out." in said
