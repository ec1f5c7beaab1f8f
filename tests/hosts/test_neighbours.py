"""The plugin beside others that many sites have: strict, complete, with the roadmap in the navigation, and no word of the machine."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from support.links import broken_links
from support.neighbours import MIKE, NEIGHBOURS, OURS, TOGETHER, WORDS_TO_ENTER, Environments, Neighbour
from support.parts_of_plans import every_kind
from support.roadmaps import MINIMAL, small
from support.site import WORKING_PANDA, Built, Site
from support.tools import PANGO

COMMITTED = "2026-03-04T05:06:07Z"
MACHINE = "folder-of-this-machine"
BY_KEY = {one.key: one for one in NEIGHBOURS}
GUIDE = "# Guide\n\n```roadmap\nview: table\n```\n"
TITLED = MINIMAL.replace("title: Plan", "title: What we plan")
REVIEWED = "reviews:\n  - {id: all, title: All, task: Read it, cadence: quarterly, last_held: 2026-10-01}\n"
LEVELS = "levels: [{value: 1, title: Low, meaning: Little}, {value: 2, title: High, meaning: Much}]"
SCORED = f"scoring:\n  risk: {{title: Risk, {LEVELS}}}\n  impact: {{title: Impact, {LEVELS}}}\n"
PHASED = "phases: [{id: one, number: 1, title: One, summary: The first}]\n"
MADE = 'import mkdocs_gen_files\nwith mkdocs_gen_files.open("made.md", "w") as page:\n    page.write("# Made\\n")\n'

Builder = Callable[[str], Built]


def laid_out(root: Path, one: Neighbour) -> Site:
    """A site with a neighbour, as its author has it, in a repository."""
    site = Site(root, settings={**one.settings, "plugins": one.plugins})
    site.data(every_kind() if one.has_whole_plan else small(roadmap=TITLED, governance=REVIEWED))
    for path, text in {"index.md": "# Home\n", "guide.md": GUIDE, **one.pages}.items():
        site.page(path, text)
    (root / "made.py").write_text(MADE, encoding="utf-8")
    Site(root / "part", settings={"site_name": "part", "plugins": [], "nav": ["index.md"]}).configure()
    site.configure()
    if site.settings.get("docs_dir") == ".":
        for page in (root / "docs").iterdir():
            page.rename(root / page.name)
        (root / "docs").rmdir()
    commit(site)
    return site


def commit(site: Site) -> None:
    """Put the site's sources into a repository."""
    git = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    day = {"GIT_AUTHOR_DATE": COMMITTED, "GIT_COMMITTER_DATE": COMMITTED}
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        subprocess.run([*git, *arguments], cwd=site.root, env={**os.environ, **day}, check=True)


@pytest.fixture(scope="module")
def built(neighbour_environment: Environments, tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Gives the strict build beside a neighbour, which must succeed; what it printed stands for the warnings."""

    @cache
    def build(key: str) -> Built:
        one = BY_KEY[key]
        if "pdf" in key:
            PANGO.need()
        site = laid_out(tmp_path_factory.mktemp("site") / MACHINE, one)
        said = neighbour_environment(one.environment).run("mkdocs", "build", "--strict", cwd=site.root)
        return Built(site.root / "site", said.splitlines())

    return build


def test_there_is_no_neighbour_twice() -> None:
    assert len(BY_KEY) == len(NEIGHBOURS)


@pytest.mark.parametrize("key", BY_KEY)
def test_a_strict_build_beside_it_is_clean_and_complete(built: Builder, key: str) -> None:
    site = built(key)
    suffix = "/index.html" if BY_KEY[key].settings.get("use_directory_urls", True) else ".html"
    broken = [problem for problem in broken_links(site.folder) if key != "encryptcontent" or "no anchor" not in problem]
    assert broken == []
    assert "roadmap/" in site.html("index.html")
    if key != "encryptcontent":
        assert "er-table" in site.html(f"guide{suffix}")
        assert "er-checklist" in site.html(f"roadmap/enhancements/{'api-security' if BY_KEY[key].has_whole_plan else 'second'}{suffix}")


@pytest.mark.parametrize("key", BY_KEY)
def test_no_output_has_a_path_of_the_machine(built: Builder, key: str) -> None:
    told = (MACHINE.encode(), tempfile.gettempdir().encode() + b"/")
    found = [file for file in built(key).folder.rglob("*") if file.is_file() and any(word in file.read_bytes() for word in told)]
    assert found == []


def test_the_most_common_ones_are_clean_together(neighbour_environment: Environments, tmp_path: Path) -> None:
    many = [BY_KEY[key] for key in TOGETHER]
    settings = {key: value for one in many for key, value in one.settings.items()}
    pages = {path: text for one in many for path, text in one.pages.items()}
    site = laid_out(tmp_path, Neighbour(OURS, "", "", settings=settings, pages=pages))
    site.settings["plugins"] = ["search", OURS, *(entry for one in many for entry in one.plugins if entry not in ["search", OURS])]
    site.configure()
    neighbour_environment("neighbours").run("mkdocs", "build", "--strict", cwd=site.root)
    assert broken_links(site.root / "site") == []
    assert "The one requirement" in Built(site.root / "site", []).html("roadmap/enhancements/second/")


def test_mike_publishes_the_roadmap_of_each_version(neighbour_environment: Environments, tmp_path: Path) -> None:
    site = laid_out(tmp_path, Neighbour("mike", *MIKE, settings={"site_url": "https://example.org/"}))
    neighbour_environment("neighbours").run("mike", "deploy", "1.0", cwd=site.root)
    git = ["git", "show", "gh-pages:1.0/roadmap/enhancements/second/index.html"]
    assert "The one requirement" in subprocess.run(git, cwd=site.root, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("key", ["literate-nav", "awesome-nav"])
def test_what_a_written_folder_lists_orders_its_pages(neighbour_environment: Environments, tmp_path: Path, key: str) -> None:
    site = Site(tmp_path)
    site.data(small())
    site.page("index.md", "# Home\n")
    (site.root / "mkdocs.yml").write_text(f"site_name: Site\ntheme: mkdocs\nplugins: [{key}]\n", encoding="utf-8")
    environment = neighbour_environment("neighbours")
    environment.run("roadmap", "build", "--out", "docs/roadmap", "--nav", key, "--no-history", cwd=site.root)
    environment.run("mkdocs", "build", "--strict", cwd=site.root)
    home = (site.root / "site" / "index.html").read_text(encoding="utf-8")
    listed = list(dict.fromkeys(re.findall(r'href="roadmap/((?:[\w-]+/)*)"', home)))
    assert listed[:4] == ["", "enhancements/first/", "enhancements/second/", "checklists/"]


@pytest.mark.parametrize("plugins", [[], ["awesome-nav"], ["literate-nav"], ["section-index"], ["awesome-nav", "section-index"]])
def test_a_site_that_says_no_order_has_the_pages_in_theirs(neighbour_environment: Environments, tmp_path: Path, plugins: list[str]) -> None:
    site = Site(tmp_path)
    site.data(small(roadmap=f"{MINIMAL}{SCORED}", plan=PHASED, governance=REVIEWED))
    for name in ("index", "about", "zebra"):
        site.page(f"{name}.md", f"# {name.title()}\n")
    entries = ", ".join([OURS, *plugins])
    (site.root / "mkdocs.yml").write_text(f"site_name: Site\ntheme: material\nplugins: [{entries}]\n", encoding="utf-8")
    neighbour_environment("neighbours").run("mkdocs", "build", "--strict", cwd=site.root)
    home = Built(site.root / "site", []).html("index.html")
    listed = list(dict.fromkeys(re.findall(r'href="(?:\./)?((?:about|zebra|roadmap)/(?:[\w-]+/)*)"', home)))
    pages = [
        "",
        "enhancements/first/",
        "enhancements/second/",
        "matrix/",
        "checklists/",
        "decisions/",
        "plan/",
        "governance/",
        "document/",
    ]
    assert [page for page in listed if page.startswith("roadmap/")] == [f"roadmap/{page}" for page in pages]
    assert set(listed) >= {"about/", "zebra/"}
    assert not (site.root / "site" / "roadmap" / ".nav.yml").exists()
    following = re.search(r'rel="next" href="([^"]+)"', Built(site.root / "site", []).html("roadmap/enhancements/second/"))
    assert following is not None
    assert following[1] == "../../matrix/"


def test_each_language_of_a_site_has_the_roadmap_in_its_own_navigation(built: Builder) -> None:
    site = built("i18n")
    page = site.html("de/roadmap/enhancements/second/")
    assert '<html lang="de"' in page
    assert 'href="../first/"' in page
    assert "Anleitung" in page
    assert "Anleitung" not in site.html("roadmap/enhancements/second/")
    assert site.html("de/guide/").count("roadmap.css") == site.html("guide/").count("roadmap.css") == 1


def test_edit_links_lead_to_the_data_though_another_plugin_builds_from_a_copy(built: Builder) -> None:
    edit = "https://github.com/somebody/plan/edit/main/roadmap-data/enhancements/second.yml"
    assert edit in built("monorepo").html("roadmap/enhancements/second/")


def test_each_page_of_the_roadmap_has_a_number_of_its_own(built: Builder) -> None:
    pages = [page.read_text(encoding="utf-8") for page in built("enumerate-headings").pages() if "roadmap" in page.parts]
    numbers = [int(number) for page in pages for number in re.findall(r'<h1[^>]*><span class="enumerate-headings-plugin[^>]*>(\d+)', page)]
    assert sorted(numbers) == list(range(3, 3 + len(pages)))


def test_what_would_be_readable_without_the_password_is_left_out(built: Builder) -> None:
    site = built("encryptcontent")
    files = [file for file in site.folder.rglob("*") if file.is_file()]
    assert [file for file in files if b"The one requirement" in file.read_bytes()] == []
    assert [file for file in files if WORDS_TO_ENTER.encode() in file.read_bytes()] == []
    assert [file.name for file in files if file.suffix in {".ics", ".atom"}] == []


def test_a_feed_of_pages_has_the_dates_of_the_data(built: Builder) -> None:
    items = built("rss").html("feed_rss_created.xml").split("<item>")
    (second,) = (item for item in items if "roadmap/enhancements/second/</link>" in item)
    assert "<pubDate>Wed, 04 Mar 2026 05:06:07 +0000</pubDate>" in second


@pytest.mark.parametrize("key", ["to-pdf", "with-pdf"])
def test_a_pdf_has_every_page_and_links_to_the_feed(built: Builder, key: str) -> None:
    (file,) = built(key).folder.rglob("*.pdf")
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
    titles = [
        "Checklists",
        "Decision framework",
        "Governance",
        "History",
        *(["Priority matrix", "Plan"] if BY_KEY[key].has_whole_plan else []),
    ]
    assert [title for title in titles if title not in text] == []
    assert ("API Security" if BY_KEY[key].has_whole_plan else "The one requirement") in text
    assert 'href="https://example.org/roadmap/changes.atom"' in built(key).html("roadmap/history/")


def test_the_small_plan_of_every_kind_shows_every_page_and_every_kind_of_element_that_a_large_one_does(
    built: Builder, tmp_path: Path
) -> None:
    large = Site(tmp_path)
    large.data(WORKING_PANDA)

    def shown(site: Built) -> set[str]:
        pages = [page for page in site.pages() if "roadmap" in page.parts]
        articles = [page.read_text(encoding="utf-8").partition("<article")[2].partition("</article")[0] for page in pages]
        names = {name for article in articles for found in re.findall(r'<([a-z]\w*)|class="([^"]*)"', article) for name in found}
        kinds = {page.parent.name for page in pages if "enhancements" not in page.parts}
        return kinds | {word.lower() for name in names for word in name.split()}

    found = shown(large.build())
    assert {"matrix", "er-schedule", "er-graph", "pre"} <= found
    assert found - shown(built("to-pdf")) == set()
