"""What comments on a pull request trusts nothing that it is handed."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.ci import Project, ci_files
from support.github_double import REPOSITORY, GitHubDouble
from support.pipelines import Machine, needs_tools, shell_steps, workflow

pytestmark = needs_tools

STEPS = shell_steps(workflow(ci_files("github", Project())[".github/workflows/roadmap-comment.yml"])["jobs"]["comment"])
SHA = "5" * 40
MARKER = "<!-- roadmap-preview -->"
BOT = "github-actions[bot]"


@pytest.fixture
def github(tmp_path: Path) -> GitHubDouble:
    """A GitHub on which pull request 7 comes from a fork, by an odd branch."""
    told = {
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_SERVER_URL": "https://github.example",
        "RUNNER_TEMP": str(tmp_path),
        "GH_TOKEN": "made-up",
        "HEAD_OWNER": "stranger",
        "HEAD_BRANCH": "x$(touch${IFS}evil)`touch evil`;#",
        "HEAD_SHA": SHA,
        "RUN_ID": "77",
    }
    double = GitHubDouble(tmp_path / "github", Machine(tmp_path / "machine", told))
    double.pull_request(6, "stranger:x$(touch${IFS}evil)`touch evil`;#", "4" * 40)
    double.pull_request(7, "stranger:x$(touch${IFS}evil)`touch evil`;#", SHA)
    return double


def run(github: GitHubDouble, folder: Path) -> str:
    """Run the steps one after the other, as long as their conditions hold; gives what they said."""
    (folder / "work").mkdir(exist_ok=True)
    output = folder / "output"
    output.write_text("", encoding="utf-8")
    said = ""
    for name, wanted in (("Find the pull request", ""), ("Get the text", "number=7"), ("Write the comment", "here=yes")):
        if wanted not in output.read_text(encoding="utf-8"):
            break
        ran = github.machine.run(STEPS[name], folder / "work", GITHUB_OUTPUT=str(output), NUMBER="7")
        said += ran.stdout + ran.stderr
        if ran.returncode:
            return f"{said}exit {ran.returncode}"
    assert list((folder / "work").iterdir()) == []
    return said


def test_the_comment_goes_to_the_pull_request_that_github_names(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": "### What this change does\n\n- **New**: `x`\n", "number": "6"})
    assert run(github, tmp_path) == ""
    (comment,) = github.comments
    assert comment["on"] == 7
    assert comment["body"].startswith(f"{MARKER}\n_Made by the build of this pull request at {SHA}. ")
    assert "(https://github.example/team/plan/actions/runs/77)" in comment["body"]
    assert comment["body"].endswith("\n\n### What this change does\n\n- **New**: `x`\n")


def test_a_second_run_writes_the_same_comment_anew(github: GitHubDouble, tmp_path: Path) -> None:
    github.comment(1, "stranger", f"{MARKER}\nnot ours")
    github.comment(2, BOT, "Something else")
    github.artifact({"comment.md": "first\n"})
    run(github, tmp_path)
    github.forget_artifacts()
    github.artifact({"comment.md": "second\n"})
    run(github, tmp_path)
    assert [comment["id"] for comment in github.comments] == [1, 2, 902]
    assert github.comments[0]["body"].endswith("not ours")
    assert github.comments[2]["body"].endswith("\n\nsecond\n")


def test_a_commit_that_is_no_longer_the_last_one_is_left_alone(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": "text"})
    github.machine.environment["HEAD_SHA"] = "9" * 40
    assert "No open pull request has this commit" in run(github, tmp_path)
    assert github.comments == []


def test_without_an_artifact_nothing_is_written(github: GitHubDouble, tmp_path: Path) -> None:
    assert "There is no comment" in run(github, tmp_path)
    assert github.comments == []


def test_nobody_is_called_and_nothing_controls(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": "Thanks @team/everyone \x1b[31m$(touch evil) `touch evil` ${{ github.token }}\x00\n::error::x\n"})
    run(github, tmp_path)
    assert github.comments[0]["body"].endswith(
        "Thanks @\u200bteam/everyone [31m$(touch evil) `touch evil` ${{ github.token }}\n::error::x\n"
    )


def test_nobody_is_called_by_a_reference_either(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": "&#64;team &#x0040;team &commat;team &#64;\u2060team &#35;\u206012\n"})
    run(github, tmp_path)
    assert github.comments[0]["body"].endswith("&#64;\u200bteam &#x0040;\u200bteam &commat;\u200bteam &#64;\u2060team &#35;\u206012\n")


def test_an_archive_that_grows_without_end_is_cut_off(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": "a" * 20_000_000})
    run(github, tmp_path)
    assert github.comments[0]["body"].startswith(f"{MARKER}\nWhat {SHA} changes is too long for a comment. ")
    assert (tmp_path / "handed-over.md").stat().st_size == 70_000


def test_an_archive_that_is_too_large_is_not_fetched(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": "text"}, size=200_001)
    assert "There is no comment" in run(github, tmp_path)
    assert not (tmp_path / "artifact.zip").exists()


def test_a_link_or_a_path_in_the_archive_leads_nowhere(github: GitHubDouble, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret", encoding="utf-8")
    github.artifact({"../evil": "x", "/evil": "x"}, links={"comment.md": str(tmp_path / "secret")})
    run(github, tmp_path)
    assert github.comments[0]["body"].endswith(f"\n\n{tmp_path / 'secret'}")
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize("content", [b"no archive", {"other.md": "text"}, {"comment.md": ""}], ids=["no archive", "another file", "empty"])
def test_an_archive_without_the_text_is_no_comment(github: GitHubDouble, tmp_path: Path, content: bytes | dict[str, str]) -> None:
    github.artifact(content)
    assert "The comment is empty." in run(github, tmp_path)
    assert github.comments == []


def test_what_is_not_text_is_refused(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": b"\xff\xfe\x00"})
    said = run(github, tmp_path)
    assert "::error::The comment is not text in UTF-8." in said
    assert said.endswith("exit 1")
    assert github.comments == []


def test_a_code_host_that_does_not_answer_is_a_failure_and_no_silence(github: GitHubDouble, tmp_path: Path) -> None:
    github.artifact({"comment.md": "text"})
    github.machine.program("gh", "#!/bin/sh\necho 'HTTP 500' >&2\nexit 1\n")
    assert run(github, tmp_path).endswith("exit 1")
