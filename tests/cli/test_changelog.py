"""``roadmap changelog``: the history as Markdown, or why there is none."""

from __future__ import annotations

from pathlib import Path

from support.command import roadmap
from support.plain_plan import make_folder
from support.repository import Version, make_repository
from support.roadmaps import enhancement, small

OWNED = {"enhancements/first.yml": enhancement("first", 1, "First thing", "owner: Ada")}
DROPPED = {"enhancements/second.yml": None}


def test_it_writes_versions_months_commits_and_changes(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small(), Version(OWNED, "Find an owner")])
    ran = roadmap("changelog", made.data, "--commit-url", "https://example.org/{commit}")
    last = made.git("rev-parse", "HEAD")
    assert ran.returncode == 0
    assert ran.stdout.startswith(
        "# Changelog: Plan\n\n## Without a version\n\n### January 2025\n\n- 2025-01-07, Ada Planner: **Find an owner**"
    )
    assert f"([{last[:8]}](https://example.org/{last}))\n  - **Changed**: First thing, owner, now Ada\n" in ran.stdout
    assert "The history begins here, with 2 enhancements." in ran.stdout


def test_it_can_be_narrowed_to_what_came_after_a_commit_and_to_an_enhancement(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small(), Version(OWNED, "Find an owner"), Version(DROPPED, "Drop it")])
    after = roadmap("changelog", made.data, "--since", "HEAD~1").stdout
    assert "Drop it" in after
    assert "Find an owner" not in after
    mine = roadmap("changelog", made.data, "--enhancement", "first").stdout
    assert "Find an owner" in mine
    assert "Drop it" not in mine
    assert roadmap("changelog", made.data, "--since", "--all").returncode == 2


def test_it_writes_a_file(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "made", [small()])
    assert roadmap("changelog", made.data, "--out", tmp_path / "CHANGELOG.md").stdout == ""
    assert (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8").endswith("2 enhancements.\n")


def test_without_a_whole_history_it_can_not_run_and_says_how_to_get_it(tmp_path: Path) -> None:
    shallow = make_repository(tmp_path / "made", [small(), OWNED]).clone(tmp_path / "shallow", depth=1)
    ran = roadmap("changelog", shallow.data)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "fetch-depth: 0" in ran.stderr
    outside = roadmap("changelog", make_folder(tmp_path / "outside", small()))
    assert outside.returncode == 2
    assert "is in no git repository" in outside.stderr
    assert roadmap("document", shallow.data, "--dates-from-git").returncode == 2
