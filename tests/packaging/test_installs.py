"""The package works outside the repository, on each Python and with each generator that it names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.links import broken_links
from support.neighbours import HOSTS, Host
from support.packages import find_python, make_environment
from support.site import REPOSITORY
from support.tools import Tool
from support.walkthrough import write_files

HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The folder that a reader of the tutorial has."""
    folder = tmp_path / "plan"
    assert "mkdocs.yml" in write_files(REPOSITORY / "docs" / "tutorial.md", folder)
    return folder


def test_the_command_works_without_mkdocs(wheel: Path, plan: Path, tmp_path: Path) -> None:
    environment = make_environment(tmp_path / "environment", Path(sys.executable), str(wheel))
    no_mkdocs = "import importlib.util as u; print([u.find_spec(name) for name in ('mkdocs', 'markdown', 'pymdownx')])"
    assert environment.run("python", "-c", no_mkdocs, cwd=plan) == "[None, None, None]\n"
    assert environment.run("roadmap", "check", cwd=plan) == "1 enhancement in 2 files: no findings.\n"
    assert environment.run("roadmap", "explain", "RM301", cwd=plan).startswith("# RM301: unknown key\n")
    assert "Database security" in environment.run("roadmap", "document", cwd=plan)
    assert environment.run("roadmap", "show", "table", cwd=plan).startswith("1 enhancement\n")
    assert '"$schema"' in environment.run("roadmap", "schema", "plan", cwd=plan)
    assert "files in docs/roadmap" in environment.run("roadmap", "build", "--out", "docs/roadmap", cwd=plan)
    assert (plan / "docs" / "roadmap" / "assets" / "roadmap.css").is_file()


@pytest.mark.parametrize(
    ("version", "host"),
    [*((HERE, host) for host in HOSTS), ("3.12", HOSTS[1]), ("3.13", HOSTS[1])],
    ids=lambda value: value if isinstance(value, str) else " ".join(value.requirements),
)
def test_a_site_is_built(wheel: Path, plan: Path, tmp_path: Path, version: str, host: Host) -> None:
    python = Tool(f"Python {version}", f"pyenv install {version}", lambda: find_python(version), is_extra=True)
    environment = make_environment(tmp_path / "environment", python.need(), f"{wheel}[mkdocs]", *host.requirements)
    environment.run(host.program, "build", "--strict", cwd=plan)
    page = (plan / "site" / "roadmap" / "enhancements" / "database-security" / "index.html").read_text(encoding="utf-8")
    assert "Database security" in page
    assert "er-checklist" in page
    assert (plan / "site" / "assets" / "enhancement-roadmap" / "roadmap.css").is_file()
    assert broken_links(plan / "site") == []
