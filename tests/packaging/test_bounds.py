"""What is declared is true: the package works with the lowest version of each package that it names, and with the newest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.links import broken_links
from support.neighbours import BACKSTAGE
from support.packages import Environment, declared, make_environment
from support.site import REPOSITORY
from support.walkthrough import write_files

TECHDOCS = """\
site_name: Our plans
docs_dir: docs
plugins:
  - techdocs-core
  - enhancement-roadmap
nav:
  - Home: index.md
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The folder that a reader of the tutorial has."""
    folder = tmp_path / "plan"
    write_files(REPOSITORY / "docs" / "tutorial.md", folder)
    return folder


def works(environment: Environment, plan: Path) -> None:
    """A plan is checked, shown, described to an editor, and made a site and a document."""
    assert environment.run("roadmap", "check", cwd=plan) == "1 enhancement in 2 files: no findings.\n"
    assert environment.run("roadmap", "show", "table", cwd=plan).startswith("1 enhancement\n")
    assert '"$schema"' in environment.run("roadmap", "schema", "enhancement", cwd=plan)
    assert "Database security" in environment.run("roadmap", "document", cwd=plan)
    environment.run("mkdocs", "build", "--strict", cwd=plan)
    page = (plan / "site" / "roadmap" / "enhancements" / "database-security" / "index.html").read_text(encoding="utf-8")
    assert "er-checklist" in page
    assert broken_links(plan / "site") == []


@pytest.mark.parametrize("resolution", ["lowest-direct", "highest"])
def test_it_works_with_every_version_that_is_declared(wheel: Path, plan: Path, tmp_path: Path, resolution: str) -> None:
    needs = declared(wheel, "mkdocs")
    assert len(needs) > 10
    environment = make_environment(tmp_path / "environment", Path(sys.executable), f"--resolution={resolution}", wheel, *needs)
    works(environment, plan)


def test_it_works_beside_what_backstage_pins(wheel: Path, plan: Path, tmp_path: Path) -> None:
    (plan / "mkdocs.yml").write_text(TECHDOCS, encoding="utf-8")
    environment = make_environment(tmp_path / "environment", Path(sys.executable), wheel, "==".join(BACKSTAGE))
    works(environment, plan)
