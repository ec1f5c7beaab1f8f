"""``roadmap tick``, ``untick`` and ``waive`` change a line or two, and say what that means; two at once lose nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from enhancement_roadmap.loading import load
from support.command import ENVIRONMENT, roadmap
from support.plain_plan import PLAN, make_folder

NAME = "enhancements/01-database-security.yml"
FILE = PLAN[NAME]
TICKS = """
import os, sys
from enhancement_roadmap.cli import main
first, last = map(int, sys.argv[1:])
print("ready", flush=True)
sys.stdin.readline()
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
for number in range(first, last, 5):
    main(["tick", "database-security", *map(str, range(number, number + 5))], standalone_mode=False)
"""
"""A process that ticks many requirements, five at a time, from the moment that it is told to."""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_folder(tmp_path / "roadmap-data", PLAN)


def said(*words: str) -> tuple[int, str, str]:
    ran = roadmap(*words, SOURCE_DATE_EPOCH="1795737600")
    return ran.returncode, ran.stdout, ran.stderr


def test_a_tick_says_what_changed_what_it_means_and_how_it_is_undone(data: Path) -> None:
    code, out, _ = said("tick", "database-security", "encryption", "--by", "Ada")
    assert code == 0
    assert "Requirements done: 0 → 1\n" in out
    assert "  Requirement completed: Encrypt the connections" in out
    assert out.endswith(f"\nWritten: roadmap-data/{NAME}\nTo go back to what git has: git restore -- roadmap-data/{NAME}\n")
    ticked = FILE.replace("connections}", "connections, done: 2026-11-27, done_by: Ada}")
    assert data.joinpath(NAME).read_text() == ticked
    assert said("tick", "database-security", "1") == (0, "Nothing to change: it is so already.\n", "")
    assert said("untick", "database-security", "1")[0] == 0
    assert data.joinpath(NAME).read_text() == FILE


def test_a_dry_run_says_the_same_and_writes_nothing(data: Path) -> None:
    words = ("waive", "database-security", "1", "--why", "There are none.")
    code, out, _ = said(*words, "--dry-run")
    assert (code, data.joinpath(NAME).read_text()) == (0, FILE)
    assert out.endswith(f"\nNothing was written; without --dry-run this would be: roadmap-data/{NAME}\n")
    assert said(*words)[1].split("\nWritten")[0] == out.split("\nNothing was written")[0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("tick", "database-securty", "1"), "there is no enhancement ‘database-securty’. Did you mean ‘database-security’?"),
        (("tick", "database-security", "7"), "no requirement of ‘database-security’ has ‘7’ for its id, its number or in its text."),
        (("tick", "database-security", "1", "--on", "2026-02-30"), "‘2026-02-30’ is not a day of the calendar: write it as 2026-11-24"),
        (("waive", "database-security", "1"), "Missing option '--why'."),
        (("waive", "database-security", "1", "--why", " "), "Invalid value for '--why': it is empty."),
        (("tick", "database-security", "1", "--data", "nowhere"), "nowhere: there is no such folder"),
    ],
)
def test_a_mistake_has_a_clear_answer_and_changes_nothing(words: tuple[str, ...], message: str, data: Path) -> None:
    code, out, error = said(*words)
    assert (code, out) == (2, "")
    assert message in error
    assert data.joinpath(NAME).read_text() == FILE


def test_of_data_with_mistakes_what_is_right_can_be_changed(data: Path) -> None:
    make_folder(data, {"plan.yml": "order: [databas-security]\n"})
    code, out, error = said("tick", "database-security", "1")
    assert (code, out.startswith(f"Written: roadmap-data/{NAME}\n")) == (1, True)
    assert error.startswith("roadmap-data/plan.yml:1:9: error RM")
    assert error.endswith("What this change means can not be told before that is mended.\n")
    make_folder(data, {NAME: "title: [\n"})
    code, _, error = said("tick", "database-security", "1")
    assert code == 1
    assert error.endswith("Nothing was written: mend this first.\n")


def many(data: Path, count: int) -> None:
    make_folder(
        data, {NAME: "title: Many\nrequirements:\n" + "".join(f"  - Requirement {number}   # r\n" for number in range(1, count + 1))}
    )


@contextmanager
def ticking(*numbers: int) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-c", TICKS, *map(str, numbers)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process


def test_two_tick_a_hundred_each_at_once_and_two_hundred_are_ticked(data: Path) -> None:
    many(data, 200)
    with ticking(1, 101) as one, ticking(101, 201) as other:
        for process in (one, other):
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.close()
        assert [process.wait(60) for process in (one, other)] == [0, 0]
    found = load(data).roadmap
    assert found is not None
    assert [part.status for part in found.enhancements[0].requirements] == ["done"] * 200
    assert data.joinpath(NAME).read_text().count("# r\n") == 200
