"""Whoever changes data files at the same time as others loses nothing, and a kill at any moment leaves a whole file."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from enhancement_roadmap.editing import locking
from enhancement_roadmap.editing.data_folder import ChangedError, edit_folder
from enhancement_roadmap.editing.locking import LOCK, locked
from enhancement_roadmap.loading import Loaded, load
from support.command import ENVIRONMENT, roadmap
from support.forked import as_a_user, forked
from support.plain_plan import PLAN, make_folder

METRICS = """\
metrics:\r
  - {id: calls, title: calls, readings: [{on: 2026-01, value: 0.5}]}   # a remark\r
"""
ADDS = """
import os, sys
from enhancement_roadmap.cli import main
def add(value):
    main(["metric", "add", "--on", "2026-01", "calls", str(value)], standalone_mode=False)
add(0.5)
first, last, user = map(int, sys.argv[1:])
if user:
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
sys.stdin.readline()
for value in range(first, last):
    add(value)
"""
"""A process that adds many readings, one after the other, from the moment that it is told to; perhaps as another user."""

CHILDREN = """
import os, sys
from enhancement_roadmap.cli import main
main(["metric", "add", "--on", "2026-01", "calls", "0.5"], standalone_mode=False)
for number in sys.stdin:
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        for count in range(1000):
            main(["metric", "add", "calls", str(1000 * int(number) + count)], standalone_mode=False)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
"""A process that starts others which add readings, one whenever it is told to, and says when that one has come to an end."""

HOLDS = """
import sys
from pathlib import Path
from enhancement_roadmap.editing.locking import locked
with locked(Path(sys.argv[1]).resolve()) as refusal:
    print(refusal, flush=True)
    sys.stdin.readline()
"""
"""A process that keeps the lock until it is told to let it go."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals and permissions")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_folder(tmp_path / "roadmap-data", {**PLAN, "metrics.yml": METRICS})


@contextmanager
def started(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A process, with pipes to talk to it."""
    words = [sys.executable, "-c", program, *map(str, arguments)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    """The next line that a process says."""
    assert process.stdout is not None
    return process.stdout.readline()


def tell(process: subprocess.Popen[str], line: object) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def readings(data: Path) -> list[float]:
    """The values that the folder has, which is without mistakes."""
    loaded = load(data)
    assert loaded.findings == ()
    assert loaded.roadmap is not None
    return [reading.value for reading in loaded.roadmap.metrics.metrics[0].readings]


def hidden(data: Path) -> set[str]:
    return {entry.name for entry in data.iterdir() if entry.name.startswith(".")}


@pytest.mark.parametrize("writers", [2, 4])
def test_processes_that_add_readings_at_once_lose_none(writers: int, data: Path) -> None:
    with ExitStack() as stack:
        processes = [stack.enter_context(started(ADDS, 100 * number, 100 * number + 100, 0)) for number in range(1, writers + 1)]
        assert all("nothing to add" in heard(process) for process in processes)
        for process in processes:
            tell(process, "go")
        for process in processes:
            process.communicate(timeout=120)
    assert [process.returncode for process in processes] == [0] * writers
    assert sorted(readings(data)) == [0.5, *range(100, 100 * writers + 100)]
    assert hidden(data) == set()


def test_a_kill_at_any_moment_leaves_a_whole_file(data: Path) -> None:
    moments = random.Random(13)  # noqa: S311 - moments to try, not secrets
    done, longest = 0, 0.1
    with started(CHILDREN) as parent:
        assert "nothing to add" in heard(parent)
        for number in range(50):
            before = readings(data)
            tell(parent, number)
            child = int(heard(parent))
            time.sleep(moments.uniform(0, longest))
            os.kill(child, signal.SIGKILL)
            assert heard(parent) == "gone\n"
            after = readings(data)
            assert after[: len(before)] == before
            assert after[len(before) :] == [1000 * number + count for count in range(len(after) - len(before))]
            done += len(after) > len(before)
            if len(after) == len(before):
                longest = min(longest * 1.3, 1)  # a busy machine takes its time to the first write
    assert done > 10
    assert roadmap("check").returncode == 0
    assert roadmap("metric", "add", "calls", "0.75").returncode == 0
    assert hidden(data) == set()
    assert (data / "metrics.yml").read_bytes().count(b"\n") == (data / "metrics.yml").read_bytes().count(b"\r\n") == 2


def test_a_lock_that_another_has_is_waited_for_and_then_said(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 < locking.LONGEST_WAIT <= 60
    monkeypatch.setattr(locking, "LONGEST_WAIT", 0.2)
    with started(HOLDS, data) as holder:
        assert heard(holder) == "None\n"
        ran = roadmap("metric", "add", "calls", "7")
        place = data.resolve() / LOCK
        assert ran.stderr == (
            f"roadmap: could not run: {place} is locked: another process has been changing these files for 0.2 seconds."
            " Nothing was written; repeat the command once the other has ended\n"
        )
        assert (ran.returncode, readings(data)) == (2, [0.5])
        holder.communicate("\n", timeout=60)
    assert roadmap("metric", "add", "calls", "7").returncode == 0
    assert readings(data) == [0.5, 7]


def test_the_lock_of_a_process_that_was_killed_is_nobody_s(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "LONGEST_WAIT", 5)
    with started(HOLDS, data) as holder:
        assert heard(holder) == "None\n"
        assert hidden(data) == {LOCK}
        holder.send_signal(signal.SIGKILL)
    assert (hidden(data), roadmap("check").returncode) == ({LOCK}, 0)
    (data / ".metrics.yml.4711.tmp").write_text("half", encoding="utf-8")
    assert roadmap("metric", "add", "calls", "7").returncode == 0
    assert (hidden(data), readings(data)) == (set(), [0.5, 7])


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_what_a_branch_puts_in_the_place_of_the_lock_is_left_alone(kind: str, data: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    if kind == "link":
        (data / LOCK).symlink_to(victim)
    else:
        (data / LOCK).mkdir()
    ran = roadmap("metric", "add", "calls", "7")
    assert f"{data.resolve() / LOCK} is in the way: it is no lock, remove it" in ran.stderr
    assert (ran.returncode, readings(data), victim.read_text(encoding="utf-8")) == (2, [0.5], "mine")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser can be two users")
def test_another_user_s_lock_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as above:
        shared = make_folder(Path(above) / "roadmap-data", {**PLAN, "metrics.yml": METRICS})
        for folder in (Path(above), shared):
            folder.chmod(0o777)
        monkeypatch.chdir(above)
        with started(ADDS, 7, 8, 65534) as other:
            assert "nothing to add" in heard(other)
            with locked(shared.resolve()) as refusal:
                assert refusal is None
                tell(other, "go")
                time.sleep(0.3)
                assert (other.poll(), readings(shared)) == (None, [0.5])
            other.communicate(timeout=60)
        assert (other.returncode, readings(shared), hidden(shared)) == (0, [0.5, 7], set())
        assert shared.joinpath("metrics.yml").stat().st_uid == 65534
        assert roadmap("metric", "add", "calls", "8").returncode == 0
        assert shared.joinpath("metrics.yml").stat().st_uid == 65534


def test_where_nothing_is_to_be_changed_the_folder_need_not_allow_it(data: Path) -> None:
    data.chmod(0o555)
    there = forked(["metric", "add", "calls", "0.5", "--on", "2026-01"], Path.cwd(), as_a_user)
    new = forked(["metric", "add", "calls", "7"], Path.cwd(), as_a_user)
    data.chmod(0o755)
    assert (there.returncode, there.stdout) == (0, "roadmap-data/metrics.yml: calls is 0.5 on January 2026 already, nothing to add.\n")
    assert (new.returncode, new.stderr) == (
        2,
        "roadmap: could not run: roadmap-data/metrics.yml can not be written: Permission denied\n",
    )


def test_a_file_that_an_editor_saves_meanwhile_is_not_lost(data: Path) -> None:
    file = data / "metrics.yml"

    def change(_: Loaded) -> dict[str, bytes]:
        file.write_bytes(METRICS.replace("a remark", "a better one").encode())
        return {"metrics.yml": METRICS.replace("0.5", "0.75").encode()}

    with pytest.raises(ChangedError, match=r"metrics\.yml was changed by another program meanwhile\. Nothing was written"):
        edit_folder(data, change)
    assert b"a better one" in file.read_bytes()
    assert hidden(data) == set()


def test_a_waiting_process_starts_from_what_is_there_then(data: Path) -> None:
    with started(ADDS, 7, 8, 0) as adder:
        assert "nothing to add" in heard(adder)
        with locked(data.resolve()):
            tell(adder, "go")
            time.sleep(0.3)
            assert adder.poll() is None
            (data / "metrics.yml").write_bytes(METRICS.replace("0.5", "0.75").encode())
        adder.communicate(timeout=60)
    assert readings(data) == [0.75, 7]
