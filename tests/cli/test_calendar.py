"""``roadmap calendar`` writes the reviews for a planner's calendar."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from icalendar import Calendar

from enhancement_roadmap.cli import main
from support.command import roadmap, roadmap_process
from support.plain_plan import PLAN, make_folder

PLANNED = {**PLAN, "governance.yml": "reviews: [{id: monthly, title: Monthly, cadence: monthly, task: Look, last_held: 2025-06}]\n"}


def test_the_file_is_the_same_as_what_is_printed(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLANNED)
    out = tmp_path / "reviews.ics"
    assert CliRunner().invoke(main, ["calendar", str(folder), "--today", "2025-07-01", "--out", str(out)]).exit_code == 0
    printed = roadmap_process("calendar", folder, "--today", "2025-07-01")
    assert out.read_bytes().count(b"\r\n") == out.read_bytes().count(b"\n")
    assert printed.stdout.split() == out.read_text(encoding="utf-8").split()
    (event,) = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "Monthly: Security roadmap"


def test_without_any_review_it_says_what_to_add_and_writes_nothing(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", PLAN)
    ran = roadmap("calendar", folder, "--out", tmp_path / "reviews.ics")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Add ‘reviews’ to governance.yml" in ran.stderr
    assert not (tmp_path / "reviews.ics").exists()
