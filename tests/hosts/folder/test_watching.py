"""``roadmap build --watch`` writes again what a change makes other, and goes on whatever happens to the data."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from enhancement_roadmap.hosts.folder.watching import WatchedSources, changes
from support.command import ENVIRONMENT, roadmap
from support.folder import snapshot
from support.repository import make_repository
from support.roadmaps import enhancement, small
from support.serving import save, wait_until

PROGRAM = """
import signal
from enhancement_roadmap.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main(prog_name="roadmap")
"""
"""The command, also where the run itself ignores interrupts, as one in the background of a shell does."""


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Callable[[], str]]:
    """Run it as a user does; gives what it has said so far. An interrupt ends it, with exit code 0."""
    log = folder / "log"
    command = [sys.executable, "-c", PROGRAM, "build", "--out", "docs/roadmap", "--today", "2026-11-24", "--watch", *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, env=ENVIRONMENT)
        try:
            yield lambda: log.read_text(encoding="utf-8")
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 0
        finally:
            process.kill()
            process.wait()


def test_a_change_is_written_a_mistake_is_named_and_a_checkout_is_followed(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "work", [small(governance="contacts: [{role: Lead}]\n")])
    out, second = made.path / "docs" / "roadmap", made.data / "enhancements" / "second.yml"
    with watching(made.path) as said:
        wait_until(lambda: "Watching for changes; interrupt to end." in said(), "it watches", 20)
        before = snapshot(out)

        save(second, enhancement("second", 2, "Renamed thing"))
        wait_until(lambda: " changed" in said(), "it has written", 10)
        after = snapshot(out)
        assert "Renamed thing" in after["enhancements/second.md"][0].decode()
        assert {name for name in before if before[name][0] == after[name][0]} == {name for name in before if before[name] == after[name]}
        assert before["governance.md"] == after["governance.md"]

        save(second, "id: [\n")
        wait_until(lambda: "second.yml:1:5: error RM201" in said(), "it names the mistake", 10)
        assert snapshot(out) == after

        shutil.move(made.data, made.path / "elsewhere")
        wait_until(lambda: "there is no such folder" in said(), "it says that the data are gone", 10)
        assert snapshot(out) == after

        second.parent.mkdir(parents=True)
        shutil.copytree(made.path / "elsewhere", made.data, dirs_exist_ok=True)
        second.unlink()
        wait_until(lambda: "1 removed" in said(), "it has recovered", 10)
        assert not (out / "enhancements" / "second.md").exists()
        assert "Traceback" not in said()
        told = said()
        made.record()
        wait_until(lambda: len(said()) > len(told), "the commit is in the history", 10)
        assert "Removed" in (out / "history.md").read_text(encoding="utf-8")
    assert said().endswith("Ended.\n")


def test_what_can_not_be_done_at_the_start_ends_it(tmp_path: Path) -> None:
    ran = roadmap("build", "--out", "out", "--watch", cwd=tmp_path)
    assert (ran.returncode, "there is no such folder" in ran.stderr) == (2, True)


def test_it_comes_back_once_for_a_change_that_takes_a_while() -> None:
    seen = iter([1, 1, 1, 2, 3, 3, 3, 4, 4])
    waits: list[None] = []
    watched = changes(lambda: next(seen), lambda: waits.append(None))
    counts = []
    for _ in range(3):
        next(watched)
        counts.append(len(waits))
    assert counts == [0, 5, 8]


def test_a_change_while_the_caller_works_is_seen_afterwards() -> None:
    state = [1]
    watched = changes(lambda: state[0], lambda: None)
    next(watched)
    state[0] = 2
    next(watched)
    assert state == [2]


def test_something_that_never_rests_is_not_waited_for_forever() -> None:
    numbers = iter(range(100))
    watched = changes(lambda: next(numbers), lambda: None)
    next(watched)
    next(watched)
    assert next(numbers) < 20


def test_whatever_the_folder_is_made_of_is_looked_at(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "work", [small()])
    templates = tmp_path / "templates"
    watched = WatchedSources([made.data, templates], made.data)
    seen = [watched.look()]

    def is_other() -> bool:
        seen.append(watched.look())
        return seen[-1] != seen[-2]

    assert not is_other()
    file = made.data / "roadmap.yml"
    os.utime(file, (1, 1))
    assert is_other()
    templates.mkdir()
    (templates / "matrix.md.j2").touch()
    assert is_other()
    made.commit({})
    assert is_other()
    assert not is_other()
