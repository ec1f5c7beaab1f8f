"""A site from a repository tells its history; one without is built all the same, and says what is left out."""

from __future__ import annotations

import logging
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from support.folder import build, contents
from support.links import broken_links
from support.repository import DATA, ScratchRepository, Version, make_repository
from support.roadmaps import MINIMAL, enhancement, small
from support.site import Site

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
    assert "er-burn-up" in page
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
