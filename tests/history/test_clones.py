"""However a repository was copied: its history is told, or one line says why not, and what it says to do helps."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from enhancement_roadmap.findings import ComparisonError
from enhancement_roadmap.git import GitError, Repository
from enhancement_roadmap.history import History, Versions, compare
from enhancement_roadmap.loading import FolderError, load
from support import clones
from support.clones import COMPLETE, LACKING, Machine
from support.folder import snapshot
from support.repository import ENVIRONMENT, ScratchRepository, make_repository
from support.roadmaps import enhancement, small


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    later = {"enhancements/first.yml": enhancement("first", 1, "First thing", "owner: Ada")}
    return Machine(make_repository(tmp_path / "whole", [small(), later]), tmp_path / "my copy", monkeypatch)


def history_of(copy: ScratchRepository) -> History:
    return History(copy.data, "roadmap-data")


def lack_of(copy: ScratchRepository) -> str:
    """What is left out and how to get it, in one line."""
    history = history_of(copy)
    assert history.changelog.entries == ()
    assert history.lack.startswith("The history is left out: ")
    assert history.lack.isprintable()
    return history.lack


def told(copy: ScratchRepository) -> list[str]:
    """The whole history, of which nothing is left out."""
    history = history_of(copy)
    assert (history.lack, history.reason) == ("", "")
    return [entry.commit.subject for entry in history.changelog.entries]


def follow(copy: ScratchRepository, remedy: str) -> None:
    """Do what a line says, which names a command of git within its quotation marks."""
    (command,) = re.findall(rf"‘(git {remedy}[^’]*)’", lack_of(copy))
    copy.git(*shlex.split(command)[1:])


@pytest.mark.parametrize("name", COMPLETE)
def test_a_copy_with_the_whole_history_tells_it(machine: Machine, name: str) -> None:
    assert told(COMPLETE[name](machine)) == ["Change 1", "Change 2"]


@pytest.mark.parametrize("name", LACKING)
def test_a_copy_without_it_says_why_and_to_readers_of_a_page_nothing_of_this_machine(machine: Machine, name: str) -> None:
    make, reason = LACKING[name]
    copy = make(machine)
    lack_of(copy)
    found = history_of(copy).reason
    assert found.startswith(f"The history is left out: {reason}")
    assert found.isprintable()
    assert found.endswith((".", "repository."))
    for path in (str(machine.place), machine.place.name, str(machine.whole.path)):
        assert path not in found


@pytest.mark.parametrize(
    ("make", "remedy"),
    [
        (clones.shallow, "fetch --unshallow"),
        (clones.blobless, "fetch --refetch --no-filter"),
        (clones.treeless, "fetch --refetch --no-filter"),
        (clones.of_a_job, "fetch --unshallow --refetch --no-filter"),
    ],
)
def test_what_a_line_says_to_fetch_brings_the_whole_history(machine: Machine, make: clones.Make, remedy: str) -> None:
    copy = make(machine)
    follow(copy, remedy)
    assert told(copy) == ["Change 1", "Change 2"]


def test_a_sparse_work_tree_without_the_data_has_no_roadmap_until_they_are_added(machine: Machine) -> None:
    machine.whole.git("clone", "--quiet", "--sparse", machine.whole.path.resolve().as_uri(), machine.place)
    copy = ScratchRepository(machine.place)
    with pytest.raises(FolderError, match="there is no such folder"):
        load(copy.data)
    copy.git("sparse-checkout", "add", "roadmap-data")
    assert load(copy.data).roadmap is not None
    assert told(copy) == ["Change 1", "Change 2"]


def test_the_line_for_a_repository_of_somebody_else_can_be_run_as_it_stands(machine: Machine, tmp_path: Path) -> None:
    machine.patch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    copy = clones.of_somebody_else(machine)
    line = lack_of(copy).partition("If you trust it, tell git so: ")[2]
    assert line == f"git config --global --add safe.directory '{copy.path}'"
    subprocess.run(line, shell=True, check=True)  # noqa: S602  (what a reader would paste)
    assert told(copy) == ["Change 1", "Change 2"]


def test_a_worktree_without_its_repository_says_exactly_that(machine: Machine) -> None:
    lack = lack_of(clones.worktree_alone(machine))
    assert f"roadmap-data is in a worktree whose repository is not here: there is no {machine.whole.path}/.git." in lack
    assert lack.endswith("Build from a clone of its own, or mount the repository too, at that path.")


@pytest.mark.parametrize("make", [clones.blobless, clones.treeless])
def test_nothing_is_fetched_by_itself_though_the_configuration_allows_it(machine: Machine, tmp_path: Path, make: clones.Make) -> None:
    copy = make(machine)
    sign, program = tmp_path / "ran", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{sign}'\n")
    program.chmod(0o755)
    settings = {"remote.origin.url": f"ext::{program}", "protocol.allow": "always", "core.sshCommand": str(program)}
    for address in (machine.whole.path.resolve().as_uri(), f"ext::{program}", f"ssh://nobody@127.0.0.1:1{machine.whole.path}"):
        for key, value in {**settings, "remote.origin.url": address, "remote.origin.uploadpack": str(program)}.items():
            copy.git("config", key, value)
        before = snapshot(copy.path)
        lack_of(copy)
        with pytest.raises(ComparisonError, match="the clone is partial"):
            compare(Versions("HEAD~1"), copy.data, load(copy.data), date(2026, 11, 24))
        assert snapshot(copy.path) == before
    assert not sign.exists()


def test_a_file_that_a_commit_has_and_the_repository_has_not_is_said(machine: Machine) -> None:
    repository = Repository.around(machine.whole.path)
    identity = machine.whole.git("rev-parse", "HEAD:roadmap-data/roadmap.yml")
    machine.whole.path.joinpath(".git", "objects", identity[:2], identity[2:]).unlink()
    with pytest.raises(GitError, match=f"has no file {identity[:8]}"):
        repository.entries(machine.whole.git("rev-parse", "HEAD"), "roadmap-data")


_HOOK = """\
#!/bin/sh
read -r old new name
cd {cwd} && {roadmap} diff main "$new" --data roadmap-data > '{out}' 2>&1
"""


@pytest.mark.parametrize("is_bare", [True, False], ids=["bare", "with a work tree"])
def test_a_hook_reads_what_is_being_pushed_before_it_is_taken(machine: Machine, tmp_path: Path, *, is_bare: bool) -> None:
    target = tmp_path / "server"
    machine.whole.git("clone", "--quiet", *(["--bare"] if is_bare else []), machine.whole.path, target)
    hooks, cwd = (target / "hooks", ".") if is_bare else (target / ".git" / "hooks", "..")
    roadmap = f"{shlex.quote(sys.executable)} -c 'from enhancement_roadmap.cli import main; main()'"
    hook = hooks / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(_HOOK.format(cwd=cwd, roadmap=roadmap, out=tmp_path / "said"))
    hook.chmod(0o755)
    machine.whole.commit({"enhancements/third.yml": enhancement("third", 3, "Third thing")})
    ran = subprocess.run(
        ["git", "-C", machine.whole.path, "push", "--quiet", target, "HEAD:refs/heads/new"],  # noqa: S607
        env={**ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Third thing" in (tmp_path / "said").read_text(encoding="utf-8")


def test_what_is_pushed_to_another_repository_is_not_looked_at(machine: Machine, tmp_path: Path) -> None:
    other = make_repository(tmp_path / "other", [small(), small(first=enhancement("first", 1, "Secret thing"))])
    last, objects = other.git("rev-parse", "HEAD"), other.path / ".git" / "objects"
    quarantine = objects / "tmp_objdir-incoming-x"
    quarantine.mkdir()
    for found in [path for path in objects.iterdir() if len(path.name) == 2]:
        found.rename(quarantine / found.name)
    machine.patch.setenv("GIT_QUARANTINE_PATH", str(quarantine))
    machine.patch.setenv("GIT_OBJECT_DIRECTORY", str(quarantine))
    machine.patch.setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", str(objects))
    assert Repository.around(other.path).commit(last).id == last
    with pytest.raises(GitError, match="there is no commit"):
        Repository.around(machine.whole.path).commit(last)
    assert told(machine.whole) == ["Change 1", "Change 2"]
