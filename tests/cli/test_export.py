"""``roadmap export``: each file that is no page, by its name, the same that other commands and a site write."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.outputs.table import OUTPUTS
from support.command import roadmap
from support.plain_plan import make_folder
from support.repository import make_repository
from support.roadmaps import small
from support.site import WORKING_PANDA

DAY = ("--today", "2026-11-24")


def test_the_list_has_every_file_with_what_it_is() -> None:
    lines = roadmap("export", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(OUTPUTS)
    assert lines[0].split("  ")[-1].strip() == "The reviews as a calendar (text/calendar)"


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("reviews.ics", ["calendar"]),
        ("roadmap.md", ["document"]),
        ("decisions.json", ["decide", "--format", "json"]),
    ],
)
def test_a_file_is_what_its_own_command_writes(name: str, command: list[str]) -> None:
    exported = roadmap("export", name, WORKING_PANDA, *DAY)
    assert exported.returncode == 0, exported.stderr
    assert exported.stdout == roadmap(*command, WORKING_PANDA, *DAY).stdout


def test_what_tells_the_history_reads_it(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    assert roadmap("export", "changelog.md", made.data, *DAY).stdout == roadmap("changelog", made.data, *DAY).stdout
    feed = roadmap("export", "changes.atom", made.data, "--commit-url", "https://example.org/{commit}", *DAY).stdout
    assert f"https://example.org/{made.git('rev-parse', 'HEAD')}" in feed


def test_without_a_history_it_says_why(tmp_path: Path) -> None:
    data = make_folder(tmp_path / "data", small())
    ran = roadmap("export", "changes.atom", data)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "is in no git repository" in ran.stderr


@pytest.mark.parametrize(("arguments", "said"), [((), "see them all with --list"), (("review.ics",), "Did you mean ‘reviews.ics’?")])
def test_a_name_that_is_none_is_answered_with_those_that_there_are(arguments: tuple[str, ...], said: str) -> None:
    ran = roadmap("export", *arguments)
    assert ran.returncode == 2
    assert said in ran.stderr
