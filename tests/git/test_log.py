"""The history of a data folder: each commit that changes it, once, with exactly the files that it changes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from enhancement_roadmap.git import GitError, LoggedCommit, Repository, log
from support.plain_plan import PLAN
from support.repository import ScratchRepository, Version, make_repository

ITEM = "enhancements/01-database-security.yml"


@pytest.fixture(autouse=True, params=[False, True], ids=["whole", "in halves"])
def is_divided(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Each history is read as a short one and as a long one is."""
    if request.param:
        monkeypatch.setattr(log, "DIVIDED_FROM", 2)
    return bool(request.param)


def log_of(scratch: ScratchRepository, since: str | None = None) -> list[LoggedCommit]:
    return [*Repository.around(scratch.path).log(scratch.folder, since)]


def told(logged: list[LoggedCommit]) -> list[tuple[str, list[tuple[str | None, str | None]]]]:
    return [(entry.commit.subject, [(change.before_path, change.after_path) for change in entry.changes]) for entry in logged]


def test_what_comes_and_goes_and_changes_is_told_the_oldest_first(tmp_path: Path) -> None:
    scratch = make_repository(
        tmp_path, [Version(PLAN, "Begin"), Version({"plan.yml": "x: 1"}, "Plan"), Version({"plan.yml": None}, "No plan")]
    )
    tmp_path.joinpath("README").write_text("not data")
    scratch.record("Elsewhere")
    scratch.commit(Version({"roadmap.yml": "x: 1"}, "Rewrite"))
    assert told(log_of(scratch)) == [
        ("Begin", [(None, ITEM), (None, "metrics.yml"), (None, "roadmap.yml")]),
        ("Plan", [(None, "plan.yml")]),
        ("No plan", [("plan.yml", None)]),
        ("Rewrite", [("roadmap.yml", "roadmap.yml")]),
    ]


def test_the_ids_are_those_of_the_contents(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN, {"roadmap.yml": "x: 1"}])
    (change,) = log_of(scratch)[1].changes
    assert change.before_blob == scratch.git("rev-parse", "HEAD~1:roadmap-data/roadmap.yml")
    assert change.after_blob == scratch.git("rev-parse", "HEAD:roadmap-data/roadmap.yml")


def test_a_renamed_file_is_one_change(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN])
    scratch.move(f"roadmap-data/{ITEM}", "roadmap-data/enhancements/10-databases.yml")
    scratch.record("Rename")
    assert told(log_of(scratch))[1:] == [("Rename", [(ITEM, "enhancements/10-databases.yml")])]


def test_what_a_merge_brings_is_told_once_by_the_merge(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN])
    scratch.branch("more")
    scratch.commit(Version({"plan.yml": "x: 1"}, "On the branch"))
    scratch.switch("main")
    scratch.commit(Version({"governance.yml": "x: 1"}, "Meanwhile"))
    scratch.merge("more", "Merge more")
    assert told(log_of(scratch))[1:] == [("Meanwhile", [(None, "governance.yml")]), ("Merge more", [(None, "plan.yml")])]


def test_since_leaves_out_a_commit_and_all_before_it(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [Version(PLAN, tag="v1"), Version({"plan.yml": "x: 1"}, "Plan")])
    assert [subject for subject, _ in told(log_of(scratch, "v1"))] == ["Plan"]
    assert told(log_of(scratch, "HEAD")) == []


def test_unknown_commits_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    repository = Repository.around(make_repository(tmp_path, [PLAN]).path)
    for arguments in ({"since": "--all"}, {"until": "nowhere"}):
        with pytest.raises(GitError):
            repository.log("roadmap-data", **arguments)


@pytest.mark.parametrize("names", [["roadmap-data", "plans/roadmap"], ["roadmap-data", "b", "roadmap-data"], ["a", "", "c/d"], ["", "a"]])
def test_a_folder_that_was_renamed_is_followed_and_moving_it_changes_nothing(tmp_path: Path, names: list[str]) -> None:
    scratch = make_repository(tmp_path, [Version(PLAN, "Begin")], folder=names[0])
    for number, (before, after) in enumerate(pairwise(names)):
        scratch.commit(Version({"plan.yml": f"x: {number}"}, f"Plan in ‘{before}’"))
        for path in PLAN.keys() | {"plan.yml"}:
            scratch.move(str(Path(before, path)), str(Path(after, path)))
        scratch.folder = after
        scratch.record("Move")
    scratch.commit(Version({"roadmap.yml": None}, "Last"))
    logged = log_of(scratch)
    assert [entry.folder for entry in logged] == [names[0], *names[:-1], names[-1]]
    assert [subject for subject, _ in told(logged)] == ["Begin", *(f"Plan in ‘{name}’" for name in names[:-1]), "Last"]


def test_a_folder_that_is_moved_and_changed_at_once_tells_only_the_change(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN])
    scratch.move("roadmap-data", "plan")
    scratch.folder = "plan"
    scratch.commit(Version({"roadmap.yml": PLAN["roadmap.yml"] + "purpose: More\n"}, "Move and change"))
    assert told(log_of(scratch))[1:] == [("Move and change", [("roadmap.yml", "roadmap.yml")])]


def test_a_folder_that_was_deleted_and_made_anew_keeps_its_history(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN, Version({}, "Delete", whole=True), Version(PLAN, "Again")])
    assert [(subject, len(changes)) for subject, changes in told(log_of(scratch))] == [("Change 1", 3), ("Delete", 3), ("Again", 3)]


def test_links_and_submodules_are_no_files(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path / "a", [PLAN])
    scratch.data.joinpath("roadmap.yml").unlink()
    scratch.data.joinpath("roadmap.yml").symlink_to("/etc/passwd")
    scratch.record("Link")
    assert told(log_of(scratch))[1:] == [("Link", [("roadmap.yml", None)])]


@pytest.mark.parametrize("name", ["a b", "größe", "-x", "tab\tname", ":colon", "[x]*", "line\nend", "\x1b[31m"])
def test_names_of_every_kind_are_data(tmp_path: Path, name: str) -> None:
    scratch = make_repository(tmp_path, [{f"{name}.yml": "x", "roadmap.yml": "x"}], folder=name)
    scratch.commit(Version({f"{name}.yml": "y"}, f"\0{name}".replace("\0", "") + " :100644 000000 x", author=f"{name}\t:1 <a@example.org>"))
    logged = log_of(scratch)
    assert told(logged)[1][1] == [(f"{name}.yml", f"{name}.yml")]
    assert logged[1].commit.author.endswith(":1")


def test_an_unborn_head_has_no_history(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="no commits yet"):
        log_of(make_repository(tmp_path))


def test_a_shallow_clone_tells_what_it_has(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path / "whole", [PLAN, Version({"plan.yml": "x: 1"}, "Plan")])
    shallow = scratch.clone(tmp_path / "shallow", depth=1)
    assert [(subject, len(changes)) for subject, changes in told(log_of(shallow))] == [("Plan", 4)]
