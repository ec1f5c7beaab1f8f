"""``roadmap diff``: what changed between two versions, for people, pull requests and programs, and as a gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.command import roadmap
from support.plain_plan import make_folder
from support.repository import ScratchRepository, Version, make_repository
from support.roadmaps import enhancement, small

DAY = ("--today", "2026-06-30")
FIRST = "enhancements/first.yml"
LOWERED = small()[FIRST].replace("priority: high", "priority: low")


@pytest.fixture
def repository(tmp_path: Path) -> ScratchRepository:
    return make_repository(tmp_path / "repository", [Version(small(), tag="v1")])


def _diff(repository: ScratchRepository, *arguments: str, **environment: str) -> tuple[int, str, str]:
    ran = roadmap("diff", *DAY, *arguments, cwd=repository.path, **environment)
    return ran.returncode, ran.stdout, ran.stderr


def test_the_files_as_they_are_against_a_branch(repository: ScratchRepository) -> None:
    assert _diff(repository, "main") == (0, "No change of the roadmap.\n", "")
    repository.write({FIRST: LOWERED})
    code, text, errors = _diff(repository, "main")
    assert (code, errors) == (0, "")
    assert text.startswith("Priority lowered: 1\n")
    assert "First thing [first]\n  Priority lowered  roadmap-data/enhancements/first.yml:4\n    - high\n    + low\n" in text


def test_two_commits_whatever_the_files_are(repository: ScratchRepository) -> None:
    repository.branch("change")
    repository.commit({FIRST: LOWERED, "enhancements/second.yml": None})
    repository.write({FIRST: "nothing: good"})
    changes = json.loads(_diff(repository, "v1", "change", "--format", "json")[1])
    assert (changes["base"], changes["head"]) == ("v1", "change")
    assert [(change["kind"], change["enhancement"]) for change in changes["changes"] if change["kind"] != "derived"] == [
        ("enhancement-removed", "second"),
        ("field-changed", "first"),
    ]


def _parted(repository: ScratchRepository) -> ScratchRepository:
    """A branch that lowers a priority, while the main branch gains an enhancement."""
    repository.branch("change")
    repository.commit({FIRST: LOWERED})
    repository.switch("main")
    repository.commit({"enhancements/third.yml": enhancement("third", 3, "Third thing")})
    repository.switch("change")
    return repository


def _effects(repository: ScratchRepository, *arguments: str) -> set[str]:
    code, text, errors = _diff(repository, *arguments, "--format", "json")
    assert (code, errors) == (0, "")
    return set(json.loads(text)["effects"]) - {"totals-moved"}


@pytest.mark.parametrize("head", [(), ("change",)], ids=["the files as they are", "a branch"])
def test_what_happened_on_the_other_branch_since_is_none_of_the_change(head: tuple[str, ...], repository: ScratchRepository) -> None:
    parted = _parted(repository)
    assert _effects(parted, "main", *head) == {"priority-lowered"}
    assert _effects(parted, "main", *head, "--direct") == {"priority-lowered", "removed"}


def test_an_older_head_changes_nothing_and_a_line_says_how_to_hold_it_against_the_newer_base(repository: ScratchRepository) -> None:
    repository.commit({FIRST: LOWERED})
    told = "roadmap: ‘main’ contains all of ‘v1’, which therefore changes nothing; --direct holds the two against each other\n"
    assert _diff(repository, "main", "v1") == (0, "No change of the roadmap.\n", told)
    assert _effects(repository, "main", "v1", "--direct") == {"priority-raised"}


def test_where_the_base_has_no_roadmap_yet_everything_is_new(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "repository")
    (made.path / "README").write_text("Nothing yet", encoding="utf-8")
    made.record()
    made.branch("change")
    made.commit(small())
    assert _effects(made, "main") == {"added"}


def test_a_branch_that_only_the_remote_has_is_found(repository: ScratchRepository, tmp_path: Path) -> None:
    clone = _parted(repository).clone(tmp_path / "clone")
    assert clone.git("branch", "--list", "main") == ""
    assert _effects(clone, "main") == {"priority-lowered"}


def test_a_merge_a_renamed_folder_and_a_detached_head(repository: ScratchRepository) -> None:
    repository.branch("change")
    repository.commit({FIRST: LOWERED})
    repository.switch("main")
    repository.commit({"enhancements/third.yml": enhancement("third", 3, "Third thing")})
    repository.merge("change")
    repository.move("roadmap-data", "plans/security")
    repository.record()
    repository.switch(repository.git("rev-parse", "HEAD"))
    effects = json.loads(_diff(repository, "v1", "--data", "plans/security", "--format", "json")[1])["effects"]
    assert effects["added"] == effects["priority-lowered"] == 1
    assert set(effects) <= {"added", "priority-lowered", "totals-moved"}


def test_a_rewritten_file_in_another_commit_is_no_change(repository: ScratchRepository) -> None:
    lines = small()[FIRST].rstrip().splitlines()
    # The requirements are the last two lines, and stay together.
    repository.commit({FIRST: "\n".join(["# Rewritten", *lines[-2:], *reversed(lines[:-2])])})
    assert _diff(repository, "v1", "HEAD") == (0, "No change of the roadmap.\n", "")


def test_a_gate_fails_on_what_it_names_and_on_nothing_else(repository: ScratchRepository) -> None:
    repository.write({FIRST: LOWERED})
    assert _diff(repository, "main", "--fail-on", "removed,priority-raised")[0] == 0
    code, text, errors = _diff(repository, "main", "--fail-on", "removed, priority-lowered")
    assert (code, errors) == (1, "roadmap: --fail-on: priority-lowered (1)\n")
    assert text.startswith("Priority lowered: 1\n")
    code, _, errors = _diff(repository, "main", "--fail-on", "priority-lowerd")
    assert code == 2
    assert "‘priority-lowerd’ is not an effect. Did you mean ‘priority-lowered’?" in errors


def test_markdown_goes_into_a_file_within_a_limit(repository: ScratchRepository, tmp_path: Path) -> None:
    repository.write({FIRST: LOWERED})
    out = tmp_path / "comment.md"
    assert _diff(repository, "main", "--format", "markdown", "--out", str(out), "--limit", "4000") == (0, "", "")
    assert out.read_text(encoding="utf-8").startswith("### What this change does to the roadmap\n\nPriority lowered: **1**\n")
    assert _diff(repository, "main", "--limit", "10")[0] == 2


@pytest.mark.parametrize("base", ["--output=pwned", "-x", "no-such-branch", "main:roadmap-data", "", "a\nb", "@{-1}^{/x}"])
def test_what_is_no_commit_could_not_run(base: str, repository: ScratchRepository) -> None:
    before = {path: path.read_bytes() for path in repository.path.rglob("*") if path.is_file()}
    code, text, errors = _diff(repository, "--", base)
    assert (code, text) == (2, "")
    assert "could not run" in errors
    assert {path: path.read_bytes() for path in repository.path.rglob("*") if path.is_file()} == before


def test_mistakes_are_named_and_what_can_be_read_is_compared(repository: ScratchRepository) -> None:
    repository.write({FIRST: "titel: x\n", "enhancements/third.yml": enhancement("third", 3, "Third thing")})
    code, text, errors = _diff(repository, "main")
    assert code == 0
    assert "Third thing [third]\n  Added  " in text
    assert "First thing" not in text
    assert errors.startswith(
        "roadmap: these files have mistakes, and count as they were:\nroadmap-data/enhancements/first.yml:1:1: error RM301"
    )
    repository.record()
    repository.write({FIRST: small()[FIRST]})
    code, text, errors = _diff(repository, "main", "--format", "json")
    assert code == 0
    told = json.loads(text)
    assert told["changes"] == []
    assert {finding["code"] for finding in told["findings"]["mended"]} >= {"RM301"}
    assert told["findings"]["mended"] == told["findings"]["mistakes_before"]
    assert "roadmap: these files of main (" in errors


def test_a_version_of_which_nothing_can_be_read_could_not_run(repository: ScratchRepository) -> None:
    repository.commit({"roadmap.yml": "title: [\n"})
    code, text, errors = _diff(repository, "main")
    assert (code, text) == (2, "")
    assert "roadmap-data/roadmap.yml:1:8: error RM201" in errors
    assert errors.endswith(" for its mistakes. Mend them first.\n")


def test_without_a_repository_it_says_so(tmp_path: Path) -> None:
    make_folder(tmp_path / "roadmap-data", small())
    ran = roadmap("diff", "main", cwd=tmp_path)
    assert ran.returncode == 2
    assert "no git repository" in ran.stderr


def test_colours_are_for_terminals_alone(repository: ScratchRepository) -> None:
    repository.write({FIRST: LOWERED})
    assert "\x1b" not in _diff(repository, "main")[1]
