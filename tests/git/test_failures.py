"""Whatever keeps git from answering is said as what it is: never that there is no repository, no commit or no folder."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from enhancement_roadmap.git import GitError, Repository
from enhancement_roadmap.history import History, availability, base_commit
from support.plain_plan import PLAN
from support.repository import GIT, ScratchRepository, make_repository

COMMANDS = ("rev-parse", "ls-tree", "for-each-ref", "log", "cat-file")
"""What is asked of git to read a history, in this order."""


@pytest.fixture
def scratch(tmp_path: Path) -> ScratchRepository:
    return make_repository(tmp_path / "repository", [PLAN, {"plan.yml": "sprint_weeks: 3\n"}])


@pytest.fixture
def failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """From now on, git is a program that does something else when it is given a command."""

    def replace(command: str, script: str) -> None:
        program = tmp_path / "bin" / "git"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\ncase \" $* \" in *' {command} '*) {script} ;; esac\nexec '{GIT}' \"$@\"\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    return replace


def lack(scratch: ScratchRepository) -> str:
    """What is said to be missing of the history, in one printable line."""
    history = History(scratch.data, "roadmap-data")
    assert not history.changelog.entries
    assert history.lack.startswith("The history is left out: ")
    assert history.lack.isprintable()
    for wrong in ("no git repository", "no commits yet", "no commit yet", "no git on this machine"):
        assert wrong not in history.lack
    return history.lack


@pytest.mark.parametrize("command", COMMANDS)
def test_a_git_that_is_killed(scratch: ScratchRepository, failing: Callable[[str, str], None], command: str) -> None:
    failing(command, "kill -KILL $$")
    assert f"git {command} was ended by SIGKILL. Perhaps the machine had no memory left" in lack(scratch)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_git_without_memory(scratch: ScratchRepository, failing: Callable[[str, str], None], command: str) -> None:
    failing(command, "echo 'fatal: Out of memory, malloc failed (tried to allocate 16 bytes)' >&2; exit 128")
    assert "git has no memory left: Out of memory, malloc failed (tried to allocate 16 bytes)." in lack(scratch)


def test_a_machine_that_can_not_start_another_program(scratch: ScratchRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert "git can not be started: Cannot allocate memory. Try it again when the machine is less busy." in lack(scratch)


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="only Linux has files in memory")
def test_a_machine_that_allows_no_file_in_memory(scratch: ScratchRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> int:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "memfd_create", refuse)
    history = History(scratch.data, "roadmap-data")
    assert (bool(history.changelog.entries), history.lack) == (True, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_last_thing_that_git_says_is_told_and_can_not_steer_a_terminal(
    scratch: ScratchRepository, failing: Callable[[str, str], None], command: str
) -> None:
    failing(command, r"printf 'warning: x\nfatal: first\nfatal: the \033[31mdisk\rburns\n  advice\n' >&2; exit 1")
    assert rf"git {command} failed: the \x1b[31mdisk\rburns. " in lack(scratch).replace("\\\\", "\\")


def test_a_merge_base_that_git_can_not_tell_is_not_none(scratch: ScratchRepository, failing: Callable[[str, str], None]) -> None:
    failing("merge-base", "echo 'fatal: the disk burns' >&2; exit 128")
    repository = Repository.around(scratch.path)
    with pytest.raises(GitError, match="git merge-base failed: the disk burns"):
        base_commit(repository, "HEAD~1")


def test_a_git_that_says_nothing(scratch: ScratchRepository, failing: Callable[[str, str], None]) -> None:
    failing("log", "exit 3")
    assert "git log failed: it does not say why." in lack(scratch)


def test_no_folder_for_temporary_files_is_needed(scratch: ScratchRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "gone"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert len([*Repository.around(scratch.path).log("roadmap-data")]) == 2
    assert History(scratch.data).lack == ""


def test_a_repository_of_somebody_else(scratch: ScratchRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert "it belongs to somebody else. If you trust it, tell git so: git config --global --add safe.directory" in lack(scratch)


def without_head(git: Path) -> None:
    git.joinpath("HEAD").unlink()


def with_garbage_for_a_head(git: Path) -> None:
    git.joinpath("HEAD").write_text("garbage\n")


def a_link_to_no_repository(git: Path) -> None:
    shutil.rmtree(git)
    git.write_text(f"gitdir: {git.parent}\n")


@pytest.mark.parametrize("damage", [without_head, with_garbage_for_a_head, a_link_to_no_repository])
def test_what_git_takes_for_no_repository_though_it_is_there(scratch: ScratchRepository, damage: Callable[[Path], None]) -> None:
    damage(scratch.path / ".git")
    with pytest.raises(GitError, match=r"/repository/\.git for a repository: not a git repository") as caught:
        Repository.around(scratch.data)
    assert "git fsck" in caught.value.hint
    assert "git does not take" in availability(scratch.data).note


@pytest.mark.parametrize(
    ("named", "where"),
    [
        ("/nowhere/main/.git/worktrees/x", "in a worktree whose repository is not here: there is no /nowhere/main/.git"),
        ("/nowhere/.git/modules/x", "in a submodule whose repository is not here: there is no /nowhere/.git/modules/x"),
    ],
)
def test_a_link_to_a_repository_that_is_not_on_this_machine(scratch: ScratchRepository, named: str, where: str) -> None:
    shutil.rmtree(scratch.path / ".git")
    scratch.path.joinpath(".git").write_text(f"gitdir: {named}\n")
    assert f"roadmap-data is {where}. Build from a clone of its own" in lack(scratch)


def test_a_configuration_that_git_can_not_read(scratch: ScratchRepository) -> None:
    scratch.path.joinpath(".git/config").write_text("[x\n")
    assert "git rev-parse failed: bad config line 1 in file .git/config" in lack(scratch)


def test_a_checked_out_commit_that_is_gone(scratch: ScratchRepository) -> None:
    identity = scratch.git("rev-parse", "HEAD")
    lose(scratch, identity)
    assert f"the repository has no copy of the commit {identity[:8]}, which ‘HEAD’ names. Try ‘git fsck’" in lack(scratch)
    with pytest.raises(GitError, match=f"no copy of the commit {identity[:8]}, which ‘main’ names"):
        Repository.around(scratch.path).commit("main")


@pytest.mark.parametrize("name", ["HEAD~1", "HEAD^{tree}", "HEAD:roadmap-data", "HEAD:roadmap-data/plan.yml", "HEAD~1:roadmap-data"])
@pytest.mark.parametrize("emptied", [False, True], ids=["gone", "emptied"])
def test_a_part_of_the_repository_that_is_damaged(scratch: ScratchRepository, name: str, *, emptied: bool) -> None:
    identity = scratch.git("rev-parse", name)
    lose(scratch, identity)
    if emptied:
        object_file(scratch, identity).touch()
    told = lack(scratch)
    assert "can not be read completely" in told or f"has no file {identity[:8]}" in told
    assert "git " in told.split(". ", 1)[1]


def lose(scratch: ScratchRepository, identity: str) -> None:
    object_file(scratch, identity).unlink()


def object_file(scratch: ScratchRepository, identity: str) -> Path:
    return scratch.path / ".git" / "objects" / identity[:2] / identity[2:]
