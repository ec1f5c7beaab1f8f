"""``roadmap schedule``: when each enhancement will be done, for people and programs, and what would move it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from support.command import roadmap, roadmap_process
from support.plain_plan import make_folder

DAY = ("--today", "2027-01-04")
FILES = {
    "roadmap.yml": "title: Plan\n",
    "plan.yml": "teams:\n  - Platform, 1 person\nphases:\n  - {title: First, to: 2027-01-15, enhancements: [keys, search]}\n",
    "enhancements/01-keys.yml": "title: Keys\nscope: {timeline: 5-7 days}\n",
    "enhancements/02-search.yml": "title: Search\ndue: 2027-01-20\nscope: {timeline: 4 days, depends_on: [keys]}\n",
    "enhancements/03-later.yml": "title: Later\ntrigger: Some day\nscope: {timeline: 4 days}\n",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_folder(tmp_path, FILES)


def test_it_tells_the_expected_day_and_its_range_first(data: Path) -> None:
    ran = roadmap("schedule", data, *DAY)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("2 enhancements are expected to be done by 15 January 2027, with 85 % by 18 January 2027.\n")
    assert "1. Keys    4 January 2027   11 January 2027  12 January 2027" in ran.stdout
    assert "2. Search  12 January 2027  15 January 2027  18 January 2027  20 January 2027  almost always  100 %\n" in ran.stdout
    assert "No date (1)\n  3. Later: nobody can say when its trigger fires.\n" in ran.stdout
    (phase,) = [line for line in ran.stdout.splitlines() if line.startswith("  First: ")]
    assert phase.startswith("  First: done 15 January 2027, with 85 % by 18 January 2027; due 15 January 2027, in time in 50 of")
    assert "What moves the end most\n  How long Keys takes: " in ran.stdout


def test_csv_has_a_row_for_each_that_is_not_done(data: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(roadmap("schedule", data, "--format", "csv", *DAY).stdout.removeprefix("\ufeff"))))
    assert [row["Id"] for row in rows] == ["keys", "search", "later"]
    assert (rows[0]["Begins"], rows[0]["Expected done"], rows[0]["Done with 85 %"]) == ("2027-01-04", "2027-01-11", "2027-01-12")
    assert rows[2]["Why no date"] == "nobody can say when its trigger fires"


def test_json_says_the_same_and_roadmap_json_too(data: Path) -> None:
    found = json.loads(roadmap("schedule", data, "--format", "json", *DAY).stdout)
    assert (found["end"]["likely"], found["end"]["late"]) == ("2027-01-15", "2027-01-18")
    keys = found["enhancements"][0]["expected"]
    assert (keys["state"], keys["criticality"], keys["slack"]) == ("planned", 1, 0)
    whole = json.loads(roadmap("export", "roadmap.json", data, *DAY).stdout)
    assert whole["enhancements"][0]["facts"]["expected"] == keys
    assert whole["facts"]["schedule"]["phases"] == found["phases"]


def test_what_is_supposed_moves_dates(data: Path) -> None:
    ran = roadmap("schedule", data, "--set", "estimate.keys=10 days", "--set", "capacity.platform=2", *DAY)
    assert "Would move (2)\n  1. Keys    11 January 2027, with 85 % by 12 January 2027  →  15 January 2027\n" in ran.stdout
    found = json.loads(roadmap("schedule", data, "--set", "not-before.keys=2027-02", "--format", "json", *DAY).stdout)
    assert found["supposed"] == ["not-before.keys=2027-02"]
    assert found["moved"][0] == {"id": "keys", "before": ["2027-01-11", "2027-01-12"], "after": ["2027-02-08", "2027-02-09"]}
    unmoved = roadmap("schedule", data, "--set", "due.keys=2027-12", *DAY).stdout
    assert "Would move (0)\n  No date would be another.\n" in unmoved


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("capacity.platfrom=2", "there is no team ‘platfrom’. Did you mean ‘platform’?"),
        ("capacity.platform=many", "capacity is a number of people as 2 or 2.5, or +1 for one more, not ‘many’"),
        ("capacity.platform=-3", "so many people are not in platform"),
        ("estimate.keys=soon", "an estimate is a range with its unit as ‘3-5 sprints’, not ‘soon’"),
        ("due.keys=soon", "due is a day as 2027-06-30, or a month, not ‘soon’"),
    ],
)
def test_a_setting_that_does_not_fit_is_named(data: Path, setting: str, words: str) -> None:
    ran = roadmap("schedule", data, "--set", setting)
    assert (ran.returncode, words in ran.stderr) == (2, True), ran.stderr


def test_without_a_team_there_are_no_dates(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**FILES, "plan.yml": "phases: []\n"})
    for form in ("text", "json", "csv"):
        ran = roadmap("schedule", folder, "--format", form)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "plan.yml has no team, and so there are no dates. Add ‘teams’ to it" in ran.stderr


def test_the_calendar_has_the_milestones(data: Path) -> None:
    written = roadmap("calendar", data, *DAY).stdout
    assert "SUMMARY:First: to be done" in written
    assert "SUMMARY:First: done with 85 %" in written
    assert "DTSTART;VALUE=DATE:20270118" in written


@pytest.mark.parametrize("command", [("check",), ("build", "--out", "written"), ("document",)])
def test_a_plan_without_teams_pays_nothing_for_dates(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = make_folder(tmp_path / "data", {**FILES, "plan.yml": "phases: []\n"})
    ran = roadmap_process(command[0], folder, *_under(tmp_path, command[1:]), *DAY, PYTHONPROFILEIMPORTTIME="1")
    assert ran.returncode == 0
    imported = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "enhancement_roadmap" in imported
    assert imported.isdisjoint({"numpy", "holidays", "enhancement_roadmap.analysis.schedule.schedule"})


def _under(folder: Path, options: tuple[str, ...]) -> list[str]:
    """Options of a command, in which a name without hyphens is that of a folder below another."""
    return [option if option.startswith("-") else str(folder / option) for option in options]
