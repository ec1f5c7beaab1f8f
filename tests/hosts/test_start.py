"""A build imports what it uses: a small site is mostly start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from support.render_contexts import roadmap_folder
from support.repository import make_repository
from support.site import Site

ROOM = "enhancement_roadmap"
OF_HISTORY = {f"{ROOM}.{name}" for name in ("git", "diff", "history", "views.changelog", "views.burn_up", "views.changes", "outputs.feed")}
OF_NO_BUILD = {f"{ROOM}.{name}" for name in ("cli", "editing", "importing", "starting", "preview", "ci", "hosts.live", "hosts.folder")}
LIBRARIES = {"icalendar", "dateutil", "filelock", "ftfy", "holidays", "numpy", "openpyxl", "rich", "xlsxwriter"}


def imported(program: str, folder: Path | None = None) -> set[str]:
    code = f"import sys\n{program}\nprint('imported:', *sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(ran.stdout.rpartition("imported:")[2].split())


def imported_by_build(site: Site) -> set[str]:
    site.configure()
    return imported("from mkdocs.__main__ import cli\ncli(['build', '-q'], standalone_mode=False)", site.root)


def used(modules: Iterable[str], needless: set[str]) -> set[str]:
    """Which of the needless are among modules, or have parts that are."""
    return {name for name in needless for module in modules if module == name or module.startswith(f"{name}.")}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.data(roadmap_folder("small"))
    return made


def test_without_its_history_a_build_imports_nothing_that_reads_or_tells_any(site: Site) -> None:
    site.plugin["history"] = False
    found = imported_by_build(site)
    assert f"{ROOM}.views.table" in found
    assert used(found, OF_HISTORY | OF_NO_BUILD | LIBRARIES) == set()


def test_with_its_history_it_imports_that_and_nothing_of_a_server_or_an_editor(site: Site) -> None:
    data = site.root / "roadmap-data"
    files = {path.relative_to(data).as_posix(): path.read_text("utf-8") for path in data.rglob("*.yml")}
    make_repository(site.root, [files])
    found = imported_by_build(site)
    assert {f"{ROOM}.history", f"{ROOM}.git"} <= found
    assert used(found, OF_NO_BUILD | LIBRARIES) == set()


def test_a_view_is_imported_once_a_block_asks_for_it(tmp_path: Path) -> None:
    start = imported(f"import {ROOM}.hosts.mkdocs")
    assert {name for name in start if name.startswith(f"{ROOM}.views.charts")} == set()
    assert used(start, {f"{ROOM}.views.table", f"{ROOM}.views.details"}) == set()
    site = Site(tmp_path)
    site.data(roadmap_folder("minimal"))
    assert used(imported_by_build(site), {f"{ROOM}.views.cost_benefit"}) == set()
    site.page("index.md", "# Start\n\n```roadmap\nview: cost-benefit\n```\n")
    assert used(imported_by_build(site), {f"{ROOM}.views.cost_benefit"})


def test_importing_the_model_builds_nothing_that_checks_it() -> None:
    built = f"[kind.name for kind in {ROOM}.model.FILE_KINDS if kind.model.__pydantic_complete__]"
    assert imported(f"import {ROOM}.model\nassert {built} == [], {built}")
