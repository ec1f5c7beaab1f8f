"""A roadmap is started in one command, in whatever is there; after it the next command works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from enhancement_roadmap.cli import main
from enhancement_roadmap.loading import load

CONFIG = "# Our site\nsite_name: Site\nnav:\n  - Home: index.md # first\nplugins:\n  - search\n"


def init(folder: Path, *arguments: str) -> str:
    ran = CliRunner().invoke(main, ["init", str(folder), *arguments])
    assert ran.exit_code == 0, ran.output
    return ran.output


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_yml", ".yml").replace("_md", ".md").replace("_toml", ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def built(folder: Path, program: str = "mkdocs") -> Path:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795478400", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", program, "build", "--strict"]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return folder / "site"


def test_in_an_empty_folder_a_site_stands_and_says_what_to_run_next(tmp_path: Path) -> None:
    said = init(tmp_path, "--title", "Plans: ours, and #2")
    assert f"See it: cd {tmp_path.as_posix()} && mkdocs serve" in said
    loaded = load(tmp_path / "roadmap-data")
    assert loaded.roadmap is not None
    assert (loaded.findings, loaded.roadmap.about.title) == ((), "Plans: ours, and #2")
    site = built(tmp_path)
    assert "Backups that are tried" in (site / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "site/\n.venv/\n"
    assert (tmp_path / "roadmap-data" / "schema" / "enhancement.schema.json").is_file()


def test_a_site_of_mkdocs_keeps_its_comments_and_its_nav(tmp_path: Path) -> None:
    write(tmp_path, mkdocs_yml=CONFIG, docs__index_md="# Home\n")
    said = init(tmp_path)
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == CONFIG + "  - enhancement-roadmap\n"
    assert "+  - enhancement-roadmap" in said
    assert (tmp_path / "docs" / "index.md").read_text(encoding="utf-8") == "# Home\n"
    assert (built(tmp_path) / "roadmap" / "enhancements" / "single-sign-on" / "index.html").is_file()


def test_a_site_that_inherits_gets_the_plugin_too(tmp_path: Path) -> None:
    write(tmp_path, base_yml="theme:\n  name: material\n", mkdocs_yml="INHERIT: base.yml\nsite_name: Site\n", docs__index_md="# Home\n")
    init(tmp_path)
    assert (built(tmp_path) / "roadmap" / "index.html").is_file()


def test_a_site_of_properdocs(tmp_path: Path) -> None:
    write(tmp_path, properdocs_yml="site_name: Site\ntheme: material\n", docs__index_md="# Home\n")
    assert "properdocs serve" in init(tmp_path)
    assert (built(tmp_path, "properdocs") / "roadmap" / "index.html").is_file()


def test_a_site_of_zensical_is_told_what_to_run(tmp_path: Path) -> None:
    write(tmp_path, zensical_toml='[project]\nsite_name = "Site"\n', docs__index_md="# Home\n")
    said = init(tmp_path)
    assert (tmp_path / "zensical.toml").read_text(encoding="utf-8") == '[project]\nsite_name = "Site"\n'
    assert "roadmap build --watch --out docs/roadmap" in said
    ran = CliRunner().invoke(main, ["build", str(tmp_path / "roadmap-data"), "--out", str(tmp_path / "docs" / "roadmap"), "--no-history"])
    assert ran.exit_code == 0, ran.output
    assert (tmp_path / "docs" / "roadmap" / "enhancements" / "status-page.md").is_file()


def test_a_folder_with_a_roadmap_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, **{"roadmap-data__roadmap_yml": "title: Ours\n", "mkdocs_yml": CONFIG})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    ran = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert ran.exit_code == 2
    assert "is there already. Nothing is written." in ran.output
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("config", ["- a list\n", "plugins: search\n", "a: [\n"])
def test_a_configuration_that_can_not_be_edited_stops_everything(tmp_path: Path, config: str) -> None:
    write(tmp_path, mkdocs_yml=config)
    ran = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert (ran.exit_code, "Nothing is written." in ran.output) == (2, True)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["mkdocs.yml"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, mkdocs_yml=CONFIG)
    said = init(tmp_path, "--dry-run")
    assert "Would write: " in said
    assert "Would change: " in said
    assert [path.name for path in tmp_path.rglob("*")] == ["mkdocs.yml"]


def test_it_starts_with_a_plan_that_is_there(tmp_path: Path) -> None:
    plan = tmp_path / "PLAN.md"
    plan.write_text("# What we want\n\n## High priority\n\n### 1. Sign-in\n\n- [x] Form\n- [ ] Two factors\n", encoding="utf-8")
    said = init(tmp_path, "--from", str(plan))
    assert "1 enhancement, 2 requirements; 2 check boxes in the source." in said
    file = tmp_path / "roadmap-data" / "enhancements" / "01-sign-in.yml"
    assert file.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../schema/enhancement.schema.json\ntitle: Sign-in\n"
    )
    assert load(tmp_path / "roadmap-data").findings == ()
    assert "site_name: What we want" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert "Two factors" in (built(tmp_path) / "roadmap" / "enhancements" / "sign-in" / "index.html").read_text(encoding="utf-8")


def test_a_plan_without_an_enhancement_starts_nothing(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Tool\n\nA tool.\n", encoding="utf-8")
    ran = CliRunner().invoke(main, ["init", str(tmp_path), "--from", str(tmp_path / "README.md")])
    assert ran.exit_code == 2
    assert "there is no enhancement in what --from names. Nothing is written." in ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_files_for_a_code_host_are_written_on_request_and_never_over_others(tmp_path: Path) -> None:
    write(tmp_path, **{".github__workflows__roadmap_yml": "mine\n"})
    init(tmp_path, "--ci", "github")
    found = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / ".github" / "workflows").iterdir()}
    assert sorted(found) == ["roadmap-comment.yml", "roadmap-publish.yml", "roadmap.yml"]
    assert found["roadmap.yml"] == "mine\n"


@pytest.mark.parametrize("answer", ["y", "n"])
def test_at_a_terminal_it_asks_before_it_changes_a_file(tmp_path: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, mkdocs_yml=CONFIG)
    monkeypatch.setattr("enhancement_roadmap.cli.commands.init.is_at_a_terminal", lambda: True)
    ran = CliRunner().invoke(main, ["init", str(tmp_path)], input=f"Our plans\n{answer}\n")
    assert ran.exit_code == 0, ran.output
    assert ran.output.index("+  - enhancement-roadmap") < ran.output.index("Write this?")
    is_written = answer == "y"
    assert (tmp_path / "roadmap-data").exists() is is_written
    assert ("enhancement-roadmap" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")) is is_written
    assert not is_written or load(tmp_path / "roadmap-data").roadmap.about.title == "Our plans"  # type: ignore[union-attr]  # it loads
