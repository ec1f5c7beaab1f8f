"""A site from a repository tells its history; one without is built all the same, and says what is left out."""

from __future__ import annotations

import logging
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path

import pytest

from support.clones import COMPLETE, LACKING, Machine, of_somebody_else
from support.folder import build, contents
from support.links import broken_links
from support.repository import DATA, ScratchRepository, Version, make_repository
from support.roadmaps import MINIMAL, enhancement, small
from support.site import STRICT, Site

LATER = {"enhancements/first.yml": enhancement("first", 1, "First thing", "owner: Ada")}


def versions() -> list[Version]:
    looked = {"roadmap.yml": MINIMAL + "last_review: 2025-01-06\n"}
    return [Version({**small(), **looked}, "Begin"), Version(LATER, "Find an owner", tag="v1.0")]


@pytest.fixture
def repository(tmp_path: Path) -> ScratchRepository:
    return make_repository(tmp_path, versions())


def test_a_page_each_enhancement_and_a_feed_tell_what_was_changed(repository: ScratchRepository) -> None:
    site = Site(repository.path, settings={"repo_url": "https://github.com/team/plan", "site_url": "https://plan.example.org/"})
    built = site.build()
    page = built.html("roadmap/history/")
    last = repository.git("rev-parse", "HEAD")
    assert f'href="https://github.com/team/plan/commit/{last}"' in page
    assert "Find an owner" in page
    assert 'href="../changes.atom"' in page
    assert "0 of 2 done, as on" in page
    assert "Find an owner" in built.html("roadmap/enhancements/first/")
    assert "Find an owner" not in built.html("roadmap/enhancements/second/")
    assert "Changed since its last review" in built.html("roadmap/")
    assert "look again" in built.html("roadmap/enhancements/second/")
    feed = ET.fromstring((built.folder / "roadmap" / "changes.atom").read_bytes())  # noqa: S314
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 2
    assert broken_links(built.folder) == []


def test_the_history_can_be_switched_off(repository: ScratchRepository) -> None:
    built = Site(repository.path, plugin={"history": False}).build()
    assert not (built.folder / "roadmap" / "history").exists()
    assert not (built.folder / "roadmap" / "changes.atom").exists()
    assert "Find an owner" not in built.html("roadmap/enhancements/first/")
    assert "Changed since" not in built.html("roadmap/")


def test_a_shallow_clone_says_on_the_page_and_in_the_log_what_is_left_out(
    repository: ScratchRepository, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clone = repository.clone(tmp_path / "shallow", depth=1)
    with caplog.at_level(logging.INFO, "mkdocs.plugins"):
        built = Site(clone.path).build()
    lines = [record.getMessage() for record in caplog.records if "The history is left out" in record.getMessage()]
    assert len(lines) == 1
    assert "fetch-depth: 0" in lines[0]
    assert "fetch-depth: 0" in built.html("roadmap/history/")
    assert not (built.folder / "roadmap" / "changes.atom").exists()


@pytest.mark.parametrize("name", [*COMPLETE, *LACKING])
def test_the_page_is_there_from_every_copy_so_that_a_strict_build_depends_on_no_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    machine = Machine(make_repository(tmp_path / "whole", versions()), tmp_path / "my-copy", monkeypatch)
    make, reason = LACKING[name] if name in LACKING else (COMPLETE[name], "")
    site = Site(make(machine).path, settings={"nav": [{"Home": "index.md"}, {"What happened": "roadmap/history.md"}]})
    site.plugin["navigation"] = False
    site.settings["validation"] = {**STRICT, "nav": {**STRICT["nav"], "omitted_files": "ignore"}}
    site.page("index.md", "# Home\n\n[History](roadmap/history.md), [one](roadmap/enhancements/first.md#history)\n")
    built = site.build()
    assert built.warnings == []
    for page in ("roadmap/history/", "roadmap/enhancements/first/"):
        assert ("The history is left out: " in built.html(page)) == bool(reason)
        assert escape(reason, quote=False) in built.html(page)
    assert ("Find an owner" in built.html("roadmap/history/")) == (not reason)
    here = str(tmp_path).encode()
    assert [path for path in built.folder.rglob("*") if path.is_file() and here in path.read_bytes()] == []


def test_the_log_says_what_only_this_machine_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    machine = Machine(make_repository(tmp_path / "whole", versions()), tmp_path / "copy", monkeypatch)
    with caplog.at_level(logging.INFO, "mkdocs.plugins"):
        Site(of_somebody_else(machine).path).build()
    assert f"tell git so: git config --global --add safe.directory {tmp_path}/copy\n" in caplog.text


def test_a_name_of_today_shows_on_the_page_and_in_the_feed(repository: ScratchRepository) -> None:
    repository.path.joinpath(".mailmap").write_text("Ada King <ada@example.org>\n")
    built = Site(repository.path).build()
    for path in ("roadmap/history/", "roadmap/enhancements/first/", "roadmap/changes.atom"):
        assert "Ada King" in built.html(path)
        assert "Ada Planner" not in built.html(path)


def test_a_document_without_a_date_has_that_of_the_last_change_once_it_is_asked_for(repository: ScratchRepository) -> None:
    plain = Site(repository.path).build().html("roadmap/document/")
    dated = Site(repository.path, plugin={"dates_from_git": True}).build().html("roadmap/document/")
    assert "Last Updated" not in plain
    assert "Last Updated" in dated
    assert "v1.0" in dated


@pytest.mark.parametrize("template", ["javascript:{commit}", "https://example.org/commit"])
def test_an_address_that_is_none_of_a_commit_is_refused(
    repository: ScratchRepository, caplog: pytest.LogCaptureFixture, template: str
) -> None:
    Site(repository.path, plugin={"commit_url": template}).failure()
    assert "is not the address of a commit" in caplog.text


def test_a_written_folder_tells_its_history_too(repository: ScratchRepository, tmp_path: Path) -> None:
    ran = build(repository.path / DATA, tmp_path / "docs" / "plan", "--commit-url", "https://example.org/{commit}")
    assert (ran.exit_code, ran.stderr) == (0, "")
    found = contents(tmp_path / "docs" / "plan")
    assert b'href="changes.atom"' in found["history.md"]
    assert b"https://example.org/" in found["history.md"]
    assert "changes.atom" in found
    build(repository.path / DATA, tmp_path / "docs" / "plan", "--no-history")
    assert "history.md" not in contents(tmp_path / "docs" / "plan")
