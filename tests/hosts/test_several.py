"""Several roadmaps in one site: each with everything that it has alone, what they share once, and no doubt which is meant."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.config import load_config

from enhancement_roadmap.hosts.mkdocs import EnhancementRoadmapPlugin
from enhancement_roadmap.hosts.mkdocs.reading import SiteReader
from support.links import broken_links
from support.repository import Version, make_repository
from support.roadmaps import MINIMAL, enhancement, small
from support.site import Built, Site

ATOM = "{http://www.w3.org/2005/Atom}"
REVIEWED = "reviews:\n  - {id: all, title: All, task: Read it, cadence: quarterly, last_held: 2026-10-01}\n"
LINK = "See [the other](security/enhancements/first.md)"
PRODUCT = small(roadmap=MINIMAL.replace("Plan", "Product plan"), first=enhancement("first", 1, "Faster start"), governance=REVIEWED)
SECURITY = small(roadmap=MINIMAL.replace("Plan", "Security plan"), first=enhancement("first", 1, "Stronger keys"), governance=REVIEWED)
HOME = """\
# Home

```roadmap
view: table
roadmap: product
```

```roadmap
view: table
roadmap: plans/security
```

[Keys](plans/security/enhancements/first.md#requirement-one)
"""
NOTES = "# Notes\n\n```roadmap\nview: table\n```\n"


def under(folder: str, files: dict[str, str]) -> dict[str, str]:
    return {f"{folder}/{name}": text for name, text in files.items()}


def two_roadmaps(root: Path) -> Site:
    """A site with two roadmaps, the second of which stands deeper."""
    site = Site(root, {"data_dir": "data/product", "path": "product"})
    site.others = [{"data_dir": "data/security", "path": "plans/security"}]
    site.settings |= {
        "site_url": "https://plan.example.org/",
        "repo_url": "https://github.com/team/plan",
        "edit_uri": "edit/main/docs/",
        "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
    }
    site.data(PRODUCT, "data/product")
    site.data(SECURITY, "data/security")
    return site


@dataclass(frozen=True)
class Whole:
    """A strict build in a repository.

    Attributes:
        built: what became of it.
        again: the same, once more.
    """

    built: Built
    again: Built


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    root = tmp_path_factory.mktemp("site") / "plan"
    repository = make_repository(root, folder="")
    repository.commit(Version({**under("data/product", dict(PRODUCT)), **under("data/security", dict(SECURITY))}, "Both begin"))
    linked = PRODUCT["enhancements/first.yml"].replace("The one requirement", f'"{LINK.replace("security", "plans/security")}"')
    repository.commit(Version({"data/product/enhancements/first.yml": linked}, "Only the product"))
    repository.commit(
        Version({"data/security/enhancements/first.yml": SECURITY["enhancements/first.yml"] + "owner: Ada\n"}, "Only security")
    )
    site = two_roadmaps(root)
    nav = [{"Home": "index.md"}, {"Notes": "plans/security/notes.md"}, "tags.md", {"Security": "plans/security/"}]
    site.settings |= {"plugins": ["search", "tags"], "nav": nav}
    site.page("index.md", HOME)
    site.page("plans/security/notes.md", NOTES)
    site.page("tags.md", "# Tags\n\n<!-- material/tags -->\n")
    return Whole(site.build(), site.build(target="again"))


def test_a_strict_build_is_clean_and_every_link_leads_somewhere(whole: Whole) -> None:
    assert whole.built.warnings == []
    assert broken_links(whole.built.folder) == []


@pytest.mark.parametrize(
    ("path", "own", "other"), [("product", "Faster start", "Stronger keys"), ("plans/security", "Stronger keys", "Faster start")]
)
def test_each_has_its_own_pages(whole: Whole, path: str, own: str, other: str) -> None:
    for page in ("", "checklists/", "decisions/", "document/", "enhancements/first/"):
        article = re.sub(r"(?s).*<article[^>]*>|</article>.*", "", whole.built.html(f"{path}/{page}"))
        assert (own in article, other in article) == (True, False), page
    assert (whole.built.folder / path / "schema" / "plan.schema.json").is_file()


@pytest.mark.parametrize(
    ("path", "own", "other"), [("product", "Only the product", "Only security"), ("plans/security", "Only security", "Only the product")]
)
def test_each_has_its_own_history_feed_and_calendar(whole: Whole, path: str, own: str, other: str) -> None:
    page, feed = whole.built.html(f"{path}/history/"), whole.built.html(f"{path}/changes.atom")
    for text in (page, feed):
        assert (own in text, other in text, "Both begin" in text) == (True, False, True)
    assert f"https://plan.example.org/{path}/changes.atom" in feed
    assert f"{path.rpartition('/')[2].capitalize()} plan" in whole.built.html(f"{path}/reviews.ics")


def test_who_follows_both_feeds_sees_one_commit_in_each(whole: Whole) -> None:
    feeds = [ET.fromstring(whole.built.html(f"{path}/changes.atom")) for path in ("product", "plans/security")]  # noqa: S314
    ids = [found.text for feed in feeds for found in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 2 * (1 + 2)


def test_what_they_share_is_there_once(whole: Whole) -> None:
    names = [file.name for file in whole.built.folder.rglob("roadmap.*") if file.suffix in {".css", ".js"}]
    assert sorted(names) == ["roadmap.css", "roadmap.js"]
    for page in ("", "product/", "plans/security/enhancements/first/"):
        assert [whole.built.html(page).count(f'roadmap.{kind}"') for kind in ("css", "js")] == [1, 1]


def test_a_block_shows_the_roadmap_that_it_names_or_that_its_page_stands_under(whole: Whole) -> None:
    home, notes = whole.built.html(""), whole.built.html("plans/security/notes/")
    assert 'href="product/enhancements/first/"' in home
    assert 'href="plans/security/enhancements/first/"' in home
    tables = re.findall(r"(?s)<table.*?</table>", notes)
    assert len(tables) == 1
    assert "Stronger keys" in tables[0]
    assert 'href="../enhancements/first/"' in tables[0]


def test_data_of_one_link_to_pages_of_the_other(whole: Whole) -> None:
    assert 'href="../../../plans/security/enhancements/first/"' in whole.built.html("product/enhancements/first/")


def test_search_tags_and_edit_links_know_both(whole: Whole) -> None:
    entries = json.loads(whole.built.html("search/search_index.json"))["docs"]
    locations = {entry["location"] for entry in entries}
    tags, edit = whole.built.html("tags/"), "https://github.com/team/plan/edit/main/"
    for path, data in (("product", "data/product"), ("plans/security", "data/security")):
        assert f"{path}/enhancements/second/#requirements" in locations
        assert f'href="../{path}/enhancements/second/"' in tags
        assert f"{data}/enhancements/first.yml" in whole.built.html(f"{path}/enhancements/first/").split(edit)[1][:80]
    assert not [location for location in locations if "document/" in location]


def test_each_has_its_section_in_the_navigation_where_nav_says_or_else_called_by_its_folder(whole: Whole) -> None:
    titles = re.findall(r'(?s)<label class="md-nav__link"[^>]*>.*?<span class="md-ellipsis">\s*(.*?)\s*<', whole.built.html(""))
    assert [title for title in titles if title in {"Product", "Security", "Roadmap"}] == ["Security", "Product"]


def test_two_builds_give_identical_files(whole: Whole) -> None:
    one, two = whole.built.folder, whole.again.folder
    names = sorted(file.relative_to(one) for file in one.rglob("*") if file.is_file())
    assert names == sorted(file.relative_to(two) for file in two.rglob("*") if file.is_file())
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return two_roadmaps(tmp_path)


def said(site: Site) -> list[str]:
    return [line for line in site.failure().splitlines() if ": error RM" in line]


def test_a_block_that_could_mean_either_has_to_say_which(site: Site) -> None:
    site.page("index.md", "# Home\n\n```roadmap\nview: table\n```\n\n```roadmap\nview: table\nroadmap: prodcut\n```\n")
    assert said(site) == [
        "docs/index.md:4:1: error RM507: the site has several roadmaps, and the block names none of them",
        "docs/index.md:9:10: error RM506: there is no roadmap ‘prodcut’",
    ]


def test_mistakes_in_both_are_named_at_once(site: Site) -> None:
    site.data({"enhancements/first.yml": "id: First\n"}, "data/product")
    site.data({"plan.yml": "phasse: []\n"}, "data/security")
    assert {line.split(":")[0] for line in said(site)} == {"data/product/enhancements/first.yml", "data/security/plan.yml"}


@pytest.mark.parametrize(
    ("first", "other", "lines"),
    [
        ({}, {}, ["‘path: roadmap’ is there twice", "‘data_dir: roadmap-data’ is there twice"]),
        ({}, {"data_dir": "data/security"}, ["‘path: roadmap’ is there twice"]),
        (
            {"path": "a", "data_dir": "./data/product"},
            {"path": "b", "data_dir": "data/../data/product"},
            ["‘data_dir: data/product’ is there twice"],
        ),
    ],
    ids=["the same entry", "the same folder of the site", "the same data"],
)
def test_two_that_are_not_told_apart_are_refused_with_what_they_share(
    site: Site, first: dict[str, str], other: dict[str, str], lines: list[str]
) -> None:
    site.plugin, site.others = first, [other]
    told = site.failure().splitlines()
    assert told[0] == "The site has 2 roadmaps, which have to differ:"
    assert told[1:-1] == [f"  {line}" for line in lines]
    assert "a ‘path’ and a ‘data_dir’ of its own" in told[-1]


def test_an_address_that_both_would_have_is_named_with_both(site: Site) -> None:
    site.others = [{"data_dir": "data/security", "path": "product/decisions"}]
    (line,) = said(site)
    assert line.startswith(
        "product/decisions/index.md: error RM601: the roadmaps ‘product’ and ‘product/decisions’ both have a page or file"
    )
    assert line.endswith(" at this address: ‘product/decisions.md’")


def test_one_may_stand_in_the_folder_of_the_other(site: Site) -> None:
    site.others = [{"data_dir": "data/security", "path": "product/security", "navigation": "Keys"}]
    site.page("product/security/notes.md", NOTES)
    site.settings["nav"] = [{"Home": "index.md"}, {"Notes": "product/security/notes.md"}, {"Keys": "product/security/"}]
    built = site.build()
    assert broken_links(built.folder) == []
    assert "Stronger keys" in built.html("product/security/notes/")
    assert 'href="product/decisions/"' in built.html("")


def test_a_roadmap_that_is_switched_off_is_none_of_them(site: Site) -> None:
    site.plugin["enabled"] = False
    site.page("index.md", "# Home\n\n```roadmap\nview: table\n```\n")
    built = site.build()
    assert "Stronger keys" in built.html("")
    assert not (built.folder / "product").exists()


def test_while_data_have_mistakes_the_last_good_ones_are_of_the_same_folder_whatever_the_order_in_the_configuration(site: Site) -> None:
    config, reader = load_config(str(site.configure())), SiteReader()
    roadmaps = [plugin.config for plugin in config.plugins.values() if isinstance(plugin, EnhancementRoadmapPlugin)]

    def titles() -> list[str]:
        return [read.insight.roadmap.enhancements[0].title for read in reader.read(roadmaps, config, serving=True)]

    assert titles() == ["Faster start", "Stronger keys"]
    for folder in ("data/product", "data/security"):
        site.data({"enhancements/first.yml": "id: First\n"}, folder)
    roadmaps.reverse()
    assert titles() == ["Stronger keys", "Faster start"]
