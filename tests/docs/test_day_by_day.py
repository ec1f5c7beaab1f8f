"""What the guide on the day's work and the help of commands tell a planner to type works on this project's own data."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from support.calls import commands
from support.command import roadmap

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = (REPOSITORY / "docs" / "how-to" / "day-by-day.md").read_text(encoding="utf-8")


def changing() -> list[str]:
    """Names of the commands that change the data."""
    return [name for name, command in commands().items() if {"dry_run", "data", "today"} <= {option.name for option in command.params}]


def copy(folder: Path) -> Path:
    """The data, to be changed."""
    shutil.copytree(REPOSITORY / "roadmap-data", folder / "roadmap-data")
    return folder


def typed(words: str, folder: Path) -> str:
    """What a command prints that must end well."""
    ran = roadmap(*shlex.split(words)[1:], cwd=folder, SOURCE_DATE_EPOCH="1795737600")
    assert (ran.returncode, ran.stderr) == (0, ""), words
    return ran.stdout


def test_the_lines_of_the_guide_work_one_after_the_other(tmp_path: Path) -> None:
    copy(tmp_path)
    blocks = re.findall(r"^```bash\n(roadmap .*)\n```$", PAGE, re.MULTILINE)
    assert [words.split()[1] for words in blocks] == ["tick", "new", "defer", "set", "set"]
    printed = [typed(words, tmp_path) for words in blocks]
    assert f"```text\n{printed[2]}```\n" in PAGE
    assert printed[3].split("\nNothing was written")[0] == printed[4].split("\nWritten")[0]


BEFORE = {"untick": "roadmap tick database-security 1 4", "set": "roadmap set api-security owner=Grace"}
"""What has to be so before a command has anything to do."""


def has_written(words: str, folder: Path) -> bool:
    before = BEFORE.get(words.split()[1])
    return all("\nWritten: " in typed(each, folder) for each in ([before] if before else []) + [words])


@pytest.mark.parametrize("words", re.findall(r"`(roadmap [^`]+)`", PAGE.split("## What else")[1].split("## Many")[0]))
def test_what_else_the_guide_names_works(words: str, tmp_path: Path) -> None:
    assert has_written(words, copy(tmp_path))


def test_the_guide_names_every_command_that_changes_the_data() -> None:
    assert [name for name in changing() if f"roadmap {name} " not in PAGE] == []


@pytest.mark.parametrize("name", changing())
def test_the_example_in_the_help_of_a_command_works(name: str, tmp_path: Path) -> None:
    example = re.search(r"For example: (roadmap .*)", commands()[name].help or "")
    assert example, "there is one"
    assert example[1].startswith(f"roadmap {name} ")
    assert has_written(example[1], copy(tmp_path))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_of_the_guide_completes_ids(shell: str, tmp_path: Path) -> None:
    assert f"_ROADMAP_COMPLETE={shell}_source roadmap" in PAGE
    told = {"COMP_WORDS": "roadmap tick data", "COMP_CWORD": "data" if shell == "fish" else "2"}
    assert "database-security" in roadmap(cwd=copy(tmp_path), _ROADMAP_COMPLETE=f"{shell}_complete", **told).stdout
    assert "_ROADMAP_COMPLETE" in roadmap(_ROADMAP_COMPLETE=f"{shell}_source").stdout
