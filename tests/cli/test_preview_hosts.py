"""``roadmap preview`` builds the site with the program that its configuration is for, or says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from enhancement_roadmap import generators
from support.command import roadmap
from support.previews import branch, preview_site
from support.repository import ScratchRepository

pytestmark = pytest.mark.usefixtures("prepared_python")


@pytest.fixture
def topic(tmp_path: Path) -> ScratchRepository:
    """A branch that changes the roadmap."""
    return branch(tmp_path / "work")


def preview(folder: Path, *arguments: str) -> tuple[int, str, str]:
    ran = roadmap("preview", "--today", "2026-11-24", "--base", "main", *arguments, cwd=folder)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Takes a program away."""
    found = generators.find_spec
    return lambda program: monkeypatch.setattr(generators, "find_spec", lambda name: None if name == program else found(name))


def test_properdocs_builds_its_own_configuration_though_there_is_one_of_mkdocs(topic: ScratchRepository) -> None:
    preview_site(topic.path, "").configure().rename(topic.path / "properdocs.yml")
    (topic.path / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    code, said, told = preview(topic.path)
    assert (code, told) == (0, "")
    assert said.splitlines()[-1].split() == ["the", "site", "roadmap-preview/site/index.html"]
    assert "Preview of a change</strong>" in (topic.path / "roadmap-preview/site/roadmap/matrix.html").read_text(encoding="utf-8")


def test_a_program_that_is_missing_is_named(topic: ScratchRepository, without: Callable[[str], None]) -> None:
    without("properdocs")
    (topic.path / "properdocs.yml").write_text("site_name: Plan\n", encoding="utf-8")
    code, _, told = preview(topic.path)
    assert (code, told) == (
        0,
        "roadmap: there is no ProperDocs here to build the site of properdocs.yml, so ‘site’ holds pages in Markdown.\n",
    )
    assert (topic.path / "roadmap-preview" / "site" / "changes.md").is_file()
    code, _, told = preview(topic.path, "--config-file", "properdocs.yml")
    assert (code, "there is no ProperDocs here to build a site: install it" in told) == (2, True)


def test_with_zensical_it_says_what_to_run_and_writes_the_pages(topic: ScratchRepository) -> None:
    (topic.path / "zensical.toml").write_text("[project]\n", encoding="utf-8")
    code, _, told = preview(topic.path)
    assert code == 0
    assert len(told.splitlines()) == 1
    for words in ("runs no plugins", "‘roadmap build --compare main --out docs/roadmap’", "‘zensical build --clean’", "--site"):
        assert words in told
    assert (topic.path / "roadmap-preview" / "site" / "changes.md").is_file()


def test_a_site_without_the_pages_of_the_change_is_none_of_it(topic: ScratchRepository) -> None:
    (topic.path / "site").mkdir()
    code, _, told = preview(topic.path, "--site", "site")
    assert code == 2
    assert "write its pages with ‘roadmap build --compare’ before you build the site" in told
    assert not (topic.path / "roadmap-preview").exists()
