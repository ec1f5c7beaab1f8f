"""Pages can be edited while a site is served, where the server is of this machine only; a built site has no trace of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from enhancement_roadmap.hosts.live import Editor, LiveApplication
from enhancement_roadmap.loading import load
from support.editable import EDITABLE
from support.folder import contents
from support.site import Site

TRACES = re.compile(rb"data-roadmap-(?:live|edit)|edit\.(?:js|css)|er-edit-")
NOTE = re.compile(r'data-roadmap-live="([^"]*)"')


class Server:
    """Stands in for the server of MkDocs."""

    def __init__(self) -> None:
        self.application: Any = "pages"
        self.observer = self
        self.emitters = ()

    def is_alive(self) -> bool:
        return False

    def watch(self, _: str) -> None:
        """Nothing is watched: nobody asks."""

    def get_app(self) -> Any:
        return self.application

    def set_app(self, application: Any) -> None:
        self.application = application


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path / "project")
    site.data(EDITABLE)
    site.page("index.md", "# Home\n\n```roadmap\nview: checklist\n```\n")
    site.page("about.md", "# About\n")
    return site


def served(site: Site, host: str = "127.0.0.1") -> tuple[Path, Server]:
    """Build as a server does at its start; its pages, and the server with what stands before it."""
    site.settings["dev_addr"] = f"{host}:8000"
    site.configure()
    target = site.root / "served"
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(target))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = f"http://{host}:8000/"
    try:
        mkdocs_build(config, serve_url=config.site_url)
        server = Server()
        config.plugins.on_serve(server, config=config, builder=mkdocs_build)  # type: ignore[arg-type]
    finally:
        config.plugins.on_shutdown()
    return target, server


def note(target: Path, page: str) -> Mapping[str, Any] | None:
    found = NOTE.search((target / page).read_text(encoding="utf-8"))
    return json.loads(unescape(found[1])) if found else None


def traces(folder: Path) -> list[str]:
    return [path for path, content in contents(folder).items() if TRACES.search(content) or "edit." in Path(path).name]


def test_a_built_site_has_no_trace_and_the_same_bytes_before_an_edit_and_after_its_undo(site: Site) -> None:
    before = contents(site.build(target="before").folder)
    assert traces(site.root / "before") == []
    editor = Editor(site.root / "roadmap-data", "roadmap-data", lambda: date(2026, 11, 24))
    tick = {"operation": "tick", "enhancement": "keys", "requirement": "store"}
    done = editor.do({"do": tick, "state": editor.saw(load(site.root / "roadmap-data")), "key": "the-first"})
    assert editor.undo({"undo": done["number"], "key": "the-second"})["ok"]
    site.plugin["edit"] = "anywhere"
    after = contents(site.build(target="after").folder)
    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path] and "sitemap" not in path] == []


def test_each_page_that_shows_a_roadmap_is_told_how_to_edit_it_and_no_other(site: Site) -> None:
    target, server = served(site)
    found = note(target, "roadmap/enhancements/keys/index.html")
    assert found is not None
    assert found["here"] == {"roadmap": "roadmap", "enhancement": "keys"}
    assert found["roadmaps"]["roadmap"]["path"] == "/roadmap/.edit/"
    assert found["hosts"] == ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"]
    assert len(found["secret"]) > 40
    home, about = note(target, "index.html"), note(target, "about/index.html")
    assert (home and home["here"], about) == ({}, None)
    assert isinstance(server.application, LiveApplication)


def test_two_runs_have_two_secrets(site: Site) -> None:
    secrets = {(note(served(site)[0], "index.html") or {})["secret"] for _ in range(2)}
    assert len(secrets) == 2


@pytest.mark.parametrize(
    ("option", "host", "is_on"), [(False, "127.0.0.1", False), ("here", "192.0.2.1", False), ("anywhere", "192.0.2.1", True)]
)
def test_where_others_can_reach_the_server_it_is_off_unless_the_author_says_so(
    site: Site, option: object, host: str, is_on: bool, caplog: pytest.LogCaptureFixture
) -> None:
    site.plugin["edit"] = option
    with caplog.at_level("INFO"):
        target, _ = served(site, host)
    assert bool(traces(target)) is is_on
    assert ("which other machines may reach" in caplog.text) is (option == "here")


def test_a_preview_can_not_be_edited(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP_COMPARE", "main")
    assert traces(served(site)[0]) == []


def test_pages_that_show_an_older_state_can_not_be_edited(site: Site) -> None:
    (site.root / "roadmap-data" / "plan.yml").write_text("order: [none]\n", encoding="utf-8")
    target, _ = served(site)
    assert note(target, "roadmap/index.html") is None


def test_of_several_roadmaps_each_has_its_own_way_and_one_can_be_left_out(site: Site) -> None:
    for name, edit in (("other", "anywhere"), ("third", "off")):
        site.data(EDITABLE, name)
        site.others.append({"data_dir": name, "path": f"plans/{name}", "edit": edit})
    site.page(
        "index.md", "".join(f"```roadmap\nview: checklist\nroadmap: {name}\n```\n\n" for name in ("roadmap", "plans/other", "plans/third"))
    )
    target, _ = served(site)
    home, third = note(target, "index.html"), note(target, "plans/third/index.html")
    assert home is not None
    assert {name: each["path"] for name, each in home["roadmaps"].items()} == {
        "roadmap": "/roadmap/.edit/",
        "plans/other": "/plans/other/.edit/",
    }
    assert home["hosts"] != []
    assert third is None
