"""Where there is no history, or not all of it, one line says why and how to get it; nothing fails for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.git import GitError
from enhancement_roadmap.history import availability
from support.plain_plan import PLAN, make_folder
from support.repository import ScratchRepository, make_repository


@pytest.fixture
def scratch(tmp_path: Path) -> ScratchRepository:
    return make_repository(tmp_path / "repository", [PLAN, {"plan.yml": "sprint_weeks: 3\n"}])


def test_where_all_is_there_nothing_is_said(scratch: ScratchRepository) -> None:
    found = availability(scratch.data)
    assert found.note == ""
    repository, folder = found.required(whole=True)
    assert (repository.root, folder) == (scratch.path.resolve(), "roadmap-data")


def test_a_shallow_clone_has_some_history_and_the_remedy_is_named(scratch: ScratchRepository, tmp_path: Path) -> None:
    found = availability(scratch.clone(tmp_path / "shallow", depth=1).data)
    assert found.note.startswith("Older history is left out: this is a shallow clone")
    assert "fetch-depth: 0" in found.note
    assert found.required()[1] == "roadmap-data"
    with pytest.raises(GitError, match="shallow clone") as caught:
        found.required(whole=True)
    assert "fetch-depth: 0" in caught.value.hint


def lacking(found_of: Path, message: str) -> None:
    found = availability(found_of)
    assert found.repository is None
    assert message in found.note
    assert found.note.startswith("The history is left out: ")
    assert "\n" not in found.note
    with pytest.raises(GitError) as caught:
        found.required()
    assert caught.value.hint


def test_without_git(scratch: ScratchRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    lacking(scratch.data, "there is no git on this machine")


def test_without_a_repository(tmp_path: Path) -> None:
    lacking(make_folder(tmp_path / "data", PLAN), "is in no git repository")


def test_without_a_commit(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path)
    scratch.write(PLAN)
    lacking(scratch.data, "the repository has no commits yet")


def test_with_data_that_nobody_has_committed(scratch: ScratchRepository) -> None:
    lacking(make_folder(scratch.path / "other", PLAN), "is in no commit yet")


def test_in_a_repository_of_somebody_else(scratch: ScratchRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    lacking(scratch.data, "belongs to somebody else")
