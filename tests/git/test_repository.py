"""A repository is read wherever it is and whatever it is configured to do, and never written into."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.git import GitError, Repository, blobs, program
from support.folder import snapshot
from support.plain_plan import PLAN, make_folder
from support.repository import ScratchRepository, Version, make_repository


@pytest.fixture
def scratch(tmp_path: Path) -> ScratchRepository:
    return make_repository(tmp_path / "repository", [Version(PLAN, "Begin", tag="v1"), {"plan.yml": "sprint_weeks: 3\n"}])


def test_a_commit_tells_who_when_and_why(tmp_path: Path) -> None:
    moment = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
    version = Version(PLAN, "Begin\nat last\n\nThe body.", author="Zoë \x1b[31m' OR 1 <z@example.org>", on=moment, tag="v2.0")
    scratch = make_repository(tmp_path, [version])
    scratch.git("tag", "-a", "-m", "annotated", "release-1")
    commit = Repository.around(tmp_path).commit("HEAD")
    assert (commit.author, commit.at, commit.on, commit.subject) == ("Zoë \x1b[31m' OR 1", moment, date(2024, 2, 29), "Begin at last")
    assert commit.tags == ("release-1", "v2.0")
    assert (len(commit.id), commit.short) == (40, commit.id[:8])


@pytest.mark.parametrize(("seconds", "year"), [("-5000000", 1970), ("99999999999999999999999", 9999), ("soon", 1970)])
def test_a_date_that_is_none_does_no_harm(scratch: ScratchRepository, seconds: str, year: int) -> None:
    tree = scratch.git("rev-parse", "HEAD^{tree}")
    text = f"tree {tree}\nauthor A <a@example.org> {seconds} +0000\ncommitter A <a@example.org> 1 +0000\n\nx\n"
    scratch.path.joinpath("commit").write_text(text)
    identity = scratch.git("hash-object", "-t", "commit", "-w", "--literally", "commit")
    assert Repository.around(scratch.path).commit(identity).on.year == year


def test_it_is_found_from_any_path_inside(scratch: ScratchRepository) -> None:
    for path in (scratch.path, scratch.data, scratch.data / "roadmap.yml", scratch.data / "not" / "there"):
        assert Repository.around(path).root == scratch.path.resolve()


def test_the_data_folder_may_be_anywhere_in_it_but_not_outside(scratch: ScratchRepository, tmp_path: Path) -> None:
    repository = Repository.around(scratch.path)
    scratch.path.joinpath("link").symlink_to(scratch.data)
    folders = {scratch.path: "", scratch.data: "roadmap-data", scratch.path / "a" / "b": "a/b", scratch.path / "link": "roadmap-data"}
    assert {path: repository.folder_of(path) for path in folders} == folders
    with pytest.raises(GitError, match="is not in the repository"):
        repository.folder_of(tmp_path)


def test_without_a_repository_or_without_git_it_says_which_is_missing(
    scratch: ScratchRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(tmp_path, f"{tmp_path} is in no git repository")
    refused(scratch.path / ".git", "is inside git's own folder")
    monkeypatch.setenv("PATH", str(tmp_path))
    refused(scratch.path, "there is no git on this machine")


def test_a_git_that_lies_in_the_current_folder_is_not_run(
    scratch: ScratchRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap(tmp_path / "git", tmp_path / "ran")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    refused(scratch.path, "there is no git on this machine")
    assert not tmp_path.joinpath("ran").exists()


def test_worktrees_detached_heads_and_bare_repositories_are_read_alike(scratch: ScratchRepository, tmp_path: Path) -> None:
    last = scratch.git("rev-parse", "HEAD")
    worktree = scratch.worktree(tmp_path / "worktree")
    assert worktree.path.joinpath(".git").is_file()
    scratch.git("clone", "--quiet", "--bare", scratch.path, tmp_path / "bare")
    scratch.switch("HEAD~1")
    scratch.switch(last)
    for path in (worktree.data, tmp_path / "bare", scratch.data):
        repository = Repository.around(path)
        assert repository.commit("HEAD").id == last
        assert set(repository.tree(last, "roadmap-data")) == {*PLAN, "plan.yml"}
    assert Repository.around(worktree.data).folder_of(worktree.data) == "roadmap-data"
    assert Repository.around(tmp_path / "bare").folder_of(tmp_path / "bare" / "roadmap-data") == "roadmap-data"


def test_the_repository_of_a_submodule_is_its_own(scratch: ScratchRepository, tmp_path: Path) -> None:
    outer = make_repository(tmp_path / "outer", [{"README": "x"}])
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", scratch.path.resolve().as_uri(), "plan")
    repository = Repository.around(outer.path / "plan" / "roadmap-data")
    assert repository.root == outer.path.resolve() / "plan"
    assert repository.commit("HEAD").id == scratch.git("rev-parse", "HEAD")


def test_variables_that_a_hook_of_another_repository_sets_change_nothing(
    scratch: ScratchRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_repository(tmp_path / "other", [{"x.yml": "x"}])
    monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
    monkeypatch.setenv("GIT_TRACE", "1")
    assert Repository.around(scratch.path).root == scratch.path.resolve()


def test_a_repository_without_commits_says_so(tmp_path: Path) -> None:
    make_repository(tmp_path)
    with pytest.raises(GitError, match="has no commits yet"):
        Repository.around(tmp_path).commit("HEAD")


def test_a_repository_of_somebody_else_is_refused_in_words(scratch: ScratchRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match="belongs to somebody else") as caught:
        Repository.around(scratch.path)
    assert "safe.directory" in caught.value.hint


def test_a_shallow_clone_is_known_as_one_and_names_the_remedy(scratch: ScratchRepository, tmp_path: Path) -> None:
    repository = Repository.around(scratch.clone(tmp_path / "shallow", depth=1).path)
    assert repository.is_shallow
    assert not Repository.around(scratch.clone(tmp_path / "full").path).is_shallow
    with pytest.raises(GitError, match="is not in this shallow clone") as caught:
        repository.commit("HEAD~1")
    for remedy in ("git fetch --unshallow", "fetch-depth: 0", "GIT_DEPTH: 0"):
        assert remedy in caught.value.hint


def test_a_partial_clone_does_not_go_to_the_network(scratch: ScratchRepository, tmp_path: Path) -> None:
    scratch.git("config", "uploadpack.allowFilter", "true")
    scratch.git("clone", "--quiet", "--filter=blob:none", "--no-checkout", scratch.path.resolve().as_uri(), tmp_path / "partial")
    repository = Repository.around(tmp_path / "partial")
    with pytest.raises(GitError, match="no copy of a file"):
        repository.tree(repository.commit("HEAD").id, "roadmap-data")


def test_nothing_that_the_configuration_names_is_run_and_nothing_is_written(scratch: ScratchRepository, tmp_path: Path) -> None:
    program_of_stranger = trap(tmp_path / "trap", tmp_path / "ran")
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "gpg.program",
    ):
        scratch.git("config", key, str(program_of_stranger))
    for key, value in {"log.showSignature": "true", "log.follow": "true", "log.showRoot": "false", "diff.relative": "true"}.items():
        scratch.git("config", key, value)
    make_folder(scratch.path / ".git", {"info/attributes": "*.yml diff=evil\n"})
    scratch.git("config", "core.hooksPath", str(tmp_path))
    before = snapshot(scratch.path)
    repository = Repository.around(scratch.data)
    logged = [*repository.log("roadmap-data")]
    ids = [change.after_blob for entry in logged for change in entry.changes if change.after_blob]
    assert [len(entry.changes) for entry in logged] == [3, 1]
    assert len(dict(repository.blobs(ids))) == 4
    assert not tmp_path.joinpath("ran").exists()
    assert snapshot(scratch.path) == before


def test_replaced_commits_are_read_as_they_were_made(scratch: ScratchRepository) -> None:
    last = scratch.git("rev-parse", "HEAD")
    scratch.git("replace", last, scratch.git("rev-parse", "HEAD~1"))
    assert Repository.around(scratch.path).commit(last).subject == "Change 2"


def test_many_and_large_files_are_read_whole_and_in_order(tmp_path: Path) -> None:
    texts = {f"{number:04}.yml": f"{number}\0\n".encode() * (number * 40 + 1) for number in range(300)}
    scratch = make_repository(tmp_path, [texts])
    repository = Repository.around(tmp_path)
    tree = repository.tree(scratch.git("rev-parse", "HEAD"), "roadmap-data")
    assert {name: content for name, (_, content) in zip(tree, repository.blobs(tree.values()), strict=True)} == texts
    wanted = [tree["0299.yml"], tree["0000.yml"]]
    assert [identity for identity, _ in repository.blobs(wanted, largest=10)] == wanted[1:]


def test_a_reader_that_stops_early_leaves_no_process_behind(scratch: ScratchRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository.around(scratch.path)
    ids = list(repository.tree(scratch.git("rev-parse", "HEAD"), "roadmap-data").values())
    started: list[subprocess.Popen[bytes]] = []

    class Recorded(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Recorded)
    contents = repository.blobs(ids * 100)
    next(contents)
    contents.close()  # type: ignore[attr-defined]
    list(repository.log("roadmap-data"))
    assert len(started) >= 2
    # None would be one that still runs, or that has ended and that nobody has asked for its end.
    assert None not in [process.returncode for process in started]


def test_however_much_is_asked_for_little_of_it_is_in_memory_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"{number}.yml": f"{number}\n".encode() * 1000 for number in range(100, 140)}
    scratch = make_repository(tmp_path, [{**texts, "large.yml": b"x" * 100_000}])
    repository = Repository.around(tmp_path)
    tree = repository.tree(scratch.git("rev-parse", "HEAD"), "roadmap-data")
    printed: list[int] = []

    def recorded(*arguments: Any, **options: Any) -> subprocess.CompletedProcess[bytes]:
        ran = run(*arguments, **options)
        printed.append(os.fstat(options["stdout"].fileno()).st_size)
        return ran

    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", recorded)
    monkeypatch.setattr(blobs, "AT_ONCE", 20_000)
    assert [content for _, content in repository.blobs(tree.values(), largest=50_000)] == list(texts.values())
    assert max(printed) < 21_000
    assert len(printed) == 1 + 8


def test_a_file_that_is_not_there_is_an_error_with_a_hint(scratch: ScratchRepository) -> None:
    with pytest.raises(GitError, match="has no file 00000000") as caught:
        list(Repository.around(scratch.path).blobs(["0" * 40]))
    assert caught.value.hint


def test_a_git_that_does_not_answer_is_ended(scratch: ScratchRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository.around(scratch.path)
    slow = tmp_path / "git"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setattr(program, "TIMEOUT", 0.2)
    stuck = Repository(program.Git(str(slow), scratch.path), repository.root, is_shallow=False)
    with pytest.raises(GitError, match="did not answer"):
        stuck.commit("HEAD")
    with pytest.raises(GitError, match="did not answer"):
        list(stuck.blobs(["0" * 40]))


def refused(path: Path, message: str) -> None:
    with pytest.raises(GitError, match=re.escape(message)) as caught:
        Repository.around(path)
    assert caught.value.hint


def trap(path: Path, sign: Path) -> Path:
    """A program that leaves a sign when it is run."""
    path.write_text(f"#!/bin/sh\ntouch '{sign}'\n")
    path.chmod(0o755)
    return path
