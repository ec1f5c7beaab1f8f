"""People are called as the repository's ``.mailmap`` says, wherever it is read, and by whomever."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.git import Repository
from support.plain_plan import PLAN
from support.repository import ScratchRepository, Version, make_repository

TODAY = "Ada Lovelace <ada@example.org> <byron@example.org>\n"


@pytest.fixture
def scratch(tmp_path: Path) -> ScratchRepository:
    scratch = make_repository(tmp_path / "repository", [Version(PLAN, author="Ada Byron <byron@example.org>")])
    scratch.path.joinpath(".mailmap").write_text(TODAY)
    scratch.record("Names", author="Grace <grace@example.org>")
    return scratch


def authors(path: Path) -> list[str]:
    repository = Repository.around(path)
    logged = [entry.commit.author for entry in repository.log("roadmap-data")]
    assert logged == [repository.commit("HEAD~1").author]
    return [*logged, repository.commit("HEAD").author]


def test_a_commit_and_a_log_have_the_names_of_today(scratch: ScratchRepository) -> None:
    assert authors(scratch.path) == ["Ada Lovelace", "Grace"]


def test_a_bare_repository_and_work_trees_of_every_kind_have_the_same(scratch: ScratchRepository, tmp_path: Path) -> None:
    scratch.git("clone", "--quiet", "--bare", scratch.path, tmp_path / "bare")
    scratch.git("clone", "--quiet", "--sparse", scratch.path, tmp_path / "sparse")
    sparse = ScratchRepository(tmp_path / "sparse")
    sparse.git("sparse-checkout", "set", "--no-cone", "/roadmap-data/")
    assert not sparse.path.joinpath(".mailmap").exists()
    for path in (tmp_path / "bare", sparse.path, sparse.data, scratch.worktree(tmp_path / "worktree").path):
        assert authors(path) == ["Ada Lovelace", "Grace"]


def test_the_work_tree_counts_before_it_is_committed(scratch: ScratchRepository) -> None:
    scratch.path.joinpath(".mailmap").write_text(TODAY.replace("Lovelace", "King"))
    assert authors(scratch.path) == ["Ada King", "Grace"]
    scratch.path.joinpath(".mailmap").write_text("")
    assert authors(scratch.path) == ["Ada Byron", "Grace"]


def test_what_a_user_has_configured_does_not_count(scratch: ScratchRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    own.write_text("Somebody <grace@example.org>\n")
    config = tmp_path / "config"
    config.write_text(f"[mailmap]\n\tfile = {own}\n\tblob = HEAD:elsewhere\n[log]\n\tmailmap = false\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert authors(scratch.path) == ["Ada Lovelace", "Grace"]


def test_no_link_is_followed_and_no_file_is_needed(scratch: ScratchRepository, tmp_path: Path) -> None:
    mailmap = scratch.path / ".mailmap"
    mailmap.unlink()
    outside = tmp_path / "outside"
    outside.write_text(TODAY)
    mailmap.symlink_to(outside)
    assert authors(scratch.path) == ["Ada Byron", "Grace"]
    mailmap.unlink()
    scratch.record("No names", author="Grace <grace@example.org>")
    assert Repository.around(scratch.path).commit("HEAD~2").author == "Ada Byron"
