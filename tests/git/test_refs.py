"""Names of commits come from strangers: whatever they are, git is asked for one commit and nothing else."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import enhancement_roadmap
from enhancement_roadmap.git import GitError, Repository
from support.plain_plan import PLAN
from support.repository import ScratchRepository, Version, make_repository

SOURCE = Path(enhancement_roadmap.__file__).parent
STARTERS = ("subprocess.", "os.system", "os.popen", "os.exec", "os.spawn", "os.posix_spawn", "pty.", "asyncio.create_subprocess")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> ScratchRepository:
    made = make_repository(tmp_path_factory.mktemp("refs") / "repository", [Version(PLAN, tag="v1.0"), {"plan.yml": "sprint_weeks: 3\n"}])
    made.git("branch", "feature/größer")
    made.git("branch", "main2")
    return made


@pytest.fixture(scope="module")
def repository(scratch: ScratchRepository) -> Repository:
    return Repository.around(scratch.path)


def test_branches_tags_ids_and_their_ancestors_are_commits(repository: Repository, scratch: ScratchRepository) -> None:
    first, last = scratch.git("rev-parse", "HEAD~1"), scratch.git("rev-parse", "HEAD")
    refs = {"main": last, "HEAD": last, "v1.0": first, "HEAD~1": first, "main^": first, last[:9]: last, "feature/größer": last, "@": last}
    assert {ref: repository.commit(ref).id for ref in refs} == refs


@pytest.mark.parametrize(
    ("ref", "reason"),
    [
        ("", "is empty"),
        (" \t", "is empty"),
        ("-h", "starts with a hyphen"),
        ("--output=x", "starts with a hyphen"),
        ("--upload-pack=touch x", "starts with a hyphen"),
        ("main..main2", "more than one commit"),
        ("main...main2", "more than one commit"),
        ("^main", "more than one commit"),
        ("HEAD:roadmap-data", "a file or a search"),
        (":/Change", "a file or a search"),
        (":0:plan.yml", "a file or a search"),
        ("main^{/Change}", "a search"),
        ("main\n--all", "a control character"),
        ("main\0", "a control character"),
        ("\x1b[31mmain", "a control character"),
        ("main\u202e", "a control character"),
        ("\ud800", "a control character"),
        ("a" * 251, "more than 250 characters"),
        ("nowhere", "there is no commit ‘nowhere’"),
        ("@{upstream}", "there is no commit"),
        ("main@{99}", "there is no commit"),
        ("main^{tree}", "there is no commit"),
        ("main main2", "there is no commit"),
        ("*", "there is no commit"),
        ("$(touch x)", "there is no commit"),
        ("; touch x", "there is no commit"),
    ],
)
def test_what_is_no_name_of_one_commit_is_refused_with_a_hint(repository: Repository, ref: str, reason: str) -> None:
    with pytest.raises(GitError, match=reason) as caught:
        repository.commit(ref)
    assert caught.value.hint
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(("ref", "hint"), [("mian", "Did you mean ‘main’?"), ("v1", "Did you mean ‘v1.0’?")])
def test_a_slip_is_answered_with_the_nearest_name(repository: Repository, ref: str, hint: str) -> None:
    with pytest.raises(GitError) as caught:
        repository.commit(ref)
    assert caught.value.hint.startswith(hint)


def test_a_branch_that_only_the_remote_has_is_named(scratch: ScratchRepository, tmp_path: Path) -> None:
    with pytest.raises(GitError) as caught:
        Repository.around(scratch.clone(tmp_path / "clone").path).commit("main2")
    assert caught.value.hint == "Did you mean ‘origin/main2’?"


@given(st.text(max_size=40) | st.text(alphabet="-=:@{}^~./*[]\\ \n\0hHEADmain0aui|;&$()'\"", max_size=20))
def test_no_name_at_all_becomes_an_option_or_runs_anything(repository: Repository, scratch: ScratchRepository, ref: str) -> None:
    ids = scratch.git("rev-list", "--all").split()
    before = sorted(scratch.path.rglob("*"))
    asked: list[list[str]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "run", recording(subprocess.run, asked))
        found = None
        with suppress(GitError):
            found = repository.commit(ref).id
    assert found is None or found in ids
    for command in asked:
        from_outside = [place for place, word in enumerate(command) if word == f"{ref}^{{commit}}"]
        assert all(command[place - 1] == "--end-of-options" and not ref.startswith("-") for place in from_outside)
    assert sorted(scratch.path.rglob("*")) == before


def recording(run: Callable[..., Any], asked: list[list[str]]) -> Callable[..., Any]:
    """The same, and a note of each argument list."""

    def instead(command: list[str], **options: Any) -> Any:
        assert isinstance(command, list)
        assert not options.get("shell")
        asked.append(command)
        return run(command, **options)

    return instead


def calls_of_processes() -> list[tuple[str, ast.Call]]:
    trees = [(path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(SOURCE.rglob("*.py"))]
    calls = [(path, node) for path, tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(path, call) for path, call in calls if ast.unparse(call.func).startswith(STARTERS)]


def test_git_is_called_in_one_file_and_never_with_a_shell() -> None:
    of_history = [(path, call) for path, call in calls_of_processes() if path.startswith("git/")]
    assert {path for path, _ in of_history} == {"git/program.py"}
    for _, call in of_history:
        assert ast.unparse(call.func) == "subprocess.run"
        assert ast.unparse(call.args[0]) == "self.command(*arguments)"
        assert "shell" not in {keyword.arg for keyword in call.keywords}


@pytest.mark.parametrize("bad", ["--all", "HEAD", "", "0" * 39, "0" * 40 + "\n", "A" * 40])
def test_only_full_ids_are_taken_for_ids(repository: Repository, bad: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        repository.entries(bad, "roadmap-data")
    with pytest.raises(ValueError, match=r".*"):
        list(repository.blobs([bad]))
