"""``roadmap document`` writes the whole plan, or nothing."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.loading import load
from enhancement_roadmap.outputs.document import document
from support.command import roadmap, roadmap_process
from support.plain_plan import PLAN, make_folder

BAD = {**PLAN, "plan.yml": "quarter: []\nphases:\n"}


def expected(folder: Path) -> str:
    loaded = load(folder)
    assert loaded.roadmap is not None
    return document(Insight(loaded.roadmap, date(2025, 6, 30)))


def test_it_is_printed_or_written_alike(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLAN)
    out = tmp_path / "PLAN.md"
    assert roadmap_process("document", folder, "--today", "2025-06-30").stdout == expected(folder)
    ran = roadmap_process("document", folder, "--out", out, "--today", "2025-06-30")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert out.read_text(encoding="utf-8") == expected(folder)


def test_with_mistakes_all_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "PLAN.md"
    out.write_text("before")
    ran = roadmap("document", make_folder(tmp_path / "data", BAD), "--out", out)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "RM301" in ran.stderr
    assert "RM305" in ran.stderr
    assert out.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["PLAN.md", "data"]


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLAN)
    out, other = tmp_path / "PLAN.md", tmp_path / "other.md"
    out.write_text("before")
    other.hardlink_to(out)
    assert roadmap("document", folder, "--out", out).returncode == 0
    assert other.read_text() == "before", "whoever has the old file open reads the old file to its end"
    assert out.read_text(encoding="utf-8").startswith("# ")
    assert out.stat().st_mode & 0o777 == 0o666 & ~umask()


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLAN)
    make_folder(tmp_path, {"docs/PLAN.md": "before"})
    tmp_path.joinpath("PLAN.md").symlink_to("docs/PLAN.md")
    assert roadmap("document", folder, "--out", tmp_path / "PLAN.md").returncode == 0
    assert tmp_path.joinpath("PLAN.md").is_symlink()
    assert tmp_path.joinpath("docs/PLAN.md").read_text(encoding="utf-8").startswith("# ")


def test_what_can_not_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLAN)
    ran = roadmap("document", folder, "--out", tmp_path / "nowhere" / "PLAN.md")
    assert ran.returncode == 2
    assert ran.stderr == f"roadmap: could not run: {tmp_path}/nowhere/PLAN.md can not be written: No such file or directory\n"


def test_a_device_can_be_written_to(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLAN)
    assert roadmap("document", folder, "--out", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_a_wrong_day_is_a_mistake_of_the_call(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLAN)
    ran = roadmap("document", folder, "--today", "2025-13-01")
    assert ran.returncode == 2
    assert "‘2025-13-01’ is not a day" in ran.stderr
    ran = roadmap("document", folder, SOURCE_DATE_EPOCH="yesterday")
    assert ran.returncode == 2
    assert ran.stderr == "roadmap: could not run: SOURCE_DATE_EPOCH is not a number of seconds since 1970: ‘yesterday’\n"
