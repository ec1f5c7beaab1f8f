"""``roadmap ci`` writes the files of a code host, and overwrites nothing that somebody changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from enhancement_roadmap.ci import Project, ci_files
from enhancement_roadmap.cli import main
from support.pipelines import shell_steps, workflow


def ci(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["ci", *map(str, arguments)])


def test_it_writes_the_workflows_of_github(tmp_path: Path) -> None:
    ran = ci("github", "plan/data", "--branch", "trunk", "--install", "pip install -r docs.txt", "--out", tmp_path)
    assert ran.exit_code == 0
    expected = ci_files("github", Project("plan/data", "trunk", "pip install -r docs.txt"))
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in expected} == expected
    assert ran.output.splitlines() == [f"{tmp_path / path} is written." for path in expected]


def test_it_prints_them_without_a_folder() -> None:
    for host in ("github", "gitlab"):
        expected = ci_files(host, Project())
        printed = ci(host).output
        assert all(f"# {path}\n{text}" in printed for path, text in expected.items())


def test_several_roadmaps_are_each_checked_and_previewed(tmp_path: Path) -> None:
    assert ci("github", "plans/a", "plans/b b", "plans/a", "--out", tmp_path).exit_code == 0
    job = workflow((tmp_path / ".github" / "workflows" / "roadmap.yml").read_text(encoding="utf-8"))["jobs"]["preview"]
    named = {name: value for name, value in job["env"].items() if name.startswith("ROADMAP_DATA")}
    assert named == {"ROADMAP_DATA_1": "plans/a", "ROADMAP_DATA_2": "plans/b b"}
    for step in ("Check the data", "Compare and build the preview"):
        assert shell_steps(job)[step].endswith(' "$ROADMAP_DATA_1" "$ROADMAP_DATA_2"')
    assert ci("gitlab", "plans/a", "plans/b b", "--out", tmp_path).exit_code == 0
    file = workflow((tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert named.items() <= file["variables"].items()
    for name in ("roadmap-check", "roadmap-preview"):
        assert file[name]["script"][-1].endswith(' "$ROADMAP_DATA_1" "$ROADMAP_DATA_2"')
    assert "is no folder inside the repository" in ci("gitlab", "plans/a", "../b").output


def test_a_file_that_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    changed = tmp_path / ".github" / "workflows" / "roadmap-publish.yml"
    changed.parent.mkdir(parents=True)
    changed.write_text("name: Mine\n", encoding="utf-8")
    ran = ci("github", "--out", tmp_path)
    assert ran.exit_code == 2
    assert f"{changed} is there and differs. Nothing is written; --force overwrites it" in ran.output
    assert [path.name for path in changed.parent.iterdir()] == ["roadmap-publish.yml"]
    assert ci("github", "--out", tmp_path, "--force").exit_code == 0
    assert changed.read_text(encoding="utf-8").startswith("# Publishes the site")


def test_writing_twice_is_no_conflict(tmp_path: Path) -> None:
    assert [ci("gitlab", "--out", tmp_path).exit_code for _ in range(2)] == [0, 0]


def test_what_can_not_be_done_is_said(tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("a file", encoding="utf-8")
    assert ci("github", "--out", tmp_path).exit_code == 2
    refused = ci("github", "../elsewhere")
    assert (refused.exit_code, "is no folder inside the repository" in refused.output) == (2, True)


@pytest.mark.parametrize(
    ("config", "generator", "command"),
    [
        ("properdocs.yml", "ProperDocs", "properdocs build --strict --site-dir"),
        ("zensical.toml", "Zensical", "zensical build --clean --strict"),
    ],
)
def test_the_program_that_makes_the_site_is_known_by_its_configuration(tmp_path: Path, config: str, generator: str, command: str) -> None:
    for name in (config, "mkdocs.yml"):
        (tmp_path / name).touch()
    ran = ci("github", "--out", tmp_path)
    assert ran.stderr == f"roadmap: {tmp_path / config} is there, so the site is built with {generator}.\n"
    publish = tmp_path / ".github" / "workflows" / "roadmap-publish.yml"
    assert command in publish.read_text(encoding="utf-8")
    assert ci("github", "--generator", "mkdocs", "--force", "--out", tmp_path).stderr == ""
    assert "run: mkdocs build --strict" in publish.read_text(encoding="utf-8")
