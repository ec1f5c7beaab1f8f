"""``roadmap preview`` makes all that a pull request is previewed with, in one folder, or nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.command import roadmap, roadmap_process
from support.folder import contents
from support.previews import BEFORE, branch, preview_site
from support.repository import ScratchRepository, make_repository
from support.roadmaps import enhancement

pytestmark = pytest.mark.usefixtures("prepared_python")

DAY = "2026-11-24"


def _preview(
    folder: Path, *arguments: str | Path, run: Callable[..., CompletedProcess[str]] = roadmap, **environment: str
) -> tuple[int, str, str]:
    """Exit code, and what was printed to both outputs."""
    words = ("preview", "--today", DAY, *(arguments or ("--base", "main")))
    ran = run(*words, cwd=folder, NO_MKDOCS_2_WARNING="1", **environment)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def topic(tmp_path: Path) -> ScratchRepository:
    """A branch that changes the roadmap of a site."""
    made = branch(tmp_path / "work")
    preview_site(made.path, "").configure()
    return made


def test_the_comment_the_data_and_the_site_are_written(topic: ScratchRepository) -> None:
    code, said, told = _preview(topic.path)
    assert (code, told) == (0, "")
    assert said.splitlines()[0].endswith("1 new, 1 changed, 1 removed.")
    assert said.splitlines()[1].split() == ["the", "comment", "roadmap-preview/comment.md"]
    out = topic.path / "roadmap-preview"
    assert sorted(entry.name for entry in out.iterdir()) == ["changes.json", "comment.md", "site"]
    assert "**Priority lowered**: high → low" in (out / "comment.md").read_text(encoding="utf-8")
    changes = json.loads((out / "changes.json").read_text(encoding="utf-8"))
    assert changes["today"] == DAY
    assert "fifth" in [change["enhancement"] for change in changes["changes"]]
    assert "1 new, 1 changed, 1 removed." in (out / "site" / "roadmap" / "changes.html").read_text(encoding="utf-8")


def test_a_second_preview_takes_the_place_of_the_first_and_is_the_same(topic: ScratchRepository) -> None:
    out = topic.path / "roadmap-preview"
    assert _preview(topic.path, run=roadmap_process)[0] == 0
    first = {name: content for name, content in contents(out).items() if not name.endswith(".gz")}
    (out / "site" / "old.html").write_text("left over", encoding="utf-8")
    assert _preview(topic.path, run=roadmap_process)[0] == 0
    assert {name: content for name, content in contents(out).items() if not name.endswith(".gz")} == first
    assert not list(topic.path.glob(".roadmap-preview*"))


def test_a_clone_of_a_fork_on_a_server_without_a_token_will_do(topic: ScratchRepository, tmp_path: Path) -> None:
    clone = topic.clone(tmp_path / "clone")
    clone.switch(clone.git("rev-parse", "HEAD"))
    preview_site(clone.path, "").configure()
    code, said, _ = _preview(clone.path, "--base", "main", "--out", tmp_path / "out", GITHUB_TOKEN="", GIT_TERMINAL_PROMPT="0")
    assert code == 0
    assert "1 new, 1 changed, 1 removed." in said


def test_without_a_site_the_pages_are_markdown(tmp_path: Path) -> None:
    made = branch(tmp_path / "work")
    assert _preview(made.path)[0] == 0
    pages = contents(made.path / "roadmap-preview" / "site")
    assert "(removed)" in pages["enhancements/third.md"].decode()
    assert "changes.md" in pages


def test_another_configuration_and_another_data_folder_are_named(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "work", [BEFORE], folder="plans")
    made.write({"enhancements/fifth.yml": enhancement("fifth", 5, "Fifth thing")})
    site = preview_site(made.path, "")
    site.plugin["data_dir"] = "plans"
    site.configure().rename(made.path / "other.yml")
    code, said, told = _preview(made.path, "--base", "main", "--config-file", "other.yml", "plans")
    assert (code, told) == (0, "")
    assert "1 new, 0 changed, 0 removed." in said


def test_mistakes_are_named_everywhere_and_what_can_be_read_is_shown(topic: ScratchRepository) -> None:
    topic.write({"enhancements/fourth.yml": "id: fourth\n"})
    code, said, told = _preview(topic.path)
    assert code == 0
    assert said.splitlines()[0].endswith("1 new, 0 changed, 1 removed.")
    out = topic.path / "roadmap-preview"
    changes, comment = out / "site" / "roadmap" / "changes.html", out / "comment.md"
    for text in (told, changes.read_text(encoding="utf-8"), comment.read_text(encoding="utf-8").replace("&#45;", "-")):
        assert "roadmap-data/enhancements/fourth.yml" in text
        assert "RM302" in text
    assert "1 file with mistakes</strong>, shown here as they were." in (out / "site" / "index.html").read_text(encoding="utf-8")


def test_where_nothing_can_be_read_nothing_is_written(topic: ScratchRepository) -> None:
    topic.write({"roadmap.yml": "title: [\n"})
    topic.record()
    topic.git("branch", "--force", "main", "HEAD")
    code, said, told = _preview(topic.path)
    assert (code, said) == (1, "")
    assert "roadmap-data/roadmap.yml" in told
    assert not (topic.path / "roadmap-preview").exists()


@pytest.mark.parametrize("ref", ["no-such-branch", "--all", "main..topic", ""])
def test_a_base_that_is_no_commit_is_said_in_a_line(ref: str, topic: ScratchRepository) -> None:
    code, said, told = _preview(topic.path, f"--base={ref}")
    assert (code, said) == (2, "")
    assert len(told.splitlines()) == 1
    assert not (topic.path / "roadmap-preview").exists()


def test_a_shallow_clone_says_how_to_fetch_the_rest(topic: ScratchRepository, tmp_path: Path) -> None:
    clone = topic.clone(tmp_path / "clone", depth=1)
    code, _, told = _preview(clone.path)
    assert code == 2
    assert "fetch-depth: 0" in told


def test_a_folder_of_somebody_else_s_is_never_replaced(topic: ScratchRepository) -> None:
    mine = topic.path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years", encoding="utf-8")
    code, _, told = _preview(topic.path, "--base", "main", "--out", "mine")
    assert code == 2
    assert "holds something else than an earlier preview" in told
    assert list(contents(mine)) == ["thesis.txt"]


def test_a_preview_never_goes_into_the_roadmap_folder(topic: ScratchRepository) -> None:
    assert _preview(topic.path, "--base", "main", "--out", "roadmap-data/preview")[0] == 2
    assert not (topic.data / "preview").exists()


def test_a_site_that_can_not_be_built_leaves_the_last_preview_and_tells_the_end_of_what_was_said(topic: ScratchRepository) -> None:
    assert _preview(topic.path)[0] == 0
    before = contents(topic.path / "roadmap-preview")
    broken = "def on_config(config):\n    print('x' * 100_000)\n    raise RuntimeError('the hook\\x1b[31m broke')\n"
    (topic.path / "hook.py").write_text(broken, encoding="utf-8")
    site = preview_site(topic.path, "")
    site.settings["hooks"] = ["hook.py"]
    site.configure()
    code, _, told = _preview(topic.path)
    assert code == 2
    assert "the site can not be built: mkdocs ended with 1" in told
    assert "the hook" in told
    assert "\x1b" not in told
    assert len(told) < 10_000
    assert contents(topic.path / "roadmap-preview") == before


def test_a_site_without_the_plugin_is_no_preview(topic: ScratchRepository) -> None:
    (topic.path / "mkdocs.yml").write_text("site_name: Site\n", encoding="utf-8")
    code, _, told = _preview(topic.path)
    assert code == 2
    assert "add the plugin ‘enhancement-roadmap’ to mkdocs.yml" in told


def test_a_module_in_the_folder_is_not_taken_for_mkdocs(topic: ScratchRepository) -> None:
    (topic.path / "mkdocs.py").write_text("raise SystemExit('not this one')\n", encoding="utf-8")
    assert _preview(topic.path, run=roadmap_process)[0] == 0, sys.version
