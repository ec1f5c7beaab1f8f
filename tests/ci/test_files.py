"""The CI files: safe by what they say, accepted by linters, and the same in this repository."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.ci import Project, ci_files
from support.pipelines import workflow
from support.site import REPOSITORY

GITHUB = ci_files("github", Project())
NAMES = ("roadmap.yml", "roadmap-comment.yml", "roadmap-publish.yml")
HOSTILE = Project('a "b": ’#{x}', "yes", "echo 'a: b' # \"c\" \\ %s %%{data}", "https://x.example/{number}/'a',[*&b]:!%20")
ZENSICAL = Project('a "b": ’#{x}', others=("c d",), generator="zensical")
OWN = Project(install="python -m pip install '.[mkdocs]'")


def parsed(name: str) -> dict[str, Any]:
    return workflow(GITHUB[f".github/workflows/{name}"])


def jobs(name: str) -> list[dict[str, Any]]:
    return list(parsed(name)["jobs"].values())


def lint(program: str, *arguments: str | Path) -> None:
    ran = subprocess.run([Path(sys.executable).with_name(program), *arguments], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def write(folder: Path, files: dict[str, str]) -> list[Path]:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return [folder / path for path in files]


@pytest.mark.parametrize("project", [Project(), HOSTILE, ZENSICAL], ids=["usual", "odd", "zensical"])
def test_the_workflows_of_github_pass_an_audit_and_its_schema(project: Project, tmp_path: Path) -> None:
    files = write(tmp_path, ci_files("github", project))
    lint("zizmor", "--offline", "--persona", "pedantic", "--strict-collection", tmp_path)
    lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)


@pytest.mark.parametrize("project", [Project(), HOSTILE, ZENSICAL], ids=["usual", "odd", "zensical"])
def test_the_file_of_gitlab_passes_its_schema(project: Project, tmp_path: Path) -> None:
    files = write(tmp_path, ci_files("gitlab", project))
    lint("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", *files)


def test_the_workflows_of_this_repository_are_what_the_command_writes() -> None:
    for path, text in ci_files("github", OWN).items():
        assert (REPOSITORY / path).read_text(encoding="utf-8") == text, f"roadmap ci github --force --out . --install {OWN.install!r}"


def test_what_a_project_says_stands_in_the_files_as_it_is() -> None:
    files = ci_files("github", HOSTILE)
    preview = workflow(files[".github/workflows/roadmap.yml"])["jobs"]["preview"]
    assert preview["env"] == {"ROADMAP_DATA": HOSTILE.data, "ROADMAP_PREVIEW_URL": HOSTILE.preview_url}
    assert [step["run"] for step in preview["steps"] if step["name"] == "Install"] == [HOSTILE.install]
    assert workflow(files[".github/workflows/roadmap-publish.yml"])["on"]["push"] == {"branches": ["yes"]}


@pytest.mark.parametrize(
    ("project", "said"),
    [
        ({"data": "../plan"}, "inside the repository"),
        ({"data": "/plan"}, "inside the repository"),
        ({"data": "--help"}, "inside the repository"),
        ({"data": "$HOME"}, "inside the repository"),
        ({"data": ""}, "one line"),
        ({"branch": "main\n  evil: yes"}, "one line"),
        ({"install": "pip install x" * 100}, "one line"),
        ({"install": "echo ${{ secrets.KEY }}"}, "GitHub would fill in"),
        ({"preview_url": "plan.example/{number}"}, "write it as https://preview.example.org/"),
        ({"preview_url": "https://plan.example/?pull={number}"}, "no address of a folder"),
        ({"preview_url": "https://plan.example/{branch}"}, "characters that no address has"),
        ({"preview_url": "https://plan.example/$CI_COMMIT_BRANCH"}, "GitLab would fill in"),
    ],
)
def test_what_can_not_stand_in_the_files_is_refused(project: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        Project(**project)


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_by_its_commit_and_says_which_version_that_is(name: str) -> None:
    used = re.findall(r"uses: (.+)", GITHUB[f".github/workflows/{name}"])
    assert len(used) == sum("uses" in step for job in jobs(name) for step in job["steps"])
    assert [line for line in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_script_has_an_expression_in_it_and_every_job_has_an_end(name: str) -> None:
    assert [step["name"] for job in jobs(name) for step in job["steps"] if "${{" in step.get("run", "")] == []
    assert all(job["timeout-minutes"] <= 15 for job in jobs(name))
    assert "concurrency" in parsed(name)


def test_what_runs_the_code_of_a_pull_request_has_no_secret_and_may_only_read() -> None:
    text = GITHUB[".github/workflows/roadmap.yml"]
    assert "secrets." not in text
    assert "github.token" not in text
    assert parsed("roadmap.yml")["on"] == {"pull_request": None}
    assert parsed("roadmap.yml")["permissions"] == {}
    assert [job["permissions"] for job in jobs("roadmap.yml")] == [{"contents": "read"}]


def test_no_checkout_leaves_a_token_behind() -> None:
    checkouts = [step for name in NAMES for job in jobs(name) for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
    assert len(checkouts) == 2
    assert all(step["with"] == {"fetch-depth": 0, "persist-credentials": False} for step in checkouts)


def test_what_comments_checks_nothing_out_and_uses_no_action_at_all() -> None:
    (job,) = jobs("roadmap-comment.yml")
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [step for step in job["steps"] if "uses" in step] == []
    assert not re.search(r"git (clone|fetch|checkout)|python|pip |roadmap (?!preview)\w+ ", "".join(step["run"] for step in job["steps"]))


def test_what_publishes_runs_none_of_the_project_s_code() -> None:
    build, publish = jobs("roadmap-publish.yml")
    assert build["permissions"] == {"contents": "read"}
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step["name"] for step in publish["steps"] if "run" in step] == []


def test_a_merge_request_from_a_fork_gets_neither_pages_nor_a_token() -> None:
    read = workflow(ci_files("gitlab", Project())[".gitlab-ci.yml"])
    for name in ("roadmap-show-preview", "roadmap-note"):
        (rule,) = read[name]["rules"]
        assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in rule["if"]
        assert read[name]["variables"] == {"GIT_STRATEGY": "none"}
