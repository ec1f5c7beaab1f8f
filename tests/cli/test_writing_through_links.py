"""No command writes through a link out of the folder it stands in: a branch could bring one."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from enhancement_roadmap.cli import main
from support.calls import PLAN_FILE
from support.command import roadmap, roadmap_process
from support.folder import contents
from support.previews import branch

DAY = ("--today", "2026-11-24")
FILES: Mapping[str, tuple[str, ...]] = {
    "document": ("document", *DAY),
    "calendar": ("calendar", *DAY),
    "changelog": ("changelog", *DAY),
    "diff": ("diff", "main", *DAY),
    "export": ("export", "reviews.ics", *DAY),
    "schedule": ("schedule", *DAY),
}
FOLDERS: Mapping[str, tuple[str, ...]] = {
    "build": ("build", "--no-history", *DAY),
    "ci": ("ci", "github", "--force"),
    "import": ("import", "plan.md"),
    "preview": ("preview", "--base", "main", *DAY),
    "schema": ("schema",),
}
TEAM = "teams: [{title: Platform, people: 2}]\n"
REVIEW = "reviews: [{id: monthly, title: Monthly, cadence: monthly, task: Look, last_held: 2026-11-01}]\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository on a branch, with a change, a review and a team."""
    made = branch(tmp_path_factory.mktemp("links") / "work")
    made.commit({"governance.yml": REVIEW, "plan.yml": TEAM})
    (made.path / "plan.md").write_text(PLAN_FILE, encoding="utf-8")
    return made.path


@pytest.fixture
def work(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout, which is the current folder, with a folder ``docs``; beside it one with a file of value."""
    shutil.copytree(repository, tmp_path / "work")
    (tmp_path / "work" / "docs").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "victim").write_bytes(b"mine")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def outside(work: Path) -> dict[str, bytes]:
    folder = work.parent / "outside"
    assert [entry.name for entry in folder.iterdir()] == ["victim"]
    return contents(folder)


def names(work: Path) -> list[str]:
    """Everything in a checkout but git's own."""
    return sorted(path.relative_to(work).as_posix() for path in work.rglob("*") if ".git" not in path.relative_to(work).parts)


def test_every_command_that_writes_is_tried() -> None:
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    writing = {name for name, command in commands.items() if command and any("--out" in option.opts for option in command.params)}
    assert writing == {*FILES, *FOLDERS}


@pytest.mark.parametrize("command", [*FILES, *FOLDERS])
@pytest.mark.parametrize(
    ("target", "out"),
    [
        ("../../outside/{end}", "docs/link"),
        ("../../outside/new", "docs/link"),
        ("../../outside", "docs/link/new"),
        ("../../outside", "docs/link/new/more"),
    ],
    ids=["to what is there", "to what is not there", "above", "further above"],
)
def test_a_link_that_leads_away_is_said_and_nothing_is_written(command: str, target: str, out: str, work: Path) -> None:
    (work / "docs" / "link").symlink_to(target.format(end="victim" if command in FILES else ""))
    before = names(work)
    ran = roadmap(*{**FILES, **FOLDERS}[command], "--out", out)
    assert "‘docs/link’ is a symbolic link out of its folder, to ‘" in ran.stderr
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert outside(work) == {"victim": b"mine"}
    assert names(work) == before


@pytest.mark.parametrize("command", FILES)
def test_a_link_in_its_folder_is_followed(command: str, work: Path) -> None:
    link = work / "docs" / "link"
    link.symlink_to("made")
    ran = roadmap(*FILES[command], "--out", "docs/link")
    assert (ran.returncode, ran.stderr, link.is_symlink()) == (0, "", True)
    assert (work / "docs" / "made").stat().st_size > 100


@pytest.mark.parametrize("command", FOLDERS)
def test_a_folder_may_be_a_link_to_one_beside_it(command: str, work: Path) -> None:
    (work / "docs" / "link").symlink_to("made")
    assert roadmap(*FOLDERS[command], "--out", "docs/link").returncode == 0
    assert contents(work / "docs" / "made")


@pytest.mark.parametrize(
    ("command", "link", "target"),
    [
        ("ci", ".github", "../../outside"),
        ("ci", ".github/workflows", "../../../outside"),
        ("ci", ".github/workflows/roadmap-publish.yml", "../../../../outside/victim"),
        ("schema", "enhancement.schema.json", "../../outside/victim"),
        ("schema", "roadmap.schema.json", "../../outside/new"),
    ],
)
def test_a_link_inside_the_folder_is_said_before_anything_is_written(command: str, link: str, target: str, work: Path) -> None:
    place = work / "docs" / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)
    before = names(work)
    for force in (True, False):
        arguments = [word for word in FOLDERS[command] if force or word != "--force"]
        ran = roadmap(*arguments, "--out", "docs")
        assert f"‘docs/{link}’ is a symbolic link out of its folder" in ran.stderr
        assert (ran.returncode, ran.stdout) == (2, "")
    assert outside(work) == {"victim": b"mine"}
    assert names(work) == before


def test_a_link_in_an_earlier_preview_goes_with_it(work: Path) -> None:
    (work / "docs" / "preview").mkdir()
    (work / "docs" / "preview" / "site").symlink_to("../../../outside")
    (work / "docs" / "preview" / "comment.md").symlink_to("../../../outside/victim")
    assert roadmap(*FOLDERS["preview"], "--out", "docs/preview").returncode == 0
    assert not any(path.is_symlink() for path in (work / "docs").rglob("*"))
    assert outside(work) == {"victim": b"mine"}


@pytest.mark.parametrize("arguments", [("add", "users", "5"), ("event", "launch")])
@pytest.mark.parametrize("link", ["roadmap-data", "roadmap-data/metrics.yml"])
def test_data_are_not_changed_through_a_link_either(link: str, arguments: tuple[str, ...], work: Path) -> None:
    metrics = "metrics: [{id: users, title: users}]\nevents: [{id: launch, title: Launch}]\n"
    (work / "roadmap-data" / "metrics.yml").write_text(metrics, encoding="utf-8")
    moved = work.parent / "moved"
    (work / link).rename(moved)
    (work / link).symlink_to(moved)
    before = contents(moved) if moved.is_dir() else moved.read_bytes()
    ran = roadmap("metric", *arguments)
    assert ("RM103" if link.endswith(".yml") else "‘roadmap-data’ is a symbolic link out of its folder") in ran.stderr
    assert ran.returncode == (1 if link.endswith(".yml") else 2)
    assert before == (contents(moved) if moved.is_dir() else moved.read_bytes())


@pytest.mark.parametrize("path", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_may_be_named(path: str, work: Path) -> None:
    if not Path(path).exists():
        pytest.skip("the system has no such name")
    named = roadmap_process(*FILES["document"], "--out", path, cwd=work)
    printed = roadmap_process(*FILES["document"], cwd=work)
    assert (named.returncode, named.stderr, named.stdout) == (0, "", printed.stdout)


def test_a_file_that_the_shell_appends_to_keeps_what_it_had(work: Path) -> None:
    log = work / "log.md"
    log.write_text("before\n", encoding="utf-8")
    redirected = ("sh", "-c", 'exec "$@" >>log.md', "sh")
    assert roadmap_process(*FILES["document"], "--out", "/dev/stdout", cwd=work, under=redirected).returncode == 0
    assert log.read_text(encoding="utf-8").startswith("before\n# ")


def test_a_device_and_a_pipe_are_written_to(work: Path) -> None:
    assert roadmap(*FILES["document"], "--out", os.devnull).returncode == 0
    pipe = work / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert roadmap(*FILES["document"], "--out", pipe).returncode == 0
    reader.join(timeout=60)
    assert read[0].startswith(b"# ")
    assert pipe.is_fifo()
