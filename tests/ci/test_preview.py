"""What runs on a pull request, from its check to its comment: the scripts of the workflow, in clones of a repository."""

from __future__ import annotations

import re
from pathlib import Path
from subprocess import CompletedProcess
from textwrap import dedent

import pytest

from enhancement_roadmap.ci import Project, ci_files
from support.github_double import REPOSITORY, GitHubDouble
from support.pipelines import Machine, needs_tools, shell_steps, workflow
from support.plain_plan import PLAN, make_folder
from support.repository import ScratchRepository, make_repository

FILES = ci_files("github", Project())
PREVIEW = shell_steps(workflow(FILES[".github/workflows/roadmap.yml"])["jobs"]["preview"])
COMMENT = shell_steps(workflow(FILES[".github/workflows/roadmap-comment.yml"])["jobs"]["comment"])
GITLAB = workflow(ci_files("gitlab", Project())[".gitlab-ci.yml"])

ONE = "enhancements/01-database-security.yml"
CHANGED = {ONE: PLAN[ONE].replace("priority: high", "priority: low")}
MKDOCS = """\
site_name: Plan
theme: {name: material, font: false}
plugins: [search, enhancement-roadmap]
markdown_extensions: [pymdownx.superfences]
"""
HOSTILE_BRANCH = "x$(touch${IFS}evil);`id`<img-src=x>"


def pull_request(origin: ScratchRepository, changes: dict[str, str], branch: str = HOSTILE_BRANCH) -> None:
    """Change files in a branch, let the main branch go on, and merge both as GitHub does for a trial."""
    origin.branch(branch)
    origin.commit(changes)
    origin.switch("main")
    origin.commit({"metrics.yml": PLAN["metrics.yml"].replace("API calls", "Calls of the API")})
    origin.branch("trial")
    origin.merge(branch)


@pytest.fixture
def origin(tmp_path: Path) -> ScratchRepository:
    """A repository with a site."""
    made = make_repository(tmp_path / "origin")
    make_folder(made.path, {"mkdocs.yml": MKDOCS, "docs/index.md": "# Plan\n"})
    made.commit(dict(PLAN))
    return made


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "temp").mkdir()
    told = {
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_BASE_REF": "main",
        "ROADMAP_DATA": "roadmap-data",
    }
    return Machine(tmp_path / "machine", told)


def checked_out(origin: ScratchRepository, folder: Path, *, depth: int | None = None) -> ScratchRepository:
    """The trial merge, detached, as the workflow checks it out; nothing in it knows the way back."""
    clone = origin.clone(folder, depth=depth)
    clone.git("checkout", "--quiet", "--detach")
    clone.git("config", "remote.origin.url", str(folder / "gone"))
    return clone


def run(machine: Machine, clone: ScratchRepository, *names: str) -> CompletedProcess[str]:
    ran = None
    for name in names:
        ran = machine.run(PREVIEW[name], clone.path)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran is not None
    return ran


def test_a_pull_request_is_checked_previewed_and_summed_up(origin: ScratchRepository, machine: Machine, tmp_path: Path) -> None:
    pull_request(origin, CHANGED)
    clone = checked_out(origin, tmp_path / "clone")
    run(machine, clone, "Check the data", "Compare and build the preview", "Write the summary")
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary == (tmp_path / "temp" / "roadmap-preview" / "comment.md").read_text(encoding="utf-8")
    assert "Database Security" in summary
    assert "high → low" in summary
    assert "Calls of the API" not in summary, "what happened on the main branch is no change of the pull request"
    assert (tmp_path / "temp" / "roadmap-preview" / "changes.json").is_file()
    assert "Database Security" in (tmp_path / "temp" / "roadmap-preview" / "site" / "roadmap" / "index.html").read_text(encoding="utf-8")
    assert not list(tmp_path.rglob("evil"))
    assert clone.git("status", "--porcelain") == ""


def test_a_mistake_is_an_annotation_on_its_line(origin: ScratchRepository, machine: Machine, tmp_path: Path) -> None:
    pull_request(origin, {ONE: PLAN[ONE].replace("priority: high", "priority: hihg")}, "slip")
    check = machine.run(PREVIEW["Check the data"], checked_out(origin, tmp_path / "clone").path)
    assert check.returncode == 1
    assert check.stdout.startswith(f"::error file=roadmap-data/{ONE},line=4,col=11,title=RM405 unknown-priority::")


SLIP = {"metrics.yml": "metrics: none\n"}
NEW = {"enhancements/02-next.yml": PLAN[ONE].replace("id: database-security", "id: next").replace("number: 1", "number: 2")}


@pytest.mark.parametrize(
    ("base", "change", "mistakes"),
    [
        ({}, {**NEW, **CHANGED}, None),
        (SLIP, {**NEW, **CHANGED, "metrics.yml": PLAN["metrics.yml"]}, "Mistakes before this change"),
        ({}, {**NEW, **CHANGED, **SLIP}, "Mistakes: these files count as they were"),
    ],
    ids=["no mistakes", "mistakes in the base", "mistakes in the head"],
)
def test_the_comment_leads_to_pages_of_the_preview(
    base: dict[str, str], change: dict[str, str], mistakes: str | None, origin: ScratchRepository, machine: Machine, tmp_path: Path
) -> None:
    origin.commit(base)
    origin.branch("fork")
    origin.commit(change)
    clone = checked_out(origin, tmp_path / "clone")
    told = {"ROADMAP_PREVIEW_URL": "https://preview-{number}.example.org/plan", "GITHUB_REF": "refs/pull/7/merge"}
    ran = machine.run(PREVIEW["Compare and build the preview"], clone.path, **told)
    assert ran.returncode == 0, ran.stderr
    made = tmp_path / "temp" / "roadmap-preview"
    comment = (made / "comment.md").read_text(encoding="utf-8")
    addresses = set(re.findall(r"\]\(<([^>]*)>\)", comment))
    there = {"changes", "matrix", "index", "enhancements/database-security", "enhancements/next"}
    assert addresses == {f"https://preview-7.example.org/plan/roadmap/{page}.html" for page in there}
    for address in addresses:
        page = (made / "site" / address.removeprefix("https://preview-7.example.org/plan/")).read_text(encoding="utf-8")
        assert "Preview of a change</strong>" in page
    assert ("Mistakes" in comment) == (mistakes is not None)
    assert (mistakes or "") in comment


def test_a_shallow_clone_says_what_to_do(origin: ScratchRepository, machine: Machine, tmp_path: Path) -> None:
    pull_request(origin, CHANGED)
    clone = checked_out(origin, tmp_path / "clone", depth=1)
    ran = machine.run(PREVIEW["Compare and build the preview"], clone.path)
    assert ran.returncode == 2
    assert "fetch-depth: 0" in ran.stderr
    assert not (tmp_path / "temp" / "roadmap-preview").exists()


@needs_tools
def test_the_comment_on_hundreds_of_changes_is_whole_and_not_too_long(machine: Machine, tmp_path: Path) -> None:
    many = {
        f"enhancements/{number}-long.yml": dedent(f"""\
            id: enhancement-{number}
            number: {number}
            title: "{"Grüße @all " * 30} {number}"
            priority: high
            trigger: {{summary: When it rains, kind: immediate}}
            requirements:
              - {{id: first, text: "Open"}}
            """)
        for number in range(2, 302)
    }
    origin = make_repository(tmp_path / "origin", [{**PLAN, **many}])
    pull_request(origin, {name: text.replace("priority: high", "priority: low") for name, text in many.items()}, "many")
    clone = checked_out(origin, tmp_path / "clone")
    run(machine, clone, "Compare and build the preview", "Write the summary")
    handed_over = tmp_path / "temp" / "roadmap-preview" / "comment.md"
    github = GitHubDouble(tmp_path / "github", machine)
    github.pull_request(7, "stranger:many", "5" * 40)
    github.artifact({"comment.md": handed_over.read_bytes()})
    told = {
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GH_TOKEN": "made-up",
        "HEAD_OWNER": "stranger",
        "HEAD_BRANCH": "many",
        "HEAD_SHA": "5" * 40,
        "RUN_ID": "77",
        "NUMBER": "7",
    }
    for script in COMMENT.values():
        ran = machine.run(script, tmp_path, **told)
        assert ran.returncode == 0, ran.stderr
    (comment,) = github.comments
    assert 40_000 < len(comment["body"].encode()) <= 65_536
    assert comment["body"].endswith("\n</details>\n")
    assert re.search(r"[1-9]\d* changes of less importance left out here", comment["body"])
    assert not re.search(r"@\w", comment["body"])


def test_a_merge_request_is_checked_and_previewed(origin: ScratchRepository, machine: Machine, tmp_path: Path) -> None:
    pull_request(origin, CHANGED)
    clone = checked_out(origin, tmp_path / "clone")
    first = clone.git("merge-base", "HEAD", "origin/main")
    for name in ("roadmap-check", "roadmap-preview"):
        install, *script = GITLAB[name]["script"]
        assert "pip install" in install
        told = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": first, "CI_JOB_URL": "https://gitlab.example/plan/-/jobs/5"}
        ran = machine.run("\n".join(script), clone.path, **told)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (clone.path / "gl-code-quality-report.json").read_text(encoding="utf-8") == "[]\n"
    comment = (clone.path / "roadmap-preview" / "comment.md").read_text(encoding="utf-8")
    assert "high → low" in comment
    kept = "https://gitlab.example/plan/-/jobs/5/artifacts/file/"
    linked = set(re.findall(r"\]\(<([^>]*)>\)", comment))
    assert len(linked) == 4
    assert all((clone.path / address.removeprefix(kept)).is_file() for address in linked)


def test_the_site_is_built_from_the_branch_that_is_published(origin: ScratchRepository, machine: Machine, tmp_path: Path) -> None:
    clone = checked_out(origin, tmp_path / "clone")
    publish = workflow(FILES[".github/workflows/roadmap-publish.yml"])
    ran = machine.run(shell_steps(publish["jobs"]["build"])["Build the site"], clone.path)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "temp" / "site" / "roadmap" / "index.html").is_file()
    install, *script = GITLAB["pages"]["script"]
    assert "pip install" in install
    assert machine.run("\n".join(script), clone.path, CI_PAGES_URL="https://plan.example/").returncode == 0
    assert (clone.path / "public" / "roadmap" / "index.html").is_file()
