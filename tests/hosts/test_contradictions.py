"""What the data say against each other is said wherever the roadmap is read, and keeps only a strict build from going on."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import Markdown

from enhancement_roadmap.cli import main
from support.folder import build, errors
from support.roadmaps import enhancement, small
from support.site import Site

STARTED_TOO_EARLY = small(second=enhancement("second", 2, "Second", "status: in-progress\nscope: {depends_on: [first]}"))
WARNING = "enhancements/second.yml:9:22: warning RM802: ‘second’ is in progress, but depends on ‘first’, which is ‘proposed’"


@pytest.fixture
def early(site: Site) -> Site:
    """A site with an enhancement that began before what it depends on was done."""
    site.data(STARTED_TOO_EARLY)
    return site


def test_a_build_warns_and_goes_on(early: Site) -> None:
    built = early.build(strict=False)
    (warning,) = built.warnings
    assert f"roadmap-data/{WARNING}" in warning
    assert "Blocked by" in built.html("roadmap/enhancements/second/")


def test_a_strict_build_fails(early: Site) -> None:
    ran = early.run("build", "--strict")
    assert ran.returncode == 1
    assert WARNING in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_folder_is_written_with_the_warning(early: Site, tmp_path: Path) -> None:
    ran = build(early.root / "roadmap-data", tmp_path / "out")
    assert ran.exit_code == 0
    (line,) = errors(ran)
    assert line.endswith(WARNING)
    assert (tmp_path / "out" / "index.md").exists()


def test_the_extension_warns_in_the_log(early: Site, caplog: pytest.LogCaptureFixture) -> None:
    options = {"enhancement-roadmap": {"data": str(early.root / "roadmap-data")}}
    with caplog.at_level(logging.WARNING):
        html = Markdown(extensions=["enhancement-roadmap"], extension_configs=options).convert("```roadmap\nview: table\n```")
    assert WARNING in caplog.text
    assert "Second" in html


@pytest.mark.parametrize(("form", "said"), [("text", "warning RM802"), ("json", '"severity": "warning"'), ("github", "::warning file=")])
def test_the_check_has_it_as_a_warning_in_every_form(form: str, said: str, early: Site) -> None:
    ran = CliRunner().invoke(main, ["check", str(early.root / "roadmap-data"), "--format", form])
    assert ran.exit_code == 1
    assert said in ran.output
