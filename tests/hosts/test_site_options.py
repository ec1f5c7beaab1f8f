"""Navigation, tags, search, edit links and addresses, as the site's settings ask for them."""

from __future__ import annotations

import json
import re

import pytest

from support.links import broken_links, count_links
from support.parts_of_plans import every_kind
from support.roadmaps import enhancement, small
from support.site import Site

NAV = [{"Home": "index.md"}]


def fill(site: Site) -> None:
    """Give the site a roadmap with something of everything in the place of its own."""
    for name in ("first", "second"):
        (site.root / "roadmap-data" / "enhancements" / f"{name}.yml").unlink()
    site.data(every_kind())


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("prefix", ["/", "/team/docs/"])
def test_every_link_and_anchor_of_a_built_site_resolves(site: Site, *, directory_urls: bool, prefix: str) -> None:
    fill(site)
    site.settings |= {"use_directory_urls": directory_urls, "site_url": f"https://example.org{prefix}", "nav": NAV}
    built = site.build()
    assert built.warnings == []
    assert count_links(built.folder) > 400
    assert broken_links(built.folder, prefix) == []


def test_the_link_check_finds_what_is_broken(site: Site) -> None:
    site.page("index.md", '# Home\n\n<a href="nowhere/">x</a> <a href="#none">y</a> <i id="twice"></i><i id="twice"></i>\n')
    assert broken_links(site.build(strict=False).folder) == [
        "index.html: the id ‘twice’ is there twice",
        "index.html: ‘nowhere/’ leads to no file",
        "index.html: ‘#none’ leads to no anchor",
    ]


def test_pages_are_in_the_navigation_with_and_without_nav(site: Site) -> None:
    for settings in ({}, {"nav": NAV}):
        site.settings = settings
        html = site.build().html("")
        for page in ("roadmap/", "roadmap/checklists/", "roadmap/decisions/", "roadmap/enhancements/first/"):
            assert f'href="{page}"' in html


def test_past_a_few_dozen_item_pages_stay_out_of_the_navigation(site: Site) -> None:
    site.data({f"enhancements/e{number}.yml": enhancement(f"e{number}", number, f"Thing {number}") for number in range(3, 40)})
    site.settings["nav"] = NAV
    built = site.build()
    assert 'href="roadmap/enhancements/' not in built.html("")
    assert built.html("roadmap/enhancements/e7/")
    site.plugin["item_pages"] = True
    assert 'href="roadmap/enhancements/e39/"' in site.build().html("")


def test_item_pages_can_be_left_out(site: Site) -> None:
    site.plugin["item_pages"] = False
    for settings in ({}, {"nav": NAV}):
        site.settings = settings
        built = site.build()
        assert 'href="roadmap/enhancements/' not in built.html("")


def test_without_a_title_the_navigation_stays_as_it_is(site: Site) -> None:
    site.settings["nav"] = NAV
    site.plugin["navigation"] = False
    built = site.build()
    assert built.warnings == []
    assert 'href="roadmap/' not in built.html("")
    assert built.html("roadmap/checklists/")


def test_edit_links_lead_to_the_data(site: Site) -> None:
    site.settings |= {
        "repo_url": "https://example.org/team/plan",
        "edit_uri": "edit/main/docs/",
        "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
    }
    site.data(small(plan="quarters: [{id: q1, title: Q1, focus: All of it}]\n"))
    built = site.build()
    for page, file in (
        ("roadmap/enhancements/first/", "enhancements/first.yml"),
        ("roadmap/", "roadmap.yml"),
        ("roadmap/plan/", "plan.yml"),
    ):
        (address,) = re.findall(r'href="(https://example.org/team/plan/[^"]*edit[^"]*)"', built.html(page))
        assert address == f"https://example.org/team/plan/edit/main/docs/../roadmap-data/{file}" or address.endswith(
            f"edit/main/roadmap-data/{file}"
        )


def test_labels_become_tags_that_the_listing_finds(site: Site) -> None:
    site.settings["plugins"] = ["search", "tags"]
    site.page("tags.md", "# Tags\n\n<!-- material/tags -->\n")
    built = site.build()
    assert 'href="../roadmap/enhancements/second/"' in built.html("tags/")
    assert "Beta one" in built.html("roadmap/enhancements/second/")


def test_search_finds_requirements_and_leaves_out_the_whole_document(site: Site) -> None:
    built = site.build()
    entries = json.loads((built.folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    found = [entry["location"] for entry in entries if "The one requirement" in entry["text"]]
    assert "roadmap/enhancements/first/#requirements" in found
    assert not [entry for entry in entries if entry["location"].startswith("roadmap/document/")]


def test_titles_in_the_search_are_plain(site: Site) -> None:
    site.data(small(first=enhancement("first", 1, "A & B (C++)")))
    entries = json.loads((site.build().folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    (title,) = [entry["title"] for entry in entries if entry["location"] == "roadmap/enhancements/first/"]
    assert title in {"1. A & B (C++)", "1. A &amp; B (C++)"}


def test_two_builds_give_identical_files(site: Site) -> None:
    fill(site)
    one, two = site.build(target="one").folder, site.build(target="two").folder
    names = sorted(file.relative_to(one) for file in one.rglob("*") if file.is_file())
    assert names == sorted(file.relative_to(two) for file in two.rglob("*") if file.is_file())
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_nothing_is_written_into_the_sources(site: Site) -> None:
    site.configure()
    before = sorted(site.root.rglob("*"))
    site.build(target="../out")
    assert sorted(site.root.rglob("*")) == before


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_mkdocs_own_themes_show_the_pages(site: Site, theme: str) -> None:
    site.settings["theme"] = {"name": theme}
    built = site.build()
    assert "The one requirement" in built.html("roadmap/enhancements/first/")
    assert broken_links(built.folder) == []


def test_the_schemas_are_published(site: Site) -> None:
    built = site.build()
    schema = json.loads((built.folder / "roadmap" / "schema" / "enhancement.schema.json").read_text(encoding="utf-8"))
    assert "requirements" in schema["properties"]


def test_of_a_large_roadmap_the_search_has_each_requirement_once(site: Site) -> None:
    site.data({f"enhancements/e{number}.yml": enhancement(f"e{number}", number, f"Thing {number}") for number in range(3, 250)})
    entries = json.loads((site.build().folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    found = [entry["location"] for entry in entries if "The one requirement" in entry["text"]]
    assert len(found) == 249
    assert all(location.startswith("roadmap/enhancements/") for location in found)


def test_a_day_of_its_own_is_the_day_to_judge_by(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.data({"governance.yml": "reviews: [{id: r, title: Look, cadence: monthly, task: Look, last_held: 2026-01-10}]\n"})
    for day, words in (("2026-01-20", "10 February 2026"), ("2026-03-20", "was due on")):
        site.plugin["today"] = day
        assert words in site.build().html("roadmap/")
    site.plugin["today"] = "30.6.2026"
    site.failure()
    assert "option 'today': ‘30.6.2026’ is not a day: write it as 2025-06-30" in caplog.text
