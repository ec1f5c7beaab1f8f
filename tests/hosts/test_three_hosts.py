"""MkDocs, ProperDocs and Zensical show the same facts of the same data; the guide alone is enough for Zensical."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from support.facts import facts
from support.links import broken_links, count_links
from support.pipelines import Machine
from support.prepared import prepared
from support.site import REPOSITORY, WORKING_PANDA, Site
from support.walkthrough import write_files

GUIDE = REPOSITORY / "docs" / "how-to" / "other-generators.md"
OWN_PAGE = "# Guide\n\n```roadmap\nview: table\n```\n"
DAY = "1795478400"


def blocks(language: str) -> list[str]:
    """The blocks of the guide in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def sources(folder: Path) -> Site:
    """The data, and pages by hand that show them, one of them deep in the site."""
    site = Site(folder)
    site.data(WORKING_PANDA)
    site.page("index.md", "# Home\n\n[Roadmap](roadmap/index.md)\n")
    site.page("guide.md", OWN_PAGE)
    site.page("deep/guide.md", OWN_PAGE)
    return site


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that a reader of the guide has, with the commands of the guide."""
    folder = tmp_path_factory.mktemp("zensical")
    sources(folder)
    assert write_files(GUIDE, folder) == ["zensical.toml"]
    with (folder / "zensical.toml").open("a", encoding="utf-8") as config:
        (own,) = (block for block in blocks("toml") if "markdown_extensions" in block)
        config.write(f"\n{own}history = false\n")
    (commands,) = (block for block in blocks("bash") if "zensical build" in block)
    ran = Machine(folder.parent / "machine").run(commands, folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "zensical.toml:" not in ran.stdout, "the guide's configuration lacks nothing"
    return folder / "site"


@pytest.fixture(scope="module", params=["mkdocs", "properdocs"])
def plugin(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the plugin makes."""
    site = sources(tmp_path_factory.mktemp(request.param))
    config = site.configure()
    config.rename(config.with_name(f"{request.param}.yml"))
    command = [prepared() / "python", "-m", request.param, "build", "--strict"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=site.root, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return site.root / "site"


def test_zensical_shows_the_pages_as_the_guide_says(zensical: Path) -> None:
    pages = sorted((zensical / "roadmap").rglob("index.html"))
    assert len(pages) == 17
    assert all("assets/roadmap.css" in page.read_text(encoding="utf-8") for page in pages)
    assert count_links(zensical) > 500
    assert broken_links(zensical) == []


def test_the_navigation_of_zensical_has_the_pages_in_their_order(zensical: Path) -> None:
    page = (zensical / "roadmap" / "plan" / "index.html").read_text(encoding="utf-8")
    listed = list(dict.fromkeys(re.findall(r'href="\.\./(?:enhancements/)?([\w-]*)/?"', page[page.index("md-nav--primary") :])))
    assert listed[:3] == ["", "database-security", "authentication-security"]
    assert listed[-5:] == ["matrix", "checklists", "decisions", "governance", "document"]  # of an export, git knows no history


def test_each_page_has_the_same_facts_under_every_host(zensical: Path, plugin: Path) -> None:
    pages = sorted(page.parent.relative_to(plugin).as_posix() + "/" for page in (plugin / "roadmap").rglob("index.html"))
    assert len(pages) == 17
    told = [fact for page in pages for fact in facts(plugin, page)]
    assert len(told) > 1000
    for page in [*pages, "guide/", "deep/guide/"]:
        assert facts(zensical, page) == facts(plugin, page), page


@pytest.mark.parametrize("page", ["guide/", "deep/guide/"])
def test_ids_titles_states_and_scores_are_those_of_the_data(zensical: Path, page: str) -> None:
    told = facts(zensical, page)
    rows = [told[start : start + 8] for start, fact in enumerate(told) if fact.startswith("→ roadmap/enhancements/")]
    known = {row[0]: (row[1], "Proposed" in row, {"20", "25"} & set(row)) for row in rows}
    assert len(known) == 9
    assert known["→ roadmap/enhancements/database-security#"] == ("Database Security Implementation", True, {"20"})
    assert known["→ roadmap/enhancements/authentication-security#"] == ("Authentication & Authorization Security", True, {"25"})
