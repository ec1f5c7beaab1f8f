"""While a site is served, a save makes again what it has touched: after any edits, what is served is what a fresh build makes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.fences import PageFences, RenderedFence
from enhancement_roadmap.views import RenderContext, View
from support.folder import contents
from support.served import Change, Server, day, project, remove, rename, sub, write

__all__ = ["day"]

TEAM = """\
teams:
  - {id: platform, title: Platform, people: 2}
"""

ITEMS = "roadmap-data/enhancements"
CHANGES: Mapping[str, Change] = {
    "a title": sub(f"{ITEMS}/01-keys.yml", "title: Keys", "title: All keys"),
    "a title and its markup": sub(f"{ITEMS}/01-keys.yml", "title: Keys", "title: <b>Keys</b> & {{ more }}"),
    "a priority": sub(f"{ITEMS}/02-audit.yml", "priority: low", "priority: high"),
    "a tick": sub(f"{ITEMS}/01-keys.yml", "id: store,", "id: store, done: 2026-03-02,"),
    "a status": sub(f"{ITEMS}/03-logs.yml", "title: Logs\n", "title: Logs\nstatus: done\n"),
    "a dependency": sub(f"{ITEMS}/03-logs.yml", "title: Logs\n", "title: Logs\nscope: {depends_on: [audit]}\n"),
    "no dependency": sub(f"{ITEMS}/02-audit.yml", "scope:\n  depends_on: [keys]   # they come first\n", ""),
    "a score": sub(f"{ITEMS}/01-keys.yml", "impact: 2", "impact: 1"),
    "a reading that looks otherwise": sub("roadmap-data/metrics.yml", "value: 0.5}", "value: 0.50}"),
    "a reading": sub("roadmap-data/metrics.yml", "value: 0.5", "value: 7"),
    "a condition": sub(
        f"{ITEMS}/01-keys.yml", "trigger: When there are keys", "trigger: {summary: When there are keys, when: {metric: calls, above: 5}}"
    ),
    "a name of a level": sub("roadmap-data/roadmap.yml", "title: High", "title: Higher"),
    "a new file": write(f"{ITEMS}/04-new.yml", "title: New\npriority: high\nrequirements: [One]\nscope: {timeline: 2 weeks}\n"),
    "a new file is renamed": rename(f"{ITEMS}/04-new.yml", f"{ITEMS}/05-newer.yml"),
    "a new file is removed": remove(f"{ITEMS}/04-new.yml"),
    "an order": sub("roadmap-data/plan.yml", "phases:", "order: [logs, keys, audit]\nphases:"),
    "a phase": sub("roadmap-data/plan.yml", "title: Later}", "title: Much later, enhancements: [logs]}"),
    "a team": sub("roadmap-data/plan.yml", "phases:", f"{TEAM}phases:"),
    "a review": sub("roadmap-data/governance.yml", "task: Look", "task: Look, held: [{on: 2026-05-01}]"),
    "a page": sub("docs/index.md", "# Home", "# At home"),
    "a page with another title": write("docs/about.md", "# Something else\n"),
    "a new page": write("docs/more.md", "# More\n\n```roadmap\nview: decisions\n```\n"),
    "a template of a view": write("own/contacts.html.j2", "<p>{{ insight.roadmap.enhancements | length }} of us</p>\n"),
    "a template of a page": write("own/plan.md.j2", "# Our plan\n\n```roadmap\nview: quarters\n```\n"),
    "an option": sub("mkdocs.yml", "item_pages: true", "item_pages: false"),
    "a setting": sub("mkdocs.yml", "site_name: Site", "site_name: Our site"),
    "a theme": sub("mkdocs.yml", "name: material", "name: mkdocs"),
    "nothing": lambda _: None,
    "a mistake, and its end": lambda _: None,
}
BROKEN = (f"{ITEMS}/02-audit.yml", "no: such key\n")


def served(root: Path, changes: Sequence[str]) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """What is served after each change, with the folder where its sources are kept."""
    server = Server(root)
    for number, name in enumerate(["nothing", *changes]):
        CHANGES[name](root)
        if name == "a mistake, and its end":
            file = root / BROKEN[0]
            text = file.read_text(encoding="utf-8")
            file.write_text(text + BROKEN[1], encoding="utf-8")
            server.build("broken")
            file.write_text(text, encoding="utf-8")
        shutil.copytree(root, root.parent / f"state-{number}")
        yield f"state-{number}", server.build("served")


def differences(folder: Path, changes: Sequence[str]) -> list[tuple[str, str]]:
    """Pages that are served otherwise than a fresh build makes them, with the change after which they are."""
    root = folder / "project"
    project(root)
    found = []
    kept = list(served(root, changes))
    for name, (state, pages) in zip(["the start", *changes], kept, strict=True):
        fresh = freshly_built(folder / state, root)
        found += [(name, path) for path in sorted({*pages, *fresh}) if pages.get(path) != fresh.get(path)]
    return found


FRESH: dict[tuple[tuple[str, bytes], ...], Mapping[str, bytes]] = {}
"""What has been built of sources; those that were there already are not built again, such as those that each of the lists starts with."""


def freshly_built(state: Path, root: Path) -> Mapping[str, bytes]:
    """What a first build makes of sources, in the place where they were served."""
    sources = tuple(sorted(contents(state).items()))
    if sources not in FRESH:
        shutil.rmtree(root)
        shutil.copytree(state, root)
        FRESH[sources] = Server(root).build("fresh")
    return FRESH[sources]


ALL = list(CHANGES)
LATER = {"a new file is renamed", "a new file is removed", "nothing", "a mistake, and its end"}
"""What changes nothing at the start."""


@pytest.mark.parametrize("name", [name for name in ALL if name not in LATER])
def test_a_change_changes_something(name: str, tmp_path: Path) -> None:
    project(tmp_path / "project")
    before = contents(tmp_path / "project")
    CHANGES[name](tmp_path / "project")
    assert contents(tmp_path / "project") != before


@pytest.mark.parametrize("changes", [ALL[:10], ALL[10:20], ALL[20:]], ids=["enhancements", "the rest of the data", "the site"])
def test_after_each_kind_of_change_what_is_served_is_what_a_fresh_build_makes(tmp_path: Path, changes: Sequence[str]) -> None:
    assert differences(tmp_path, changes) == []


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.sampled_from(ALL), min_size=2, max_size=5))
def test_after_any_changes_what_is_served_is_what_a_fresh_build_makes(
    tmp_path_factory: pytest.TempPathFactory, changes: Sequence[str]
) -> None:
    assert differences(tmp_path_factory.mktemp("served"), changes) == []


def test_a_save_makes_again_only_what_it_has_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    render = PageFences.render

    def counted(self: PageFences, source: str, header: str = "") -> RenderedFence:
        made.append(source)
        return render(self, source, header)

    monkeypatch.setattr(PageFences, "render", counted)
    site = project(tmp_path / "project")
    server = Server(site.root)
    server.build("served")
    everything = len(made)
    made.clear()
    server.build("served")
    assert made == []
    CHANGES["a tick"](site.root)
    server.build("served")
    assert 0 < len(made) < everything
    assert not [source for source in made if "enhancement: logs" in source]


def test_a_list_of_the_whole_roadmap_is_made_again_only_where_it_shows_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[str] = []
    fill = View.fill

    def counted(self: View, render_context: RenderContext, given: Mapping[str, Any]) -> str:
        filled.append(self.name)
        return fill(self, render_context, given)

    monkeypatch.setattr(View, "fill", counted)
    site = project(tmp_path / "project")
    site.page("about.md", "# About\n\n```roadmap\nview: ranking\npriority: low\n```\n")
    server = Server(site.root)
    server.build("served")
    everything = filled.count("ranking")
    filled.clear()
    CHANGES["a title"](site.root)
    server.build("served")
    assert 0 < filled.count("ranking") < everything
    filled.clear()
    sub(f"{ITEMS}/02-audit.yml", "title: Audit", "title: All audits")(site.root)
    server.build("served")
    assert 0 < filled.count("ranking") < everything
