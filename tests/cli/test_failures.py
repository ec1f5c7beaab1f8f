"""What a command can not do is said in a line; a defect of the program shows where it is, and no failure looks like a finding."""

from __future__ import annotations

import errno

import pytest

from enhancement_roadmap.cli import main
from support.command import roadmap


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """A command that is ended by something."""

    def ended(*_: object) -> None:
        raise request.param

    monkeypatch.setattr(main, "get_command", ended)


@pytest.mark.parametrize("fails", [RuntimeError("no such thing\x1b[31m\u202e"), RecursionError("too deep")], indirect=True)
@pytest.mark.usefixtures("fails")
def test_a_defect_shows_where_it_is_and_steers_nothing() -> None:
    ran = roadmap("check")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("Traceback (most recent call last):\n  File ")
    assert "\x1b" not in ran.stderr
    assert "\u202e" not in ran.stderr


FAILURES = {
    "a file": (OSError(errno.ENOSPC, "No space left on device", "plan\n.yml"), "plan\\n.yml: No space left on device"),
    "an output": (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
    "memory": (MemoryError(), "there is no memory left"),
}


@pytest.mark.parametrize(("fails", "said"), FAILURES.values(), ids=FAILURES, indirect=["fails"])
@pytest.mark.usefixtures("fails")
def test_what_the_system_refuses_is_said_in_a_line(said: str) -> None:
    ran = roadmap("check")
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"roadmap: could not run: {said}\n")


@pytest.mark.parametrize("fails", [KeyboardInterrupt()], indirect=True)
@pytest.mark.usefixtures("fails")
def test_who_stops_it_is_not_told_of_findings() -> None:
    ran = roadmap("check")
    assert (ran.returncode, ran.stderr.strip()) == (130, "roadmap: stopped.")


@pytest.mark.parametrize("group", [[], ["metric"], ["requirement"]], ids=["roadmap", "metric", "requirement"])
def test_a_call_that_names_no_command_is_answered_with_the_help(group: list[str]) -> None:
    ran = roadmap(*group)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == roadmap(*group, "--help").stdout
