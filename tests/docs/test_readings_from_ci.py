"""The jobs of the guide commit a reading: their steps run here, with a bare repository in the place of the code host."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.plain_plan import PLAN, make_folder
from support.prepared import prepared
from support.walkthrough import write_files

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "feed-readings.md"
METRICS = "metrics:\n  - id: daily-active-users\n    title: daily active users # of all sites\n"
FILES = {
    **{f"roadmap-data/{name}": text for name, text in PLAN.items()},
    "roadmap-data/metrics.yml": METRICS,
    "count-users": "#!/bin/sh\necho 640\n",
}


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout  # noqa: S607


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A bare repository with a plan in it."""
    (tmp_path / "host.git").mkdir()
    git(tmp_path / "host.git", "init", "--bare", "--initial-branch=main", ".")
    first = make_folder(tmp_path / "first", FILES)
    (first / "count-users").chmod(0o755)
    git(first, "init", "--initial-branch=main", ".")
    git(first, "add", ".")
    git(first, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "--message", "Plan")
    git(first, "push", str(tmp_path / "host.git"), "main")
    git(tmp_path / "host.git", "config", "receive.advertisePushOptions", "true")
    return tmp_path / "host.git"


def job(name: str, folder: Path) -> Any:
    """What the guide writes into a file of that name."""
    assert name in write_files(GUIDE, folder)
    return yaml.safe_load((folder / name).read_text(encoding="utf-8"))


def run(script: str, folder: Path, host: Path, address: str, **environment: str) -> None:
    """Run a job's script; what it calls the code host's address is the bare repository."""
    redirected = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{host}.insteadOf", "GIT_CONFIG_VALUE_0": address}
    ran = subprocess.run(
        ["bash", "-e", "-c", script],  # noqa: S607
        cwd=folder,
        env={**os.environ, **redirected, "SOURCE_DATE_EPOCH": "1795478400", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr


def assert_committed_once(host: Path, source: str) -> None:
    metrics = f"{METRICS}    readings:\n      - {{on: 2026-11-24, value: 640, source: {source}}}\n"
    assert git(host, "show", "main:roadmap-data/metrics.yml") == metrics
    assert git(host, "log", "--format=%an: %s", "main").splitlines() == ["Readings: Reading of daily active users", "A: Plan"]


def test_the_job_on_github_commits_the_line_once(tmp_path: Path, host: Path) -> None:
    workflow = job(".github/workflows/readings.yml", tmp_path / "guide")
    steps = {step["name"]: step["run"] for step in workflow["jobs"]["readings"]["steps"]}
    assert "${{" not in "".join(steps.values())
    programs = tmp_path / "temp" / "venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "roadmap").symlink_to(prepared() / "roadmap")
    for workspace in (tmp_path / "one", tmp_path / "two"):
        workspace.mkdir()
        for name in ("Get the data", "Add the reading", "Commit the line"):
            address = "https://x-access-token:secret@github.com/team/plan.git"
            variables = {"TOKEN": "secret", "GITHUB_REPOSITORY": "team/plan", "GITHUB_RUN_ID": "7", "RUNNER_TEMP": str(tmp_path / "temp")}
            run(steps[name], workspace, host, address, **variables)
    assert_committed_once(host, "CI run 7")


def test_the_job_on_gitlab_commits_the_line_once(tmp_path: Path, host: Path) -> None:
    install, *script = job(".gitlab-ci.yml", tmp_path / "guide")["readings"]["script"]
    assert install.startswith("pip install ")
    for name in ("one", "two"):
        git(tmp_path, "clone", str(host), name)
        variables = {"CI_JOB_ID": "7", "CI_SERVER_HOST": "git.example", "CI_PROJECT_PATH": "team/plan", "CI_DEFAULT_BRANCH": "main"}
        address = "https://oauth2:secret@git.example/team/plan.git"
        paths = f"{prepared()}{os.pathsep}{os.environ['PATH']}"
        run("\n".join(script), tmp_path / name, host, address, READINGS_TOKEN="secret", PATH=paths, **variables)  # noqa: S106  (a made-up one)
    assert_committed_once(host, "CI job 7")
