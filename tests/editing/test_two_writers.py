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

from enhancement_roadmap.editing import data_folder, locking
from enhancement_roadmap.editing.data_folder import ChangedError, edit_folder
from enhancement_roadmap.editing.journal import JOURNAL
from enhancement_roadmap.editing.locking import LOCK, locked
from enhancement_roadmap.editing.naming import rename
from enhancement_roadmap.editing.roadmap_draft import edit_roadmap
from enhancement_roadmap.editing.writing import write_whole
from enhancement_roadmap.loading import Loaded, load
from support.command import ENVIRONMENT, roadmap
from support.folder import contents
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
from itertools import count
from pathlib import Path
from enhancement_roadmap.editing.naming import rename
from enhancement_roadmap.editing.roadmap_draft import edit_roadmap
DATA, READINGS = Path("roadmap-data"), ("metrics", 0, "readings")
def add(draft, value):
    draft.put("metrics.yml", draft.text("metrics.yml").append(READINGS, {"on": "2026-01", "value": value}))
edit_roadmap(DATA, lambda draft: None)
print("ready", flush=True)
for number in sys.stdin:
    child = os.fork()
    if not child:
        names = ["database-security", "safe-databases"]
        if not DATA.joinpath("enhancements/01-database-security.yml").exists():
            names.reverse()
        for done in count():
            edit_roadmap(DATA, lambda draft: rename(draft, names[done % 2], names[1 - done % 2]))
            edit_roadmap(DATA, lambda draft: add(draft, str(1000 * int(number) + done)))
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
"""A process that starts others which rename an enhancement and add a reading, again and again; one whenever it is told to, and
it says when that one has come to an end."""

NAMED = "phases:\n  - {title: First, enhancements: [database-security]}\n"
OTHER = "title: Other\npriority: low\nscope: {depends_on: [database-security]}\n"

EACH = 40
"""How many readings each of them adds."""

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
        processes = [stack.enter_context(started(ADDS, EACH * number, EACH * number + EACH, 0)) for number in range(1, writers + 1)]
        assert all("nothing to add" in heard(process) for process in processes)
        for process in processes:
            tell(process, "go")
        for process in processes:
            process.communicate(timeout=120)
    assert [process.returncode for process in processes] == [0] * writers
    assert sorted(readings(data)) == [0.5, *range(EACH, EACH * writers + EACH)]
    assert hidden(data) == set()


def state(data: Path) -> tuple[list[float], set[str], set[str]]:
    """The readings, and how the enhancement is called that is renamed: by its file, and wherever it is named."""
    loaded = load(data)
    assert loaded.findings == ()
    assert loaded.roadmap is not None
    named = {*loaded.roadmap.plan.phases[0].enhancements, *(name for item in loaded.roadmap.enhancements for name in item.scope.depends_on)}
    values = [reading.value for reading in loaded.roadmap.metrics.metrics[0].readings]
    return values, {item.id for item in loaded.roadmap.enhancements} - {"other"}, named


def test_a_kill_at_any_moment_tears_nothing(data: Path) -> None:
    make_folder(data, {"plan.yml": NAMED, "enhancements/02-other.yml": OTHER})
    moments = random.Random(13)  # noqa: S311 - moments to try, not secrets
    done, halves, longest = 0, 0, 0.04
    before = readings(data)
    with started(CHILDREN) as parent:
        assert heard(parent) == "ready\n"
        for number in range(200):
            tell(parent, number)
            child = int(heard(parent))
            time.sleep(moments.uniform(0, longest))
            os.kill(child, signal.SIGKILL)
            assert heard(parent) == "gone\n"
            halves += (data / JOURNAL).exists()
            assert edit_folder(data, lambda _: {}) == []  # what any command does first
            after, name, named = state(data)
            assert after == before + [1000 * number + count for count in range(len(after) - len(before))]
            assert len(name) == 1
            assert name == named
            done += len(after) > len(before)
            longest *= 1.05 if after == before else 0.9  # a busy machine takes its time to the first write
            before = after
    assert done > 20
    assert halves > 0
    assert roadmap("check").returncode == 0
    assert roadmap("metric", "add", "calls", "0.75").returncode == 0
    assert hidden(data) == set()
    assert (data / "metrics.yml").read_bytes().count(b"\n") == (data / "metrics.yml").read_bytes().count(b"\r\n") == 2


def cut_short(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a rename half done: the process is gone behind its first file."""
    make_folder(data, {"plan.yml": NAMED, "enhancements/02-other.yml": OTHER})

    def gone_behind_the_first(file: Path, content: bytes) -> None:
        write_whole(file, content)
        if file.name != JOURNAL:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(data_folder, "write_whole", gone_behind_the_first)
        with pytest.raises(KeyboardInterrupt):
            edit_roadmap(data, lambda draft: rename(draft, "database-security", "safe-databases"))
    assert hidden(data) == {JOURNAL}
    assert load(data).findings != ()


def test_a_change_of_several_files_that_was_cut_short_is_completed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_short(data, monkeypatch)
    assert roadmap("metric", "add", "calls", "7").returncode == 0
    assert (state(data), hidden(data)) == (([0.5, 7], {"safe-databases"}, {"safe-databases"}), set())


def test_what_was_changed_since_is_not_overwritten_by_a_change_that_was_cut_short(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_short(data, monkeypatch)
    make_folder(data, {"plan.yml": f"# mine\n{NAMED}"})
    ran = roadmap("metric", "add", "calls", "7")
    assert "had been cut short, and the files were changed since" in ran.stderr
    assert (ran.returncode, hidden(data), (data / "plan.yml").read_text(encoding="utf-8")) == (2, set(), f"# mine\n{NAMED}")


@pytest.mark.parametrize(
    "record",
    [
        "",
        "no record",
        "[]",
        '{"../outside.yml": {"before": null, "after": "YQ=="}}',
        '{"enhancements/../../outside.yml": {"before": null, "after": "YQ=="}}',
        '{"README.md": {"before": null, "after": "YQ=="}}',
        '{"plan.yml": {"before": null, "after": "no base"}}',
        '{"plan.yml": 7}',
    ],
)
def test_what_a_branch_puts_in_the_place_of_the_record_writes_nothing(record: str, data: Path) -> None:
    (data / JOURNAL).write_text(record, encoding="utf-8")
    files = {path.name for path in [*data.parent.rglob("*"), *data.rglob("*")]}
    assert roadmap("metric", "add", "calls", "7").returncode == 0
    assert {path.name for path in [*data.parent.rglob("*"), *data.rglob("*")]} == files - {JOURNAL}


def test_a_change_of_several_files_that_fails_is_taken_back(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_folder(data, {"plan.yml": NAMED, "enhancements/02-other.yml": OTHER})
    before = contents(data)

    def full(file: Path, content: bytes) -> None:
        if file.name == "plan.yml" and b"safe-databases" in content:
            raise OSError(28, "No space left on device")
        write_whole(file, content)

    with monkeypatch.context() as patched:
        patched.setattr(data_folder, "write_whole", full)
        ran = roadmap("rename", "database-security", "safe-databases")
    assert (ran.returncode, "No space left on device" in ran.stderr, contents(data)) == (2, True, before)


def test_a_folder_in_the_place_of_the_record_is_said(data: Path) -> None:
    (data / JOURNAL).mkdir()
    ran = roadmap("metric", "add", "calls", "7")
    assert (ran.returncode, f"{data.resolve() / JOURNAL} is in the way: it is no record of a change, remove it" in ran.stderr) == (2, True)


def test_a_link_in_the_place_of_the_record_is_not_followed(data: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text('{"plan.yml": {"before": null, "after": "YQ=="}}', encoding="utf-8")
    (data / JOURNAL).symlink_to(victim)
    assert roadmap("metric", "add", "calls", "7").returncode == 0
    assert (hidden(data), victim.exists(), (data / "plan.yml").exists()) == (set(), True, False)


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
