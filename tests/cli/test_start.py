"""The command starts fast: what a call does not need is not imported."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from enhancement_roadmap import __version__
from enhancement_roadmap.cli import COMMANDS, main
from support.command import roadmap
from support.render_contexts import roadmap_folder

SLOW = {"mkdocs", "pydantic", "rich", "yaml", "jinja2", "markdown_it", "enhancement_roadmap.model", "enhancement_roadmap.loading"}


def imported_by(*arguments: str) -> set[str]:
    program = (
        "import sys\n"
        "from enhancement_roadmap.cli import main\n"
        f"try: main({list(arguments)!r})\n"
        "except SystemExit: pass\n"
        "print('imported:', *sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(ran.stdout.rpartition("imported:")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], [], ["chek"]])
def test_help_and_slips_import_nothing_slow(arguments: list[str]) -> None:
    assert imported_by(*arguments) & SLOW == set()


def test_explain_needs_neither_the_model_nor_yaml() -> None:
    assert imported_by("explain", "RM301") & SLOW == set()


def test_check_needs_neither_mkdocs_nor_what_shows_or_writes_a_roadmap_nor_its_history() -> None:
    found = imported_by("check", str(roadmap_folder("small")), "--strict-dates")
    assert "enhancement_roadmap.checks" in found
    needless = {
        f"enhancement_roadmap.{room}" for room in ("views", "outputs", "pages", "fences", "hosts", "history", "diff", "git", "text")
    }
    libraries = {"mkdocs", "markdown", "rich", "jinja2", "markdown_it", "platformdirs", "icalendar", "numpy", "ftfy"}
    assert found & (needless | libraries) == set()


def test_the_help_lists_every_command_with_what_it_does() -> None:
    listed = " ".join(roadmap("--help").stdout.split())
    for name, summary in COMMANDS.items():
        assert f" {name} " in listed
        assert summary in listed


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_list_says(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").splitlines()[0] == COMMANDS[name]
    assert roadmap(name, "--help").returncode == 0


def test_the_version_is_the_package_s() -> None:
    assert roadmap("--version").stdout == f"roadmap, version {__version__}\n"
