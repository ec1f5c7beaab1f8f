"""The folder is as ordered, and nobody's work is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.hosts.folder import changes
from enhancement_roadmap.hosts.folder.manifest import MANIFEST, Manifest, digest_of
from support.folder import build, contents, errors, snapshot
from support.roadmaps import enhancement


@pytest.fixture
def out(tmp_path: Path, data: Path) -> Path:
    """A folder that was written once."""
    folder = tmp_path / "docs" / "roadmap"
    ran = build(data, folder)
    assert (ran.exit_code, ran.stderr) == (0, "")
    return folder


def untouched(out: Path, before: dict[str, tuple[bytes, int]]) -> bool:
    return snapshot(out) == before


def test_a_second_run_touches_nothing(data: Path, out: Path) -> None:
    before = snapshot(out)
    ran = build(data, out)
    assert ran.stdout.splitlines(keepends=True)[-1] == f"{len(before) - 1} files in {out}: nothing has changed.\n"
    assert untouched(out, before)


def test_two_folders_are_alike(data: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "roadmap"
    build(data, other)
    assert contents(other) == contents(out)


def test_only_what_changes_is_written(data: Path, out: Path) -> None:
    before = snapshot(out)
    (data / "enhancements" / "third.yml").write_text(enhancement("third", 3, "Third thing"), encoding="utf-8")
    assert build(data, out).exit_code == 0
    after = snapshot(out)
    assert set(after) - set(before) == {"enhancements/third.md"}
    assert after["enhancements/first.md"] == before["enhancements/first.md"]
    assert after["index.md"] != before["index.md"]


def test_what_is_no_longer_made_is_removed_and_nothing_else(data: Path, out: Path) -> None:
    (out / "enhancements" / "notes.md").write_text("mine")
    (out / "mine").mkdir()
    (data / "enhancements" / "second.yml").unlink()
    ran = build(data, out)
    assert ran.stdout.endswith(" changed, 1 removed.\n")
    assert sorted(path.name for path in (out / "enhancements").iterdir()) == ["first.md", "notes.md"]
    assert (out / "mine").is_dir()


def test_a_folder_that_is_left_empty_is_removed(data: Path, out: Path) -> None:
    for file in (data / "enhancements").iterdir():
        file.unlink()
    assert build(data, out).exit_code == 0
    assert not (out / "enhancements").exists()


def test_an_edited_file_and_a_foreign_one_stop_everything_and_all_are_named(data: Path, tmp_path: Path, out: Path) -> None:
    (out / "checklists.md").write_text("edited")
    (out / "enhancements" / "second.md").write_text("edited too")
    (data / "enhancements" / "second.yml").unlink()
    (data / "enhancements" / "third.yml").write_text(enhancement("third", 3, "Third thing"), encoding="utf-8")
    (out / "enhancements" / "third.md").write_text("somebody else's")
    before = snapshot(out)
    ran = build(data, out)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert errors(ran) == [
        f"{out}/checklists.md: error RM603: this file was edited since it was written, and would be overwritten",
        f"{out}/enhancements/third.md: error RM601: the roadmap generates this file, but somebody else’s is here",
        f"{out}/enhancements/second.md: error RM603: this file is no longer made, but was edited since it was written",
    ]
    assert ran.stderr.count("--force") == 3
    assert untouched(out, before)

    forced = build(data, out, "--force")
    assert forced.exit_code == 0
    fresh = tmp_path / "fresh" / "roadmap"
    build(data, fresh)
    assert contents(out) == contents(fresh)


def test_a_file_that_was_removed_by_hand_comes_back(data: Path, out: Path) -> None:
    (out / "checklists.md").unlink()
    assert build(data, out).stdout.endswith(": 1 new.\n")


def test_a_file_that_already_says_the_same_is_taken_over(data: Path, out: Path) -> None:
    (out / MANIFEST).unlink()
    assert build(data, out).exit_code == 0
    (data / "enhancements" / "second.yml").unlink()
    assert build(data, out).exit_code == 0
    assert not (out / "enhancements" / "second.md").exists()


def test_a_run_that_was_cut_short_is_taken_up_again(data: Path, out: Path) -> None:
    before = json.loads((out / MANIFEST).read_text(encoding="utf-8"))["files"]
    cut_short = Manifest(before, {**before, "checklists.md": digest_of(b"half way"), "gone.md": digest_of(b"written")})
    (out / MANIFEST).write_text(cut_short.text(), encoding="utf-8")
    (out / "checklists.md").write_bytes(b"half way")
    (out / "gone.md").write_bytes(b"written")
    assert build(data, out).stdout.endswith(": 1 changed, 1 removed.\n")
    assert "pending" not in json.loads((out / MANIFEST).read_text(encoding="utf-8"))


def test_nothing_half_written_is_left(out: Path) -> None:
    assert list(out.rglob("*.tmp")) == []
    assert json.loads((out / MANIFEST).read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_no_link_leads_out_of_the_folder(data: Path, tmp_path: Path, force: list[str]) -> None:
    outside, out = tmp_path / "outside", tmp_path / "docs" / "roadmap"
    outside.mkdir()
    out.mkdir(parents=True)
    victim = outside / "victim.md"
    victim.write_text("mine")
    (out / "enhancements").symlink_to(outside)
    (out / "checklists.md").symlink_to(victim)
    (out / "decisions.md").mkdir()
    ran = build(data, out, *force)
    assert ran.exit_code == 1
    assert [line.removeprefix(f"{out}/") for line in errors(ran)] == [
        "checklists.md: error RM601: the roadmap generates this file, but a symbolic link is here",
        "decisions.md: error RM601: the roadmap generates this file, but a folder is here",
        "enhancements/first.md: error RM601: the roadmap generates this file, but ‘enhancements’ is a symbolic link and no folder",
        "enhancements/second.md: error RM601: the roadmap generates this file, but ‘enhancements’ is a symbolic link and no folder",
    ]
    assert [path.name for path in outside.iterdir()] == ["victim.md"]
    assert victim.read_text() == "mine"


@pytest.mark.parametrize("target", ["outside", "elsewhere"])
def test_the_folder_itself_is_not_reached_through_a_link_that_leads_away(data: Path, tmp_path: Path, target: str) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "roadmap").symlink_to(f"../{target}")
    for out in (tmp_path / "docs" / "roadmap", tmp_path / "docs" / "roadmap" / "pages"):
        ran = build(data, out, "--root", tmp_path)
        assert f"‘{tmp_path / 'docs' / 'roadmap'}’ is a symbolic link out of its folder, to ‘{tmp_path / target}’" in ran.stderr
        assert (ran.exit_code, ran.stdout) == (2, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "outside", "roadmap-data"]
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_link_that_is_put_there_after_the_look_is_seen_too(data: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = out.parent.parent / "outside"
    outside.mkdir()
    (outside / "first.md").write_text("mine", encoding="utf-8")
    (data / "enhancements" / "second.yml").unlink()
    compared = changes.compare

    def compare(*arguments: Any, **options: Any) -> changes.Changes:
        found = compared(*arguments, **options)
        (out / "enhancements").rename(out / "moved")
        (out / "enhancements").symlink_to(outside)
        (outside / "second.md").write_text("mine", encoding="utf-8")
        return found

    monkeypatch.setattr("enhancement_roadmap.hosts.folder.build.compare", compare)
    ran = build(data, out, "--force")
    assert f"‘{out / 'enhancements'}’ is a symbolic link out of its folder" in ran.stderr
    assert ran.exit_code == 2
    assert {path.name: path.read_text(encoding="utf-8") for path in outside.iterdir()} == {"first.md": "mine", "second.md": "mine"}


def test_a_left_over_file_behind_a_link_stays(data: Path, tmp_path: Path, out: Path) -> None:
    moved = tmp_path / "moved"
    (out / "enhancements").rename(moved)
    (out / "enhancements").symlink_to(moved)
    for file in (data / "enhancements").iterdir():
        file.unlink()
    assert build(data, out, "--force").exit_code == 0
    assert sorted(path.name for path in moved.iterdir()) == ["first.md", "second.md"]


@pytest.mark.parametrize(
    "path", ["../victim.md", "/victim.md", "a/../../victim.md", "./index.md", "a//b", "", "C:victim.md", "a\\b", "a\0b"]
)
def test_a_list_that_leads_out_of_the_folder_is_refused(data: Path, out: Path, path: str) -> None:
    victim = out.parent / "victim.md"
    victim.write_text("mine")
    manifest = {"version": 1, "files": {path: digest_of(b"mine")}}
    (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    ran = build(data, out, "--force")
    assert ran.exit_code == 2
    assert "is damaged" in ran.stderr
    assert victim.read_text() == "mine"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 2, "files": {}}', '{"version": 1}', '{"version": 1, "files": {"a": 1}}', "[" * 9999]
)
def test_a_damaged_list_is_no_reason_to_guess(data: Path, out: Path, text: str) -> None:
    (out / MANIFEST).write_text(text, encoding="utf-8")
    before = snapshot(out)
    ran = build(data, out)
    assert ran.exit_code == 2
    assert "Remove it, and repeat with --force" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert untouched(out, before)


@pytest.mark.parametrize("inside", ["", "enhancements", "site/roadmap"])
def test_the_data_is_never_written_to(data: Path, inside: str) -> None:
    before = snapshot(data)
    ran = build(data, data / inside)
    assert ran.exit_code == 2
    assert "is in the roadmap folder" in ran.stderr
    assert untouched(data, before)


def test_the_data_is_not_reached_by_another_name(data: Path, tmp_path: Path) -> None:
    alias = tmp_path / "alias"
    alias.symlink_to(data)
    assert build(data, alias / "site").exit_code == 2
    assert not (data / "site").exists()


def test_the_folder_itself_may_be_a_link(data: Path, tmp_path: Path, out: Path) -> None:
    alias = tmp_path / "alias"
    alias.symlink_to(out)
    assert build(data, alias).stdout.endswith(": nothing has changed.\n")


def test_a_folder_that_can_not_be_written_is_said_in_one_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for out in (tmp_path / "file", tmp_path / "file" / "roadmap"):
        ran = build(data, out)
        assert ran.exit_code == 2
        assert "Traceback" not in ran.stderr
