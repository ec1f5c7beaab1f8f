"""Pages of which a save has changed nothing stand: MkDocs neither reads nor builds them again, and nobody can tell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import Template
from mkdocs.structure.pages import Page

from enhancement_roadmap.hosts.mkdocs.kept import StandingPages
from enhancement_roadmap.hosts.mkdocs.kept.aside import AsideFolder
from support.folder import contents
from support.served import Server, day, project, sub, write

__all__ = ["day"]

KEYS = "roadmap-data/enhancements/01-keys.yml"
READS = "roadmap/enhancements/logs/index.html"
HOOK = """\
seen = set()

def on_page_content(html, page, **_):
    seen.add(page.url)
    return html

def on_post_build(config, **_):
    with open("seen.txt", "w") as file:
        file.write("\\n".join(sorted(seen)))
    seen.clear()
"""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Addresses of the pages that MkDocs reads."""
    addresses: set[str] = set()
    before = Page.read_source

    def noted(page: Page, config: object) -> None:
        addresses.add(page.url)
        before(page, config)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(Page, "read_source", noted)
    return addresses


def folder(root: Path, paths: Iterable[str]) -> Path:
    for path in paths:
        write(path, path)((root / path).parent.mkdir(parents=True, exist_ok=True) or root)
    return root


def test_only_what_a_save_has_changed_is_read_and_written(tmp_path: Path, read: set[str]) -> None:
    site = project(tmp_path / "project")
    server = Server(site.root)
    server.build("served")
    assert "roadmap/enhancements/logs/" in read
    page = tmp_path / "sites" / "served" / READS
    before = page.stat()
    read.clear()
    sub(KEYS, "text: Store them", "text: Store them well")(site.root)
    server.build("served")
    assert "roadmap/enhancements/keys/" in read
    assert "roadmap/enhancements/logs/" not in read
    after = page.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_with_another_navigation_pages_that_are_not_read_are_built_all_the_same(tmp_path: Path, read: set[str]) -> None:
    site = project(tmp_path / "project")
    server = Server(site.root)
    server.build("served")
    read.clear()
    write("docs/about.md", "# Something else\n")(site.root)
    served = server.build("served")
    assert "roadmap/enhancements/logs/" not in read
    assert b"Something else" in served[READS]
    assert served == Server(site.root).build("fresh")


def test_the_sitemap_and_the_index_of_the_search_have_all_pages(tmp_path: Path) -> None:
    site = project(tmp_path / "project")
    server = Server(site.root)
    for number in range(3):
        sub(KEYS, "text: Store", f"text: {number} Store")(site.root)
        server.build("served")
    Server(site.root).build("fresh")
    built = tmp_path / "sites"
    for path in ("sitemap.xml", "search/search_index.json"):
        assert (built / "served" / path).read_bytes() == (built / "fresh" / path).read_bytes()
    assert len(json.loads((built / "fresh" / "search" / "search_index.json").read_text())["docs"]) > 10


def test_where_anybody_else_takes_part_each_page_has_its_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = project(tmp_path / "project")
    write("hook.py", HOOK)(site.root)
    site.settings["hooks"] = ["hook.py"]
    site.configure()
    monkeypatch.chdir(tmp_path)
    server = Server(site.root)
    seen = []
    for _ in range(2):
        server.build("served")
        seen.append((tmp_path / "seen.txt").read_text())
    assert seen[0] == seen[1]
    assert "roadmap/enhancements/logs/" in seen[1]


def test_a_build_that_breaks_off_leaves_the_next_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = project(tmp_path / "project")
    server = Server(site.root)
    server.build("served")
    for event in (Page, "read_source"), (Template, "render"), (StandingPages, "build"):
        sub(KEYS, "text: Store", "text: Always store")(site.root)
        with monkeypatch.context() as patch:
            patch.setattr(*event, lambda *_, **__: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                server.build("served")
        assert server.build("served") == Server(site.root).build("fresh")
    sub(KEYS, "text: Always", "text: Never")(site.root)
    assert server.build("served") == Server(site.root).build("fresh")


def test_what_is_put_back_is_what_was_asked_for(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", ["roadmap/a/index.html", "roadmap/b/index.html", "roadmap/feed.atom", "index.html"])
    aside = AsideFolder()
    aside.belongs_to(site)
    aside.put_aside(site, ["roadmap", "plans/second"])
    assert contents(site).keys() == {"index.html"}
    aside.put_aside(site, ["roadmap"])
    assert aside.put_back(site, ["roadmap/a/index.html", "roadmap/gone/index.html"]) == {"roadmap/a/index.html"}
    assert contents(site).keys() == {"index.html", "roadmap/a/index.html"}
    assert not (site / "roadmap" / "b").exists()
    assert aside.put_back(site, ["roadmap/a/index.html"]) == set()


def test_pages_of_another_folder_or_whose_place_is_taken_are_not_put_back(tmp_path: Path) -> None:
    site, other = (folder(tmp_path / name, ["roadmap/index.html"]) for name in ("site", "other"))
    aside = AsideFolder()
    aside.belongs_to(site)
    aside.put_aside(other, ["roadmap"])
    assert (other / "roadmap").exists()
    aside.put_aside(site, ["roadmap"])
    assert aside.put_back(other, ["roadmap/index.html"]) == set()
    folder(site, ["roadmap/index.html"])
    assert aside.put_back(site, ["roadmap/index.html"]) == set()
