"""An empty page is no page: what the roadmap has nothing for is not made, nor named, nor linked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.views import VIEWS, RenderContext
from support.folder import build, contents
from support.links import broken_links
from support.plain_plan import make_folder
from support.plans import insight
from support.roadmaps import MINIMAL, enhancement, small
from support.site import Built, Site

EMPTY = ("matrix", "checklists", "decisions", "plan", "governance", "controls", "history")
AUTHORS = ("Add ‘", "Commit the data", "roadmap.yml", "plan.yml", "governance.yml", "in ‘enhancements’")


def made(built: Built) -> set[str]:
    return {page.parent.name for page in built.pages() if page.parent.parent.name == "roadmap"}


def test_of_a_roadmap_with_nothing_in_it_there_are_the_overview_and_the_document(site: Site) -> None:
    for file in (site.root / "roadmap-data" / "enhancements").iterdir():
        file.unlink()
    site.data({"roadmap.yml": MINIMAL})
    site.plugin["history"] = False
    built = site.build()
    assert made(built) == {"document"}
    assert [page for page in EMPTY if f"roadmap/{page}/" in built.html("")] == []
    assert broken_links(built.folder) == []


def test_a_part_comes_with_its_facts(site: Site) -> None:
    site.data(small(plan="phases: [{id: one, number: 1, title: One, summary: First, enhancements: [first]}]\n"))
    built = site.build()
    assert made(built) >= {"plan", "checklists", "decisions"}
    assert not {"matrix", "governance", "controls"} & made(built)
    assert ">Quarters<" not in built.html("roadmap/plan/")
    assert 'href="../../plan/#phase-one"' in built.html("roadmap/enhancements/first/")


def test_a_page_that_the_navigation_names_is_there_with_one_line(site: Site) -> None:
    site.settings["nav"] = [{"Home": "index.md"}, {"Plan": "roadmap/plan.md"}]
    site.plugin["navigation"] = False
    built = site.build()
    assert "There is no phase, no quarter and no team." in built.html("roadmap/plan/")
    assert 'href="roadmap/plan/"' in built.html("")


def test_a_page_of_the_site_s_own_template_is_there_whatever_the_data_say(site: Site) -> None:
    make_folder(site.root / "own", {"plan.md.j2": "# Our plan\n\nIt is on the wall.\n"})
    site.plugin["templates_dir"] = "own"
    assert "It is on the wall." in site.build().html("roadmap/plan/")


def test_no_page_of_a_published_site_tells_a_reader_what_to_write(site: Site) -> None:
    site.data(small(first=enhancement("first", 1, "First thing", "costs: {people: 2}")))
    built = site.build()
    pages = {page: page.read_text(encoding="utf-8") for page in built.pages() if page.is_relative_to(built.folder / "roadmap")}
    assert [(page.parent.name, words) for page, html in pages.items() for words in AUTHORS if words in html] == []


def test_a_team_alone_makes_the_page_with_the_dates(tmp_path: Path) -> None:
    data = make_folder(tmp_path / "data", small(plan="teams: ['Platform, 3 people']\n"))
    assert build(data, tmp_path / "out", "--no-history").exit_code == 0
    plan = contents(tmp_path / "out")["plan.md"].decode()
    assert "## Teams" in plan
    assert "Platform" in plan


def test_a_written_folder_has_no_empty_page_and_no_link_to_one(tmp_path: Path) -> None:
    data = make_folder(tmp_path / "data", small())
    assert build(data, tmp_path / "out", "--no-history").exit_code == 0
    files = contents(tmp_path / "out")
    assert not {"plan.md", "matrix.md", "governance.md"} & files.keys()
    assert not [name for name, text in files.items() if name.endswith(".md") and b"matrix.md" in text]


@pytest.mark.parametrize("view", ["timeline", "reviews"])
def test_those_who_write_the_data_are_told_what_to_add(view: str) -> None:
    contexts = [RenderContext(insight([]), NoLinks(), for_authors=told) for told in (True, False)]
    assert ["Add ‘" in VIEWS[view].render(context, VIEWS[view].options()) for context in contexts] == [True, False]
