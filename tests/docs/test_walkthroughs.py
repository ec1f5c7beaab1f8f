"""What the documentation tells a reader to do works."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import click
import pytest

from enhancement_roadmap.cli import main
from enhancement_roadmap.pages import page_names
from enhancement_roadmap.views import view_names
from support.plain_plan import make_folder
from support.prepared import prepared
from support.roadmaps import MINIMAL, small
from support.walkthrough import write_files

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]


def run(folder: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795478400"}
    return subprocess.run(
        [prepared() / program, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_tutorial_ends_with_a_site(tmp_path: Path) -> None:
    written = write_files(REPOSITORY / "docs" / "tutorial.md", tmp_path)
    assert written == [
        "PLAN.md",
        "roadmap-data/roadmap.yml",
        "roadmap-data/enhancements/01-database-security.yml",
        "mkdocs.yml",
        "docs/index.md",
    ]
    check = run(tmp_path, "roadmap", "check")
    assert check.stdout == "1 enhancement in 2 files: no findings.\n"
    build = run(tmp_path, "mkdocs", "build", "--strict")
    assert build.returncode == 0, build.stderr
    assert "Database security" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "site" / "roadmap" / "enhancements" / "database-security" / "index.html").is_file()


def test_the_second_door_of_the_tutorial_leads_to_a_site_in_three_commands(tmp_path: Path) -> None:
    write_files(REPOSITORY / "docs" / "tutorial.md", tmp_path / "all")
    (tmp_path / "plan").mkdir()
    (tmp_path / "all" / "PLAN.md").rename(tmp_path / "plan" / "PLAN.md")
    text = (REPOSITORY / "docs" / "tutorial.md").read_text(encoding="utf-8")
    commands = re.search(r"Three commands.*?```bash\n(.*?)```", text, re.DOTALL)
    assert commands is not None
    first, second, third = commands[1].splitlines()
    assert run(tmp_path / "plan", "roadmap", *first.split()[1:]).returncode == 0
    assert run(tmp_path / "plan", "roadmap", *second.split()[1:]).stdout == "2 enhancements in 4 files: no findings.\n"
    build = run(tmp_path / "plan", *third.replace("serve", "build --strict").split())
    assert build.returncode == 0, build.stderr
    assert "Choose a method" in Path(tmp_path, "plan/site/roadmap/enhancements/sign-in-with-two-factors/index.html").read_text(
        encoding="utf-8"
    )


def test_the_tutorial_asks_for_few_lines_and_few_words(tmp_path: Path) -> None:
    written = write_files(REPOSITORY / "docs" / "tutorial.md", tmp_path)
    files = {name: (tmp_path / name).read_text(encoding="utf-8") for name in written}
    assert sum(bool(line.strip()) for name, text in files.items() if name != "PLAN.md" for line in text.splitlines()) < 25
    ours = "".join(text for name, text in files.items() if name not in {"mkdocs.yml", "PLAN.md"})
    assert set(re.findall(r"^[ -]*([a-z_]+):", ours, re.MULTILINE)) == {
        "title",
        "priority",
        "trigger",
        "requirements",
        "text",
        "done",
        "view",
        "limit",
    }


def test_the_example_of_the_home_page_is_whole(tmp_path: Path) -> None:
    written = write_files(REPOSITORY / "docs" / "index.md", tmp_path)
    assert written == ["mkdocs.yml", "roadmap-data/roadmap.yml", "roadmap-data/enhancements/01-database-security.yml", "docs/index.md"]
    build = run(tmp_path, "mkdocs", "build", "--strict")
    assert build.returncode == 0, build.stderr
    assert "Database security" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_the_mistake_of_the_tutorial_is_found(tmp_path: Path) -> None:
    write_files(REPOSITORY / "docs" / "tutorial.md", tmp_path)
    enhancement = tmp_path / "roadmap-data" / "enhancements" / "01-database-security.yml"
    enhancement.write_text(enhancement.read_text(encoding="utf-8").replace("priority: high", "priority: hihg"), encoding="utf-8")
    check = run(tmp_path, "roadmap", "check")
    assert check.returncode == 1
    place, message, hint = "enhancements/01-database-security.yml:2:11: error RM405", "‘hihg’", "Did you mean ‘high’?"
    assert all(words in check.stdout for words in (place, message, hint)), check.stdout


def test_the_guide_on_several_roadmaps_makes_a_site_of_both(tmp_path: Path) -> None:
    assert write_files(REPOSITORY / "docs" / "how-to" / "several-roadmaps.md", tmp_path) == ["mkdocs.yml", "docs/index.md"]
    for name in ("product", "security"):
        make_folder(tmp_path / "plans" / name, small(roadmap=MINIMAL.replace("Plan", f"The {name} plan")))
    build = run(tmp_path, "mkdocs", "build", "--strict")
    assert build.returncode == 0, build.stderr
    for name in ("product", "security"):
        assert f"The {name} plan" in (tmp_path / "site" / name / "index.html").read_text(encoding="utf-8")


def test_the_readme_is_enough_for_an_existing_site(tmp_path: Path) -> None:
    written = ["mkdocs.yml", "roadmap-data/roadmap.yml", "roadmap-data/enhancements/01-database-security.yml"]
    assert write_files(REPOSITORY / "README.md", tmp_path) == written
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Existing site\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    build = run(tmp_path, "mkdocs", "build", "--strict")
    assert build.returncode == 0, build.stderr
    assert (tmp_path / "site" / "roadmap" / "index.html").is_file()


def test_the_templates_of_the_guide_take_the_place_of_the_product_s(tmp_path: Path) -> None:
    write_files(REPOSITORY / "docs" / "tutorial.md", tmp_path)
    guide = REPOSITORY / "docs" / "how-to" / "use-own-templates.md"
    assert write_files(guide, tmp_path)[1:] == ["roadmap-templates/ranking.html.j2", "roadmap-templates/overview.md.j2"]
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Site\ntheme: material\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    build = run(tmp_path, "mkdocs", "build", "--strict")
    assert build.returncode == 0, build.stderr
    assert "<li>Database security, not assessed</li>" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Ask in the channel" in (tmp_path / "site" / "roadmap" / "index.html").read_text(encoding="utf-8")


def test_the_guide_names_every_template_of_a_page_and_every_part_that_views_share() -> None:
    guide = (REPOSITORY / "docs" / "how-to" / "use-own-templates.md").read_text(encoding="utf-8")
    parts = [name for name in view_names() if name.startswith("_")]
    assert [name for name in (*page_names(), *parts) if f"| `{name}` |" not in guide] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_command_that_a_page_names_exists(page: Path) -> None:
    assert isinstance(main, click.Group)
    named = re.findall(r"(?:(?<!`)`|^)roadmap ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= set(main.list_commands(click.Context(main)))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_link_of_a_page_outside_the_site_leads_to_a_file(name: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", (REPOSITORY / name).read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (REPOSITORY / target).is_file()] == []
