"""``roadmap metric`` adds lines to metrics.yml, and touches nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from enhancement_roadmap.cli import main
from support.command import roadmap
from support.forked import as_a_user, forked
from support.plain_plan import PLAN, make_folder

METRICS = """\
# what triggers are held against
metrics:
  - id: daily-users
    title: daily users
    readings:
      - {on: 2026-07, value: 410, example: true}   # made up
  - {id: errors, title: errors, unit: "%", readings: [{on: 2026-11-23, value: 1.50, source: the monitor}]}
  - {id: calls, title: calls}

events:
  - {id: launch, title: The launch}
  - {id: audit, title: The audit, happened_on: 2027-01}
"""
NEW = "      - {on: 2026-11-24, value: 1200, source: 'CI: run 7'}\n"
TABLE = "metric,on,value\ndaily_users,2026-11-23,5\nerrors,2026-11-23,1.5\ndaily_users,2026-11-24,6\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    make_folder(tmp_path / "roadmap-data", {**PLAN, "metrics.yml": METRICS})
    return tmp_path


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["metric", *arguments], input=given)


def metrics() -> str:
    return Path("roadmap-data/metrics.yml").read_bytes().decode()


def test_a_reading_is_one_line_more() -> None:
    ran = run("add", "daily_users", "1200", "--source", "CI: run 7")
    assert (ran.output, ran.exit_code) == ("roadmap-data/metrics.yml: daily-users is 1200 on 24 November 2026.\n", 0)
    line = "      - {on: 2026-07, value: 410, example: true}   # made up\n"
    assert metrics() == METRICS.replace(line, line + NEW)
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_a_job_may_run_twice(here: Path) -> None:
    for said in ("is 1200 on 24 November 2026.", "is 1200 on 24 November 2026 already, nothing to add."):
        ran = roadmap("metric", "add", "daily_users", "1200", "--source", "CI: run 7", cwd=here, SOURCE_DATE_EPOCH="1795478400")
        assert (ran.stdout, ran.stderr, ran.returncode) == (f"roadmap-data/metrics.yml: daily-users {said}\n", "", 0)
    assert metrics().count(NEW) == 1


def test_options_say_the_date_and_that_a_reading_is_made_up() -> None:
    assert run("add", "calls", "roadmap-data", "--on", "2026-11", "--example", "--", "-5").exit_code == 2
    ran = run("add", "--on", "2026-11", "--example", "calls", "--", "-5", "roadmap-data")
    assert (ran.output, ran.exit_code) == ("roadmap-data/metrics.yml: calls is -5 on November 2026.\n", 0)
    assert "{id: calls, title: calls, readings: [{on: 2026-11, value: -5, example: true}]}" in metrics()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "calls", "1,200"], "‘1,200’ is not a plain number: write 1200, without separators."),
        (["add", "calls", "nan"], "‘nan’ is not a plain number: write digits alone, such as 1200 or 0.5."),
        (["add", "calls", "1e999"], "‘1e999’ is not a plain number"),
        (["add", "calls", "1", "--on", "yesterday"], "‘yesterday’ is not a date: write it as 2026-11-24 or 2026-11."),
        (["add", "calls", "1", "--source", "a\x1bb"], "the source has characters that can not be shown"),
        (["add", "call", "1"], "metrics.yml: there is no metric ‘call’. Did you mean ‘calls’? Valid: daily-users, errors, calls."),
        (["add", "launch", "1"], "‘launch’ is an event, and no metric."),
        (["event", "calls"], "‘calls’ is a metric, and no event."),
        (["event", "audit"], "the event ‘audit’ has ‘happened_on: 2027-01’ already. Use --replace to write 2026-11-24 in its place."),
        (["add", "calls", "1", "nowhere"], "nowhere: there is no such folder"),
        (["import", "nowhere.csv"], "nowhere.csv can not be read: No such file or directory"),
    ],
)
def test_what_can_not_be_added_is_said_and_nothing_changes(arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert said in ran.stderr
    assert (ran.stdout, ran.exit_code) == ("", 2)
    assert metrics() == METRICS


def test_an_event_gets_its_day() -> None:
    assert run("event", "launch").output == "roadmap-data/metrics.yml: launch, 24 November 2026.\n"
    assert (
        run("event", "launch", "--on", "2026-11-24").output
        == "roadmap-data/metrics.yml: launch, 24 November 2026 already, nothing to add.\n"
    )
    assert run("event", "audit", "--on", "2026-12", "--replace").exit_code == 0
    with_launch = METRICS.replace("title: The launch}", "title: The launch, happened_on: 2026-11-24}")
    assert metrics() == with_launch.replace("2027-01", "2026-12")


@pytest.mark.parametrize("form", ["a file", "standard input"])
def test_a_table_is_taken_whole(form: str) -> None:
    Path("new.csv").write_text(TABLE, encoding="utf-8")
    ran = run("import", "new.csv") if form == "a file" else run("import", "-", given=TABLE)
    assert (ran.output, ran.exit_code) == ("roadmap-data/metrics.yml: 2 added, 1 there already.\n", 0)
    lines = "      - {on: 2026-11-23, value: 5}\n      - {on: 2026-11-24, value: 6}\n"
    assert metrics() == METRICS.replace("   # made up\n", "   # made up\n" + lines)


def test_of_a_table_with_mistakes_nothing_is_taken() -> None:
    ran = run("import", "-", given=TABLE + "call,2026-11-31,1\nlaunch,2026-11,x\x1b\n")
    assert ran.stderr.splitlines() == [
        "standard input:5: there is no metric ‘call’. Did you mean ‘calls’? Valid: daily-users, errors, calls.",
        "standard input:5: ‘2026-11-31’ is not a day of the calendar: write it as 2026-11-24 or 2026-11",
        "standard input:6: ‘launch’ is an event, and no metric.",
        r"standard input:6: ‘x\x1b’ is not a plain number: write digits alone, such as 1200 or 0.5",
    ]
    assert (ran.stdout, ran.exit_code, metrics()) == ("", 1, METRICS)


def test_a_file_with_mistakes_is_not_edited_and_those_of_other_files_do_not_matter() -> None:
    make_folder(Path("roadmap-data"), {"plan.yml": "quarter: []\n"})
    assert run("add", "calls", "1").exit_code == 0
    bad = METRICS.replace("title: calls", "titel: calls")
    make_folder(Path("roadmap-data"), {"metrics.yml": bad})
    ran = run("add", "calls", "1")
    assert "roadmap-data/metrics.yml:8:17: error RM301: ‘titel’ is not a key in metrics[3]" in ran.stderr
    assert "plan.yml" not in ran.stderr
    assert (ran.stdout, ran.exit_code, metrics()) == ("", 1, bad)


def test_a_list_without_a_value_is_mended_by_its_first_reading() -> None:
    make_folder(Path("roadmap-data"), {"metrics.yml": METRICS.replace("title: calls}", "title: calls, readings: }")})
    assert run("add", "calls", "1").exit_code == 0
    assert "{id: calls, title: calls, readings: [{on: 2026-11-24, value: 1}]}" in metrics()
    bad = METRICS.replace("title: The launch", "title: ")
    make_folder(Path("roadmap-data"), {"metrics.yml": bad})
    ran = run("add", "calls", "1")
    assert "error RM305: events[1].title has no value" in ran.stderr
    assert (ran.exit_code, metrics()) == (1, bad)


def test_without_the_file_its_first_lines_are_shown() -> None:
    Path("roadmap-data/metrics.yml").unlink()
    ran = run("add", "calls", "1")
    assert ran.exit_code == 2
    shown, _, last = ran.stderr.rstrip("\n").rpartition("\n")
    assert last == "roadmap: could not run: there is no file roadmap-data/metrics.yml"
    make_folder(Path("roadmap-data"), {"metrics.yml": shown.partition("\n\n")[2]})
    assert run("add", "daily-active-users", "1").exit_code == 0


def test_a_link_out_of_the_folder_is_not_followed(here: Path) -> None:
    data = here / "roadmap-data" / "metrics.yml"
    data.rename(here / "elsewhere.yml")
    data.symlink_to(here / "elsewhere.yml")
    ran = run("add", "calls", "1")
    assert "error RM103: this is a symbolic link out of the folder" in ran.stderr
    assert (ran.exit_code, metrics()) == (1, METRICS)


def test_a_link_inside_the_folder_stays_a_link(here: Path) -> None:
    data = here / "roadmap-data" / "metrics.yml"
    data.rename(data.with_name("metrics.txt"))
    data.symlink_to("metrics.txt")
    assert run("add", "calls", "1").exit_code == 0
    assert data.is_symlink()
    assert "value: 1}" in data.with_name("metrics.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_the_file_keeps_its_permissions(here: Path) -> None:
    data = here / "roadmap-data" / "metrics.yml"
    data.chmod(0o640)
    assert run("add", "calls", "1").exit_code == 0
    assert data.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_folder_that_can_not_be_written_says_so(here: Path) -> None:
    (here / "roadmap-data").chmod(0o555)
    ran = forked(["metric", "add", "calls", "1"], here, as_a_user)
    (here / "roadmap-data").chmod(0o755)
    assert "roadmap-data/metrics.yml can not be written: Permission denied" in ran.stderr
    assert (ran.returncode, metrics()) == (2, METRICS)


def test_the_list_tells_what_is_known() -> None:
    assert run("list").output.splitlines() == [
        "daily-users  410       July 2026 (116 days old), out of date: read it anew at least every 92 days, an example",
        "errors       1.5 %     23 November 2026 (1 day old), from the monitor",
        "calls        –         no reading yet: roadmap metric add calls VALUE",
        "launch       not yet",
        "audit        expected  January 2027",
    ]


def test_a_list_of_nothing_says_what_to_do() -> None:
    make_folder(Path("roadmap-data"), {"metrics.yml": "# nothing yet\n"})
    assert run("list").output == "There are no metrics yet: list them in metrics.yml, each with an id and a title.\n"
