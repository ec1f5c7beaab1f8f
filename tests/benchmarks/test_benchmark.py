from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks.facts import facts_of_decisions, facts_of_item, facts_of_page
from benchmarks.fairness import differences
from benchmarks.generate import write_roadmap
from benchmarks.limits import (
    Ratio,
    broken_by_builds,
    broken_by_check,
    broken_by_decide,
    broken_by_history,
    broken_by_reloads,
    broken_by_schedule,
)
from benchmarks.measure import CommandError, Cost, measure, python
from benchmarks.teams import write_dated_roadmap
from enhancement_roadmap.analysis import ACTIONS, Insight, build_day
from enhancement_roadmap.checks import check
from enhancement_roadmap.loading import load
from support.prepared import prepared

DAY = date(2025, 6, 15)
"""The day of every measured build."""
TESTS = Path(__file__).resolve().parents[1]


def ratio(time: float, memory: float = 1.0) -> Ratio:
    return Ratio(Cost(time * 10, time * 10, memory * 100), Cost(10, 10, 100))


WITH_PROGRAMS = """
import sys
real, sys.executable = sys.executable, f"{sys.argv.pop(1)}/python"
from benchmarks import __main__, reload
reload.python = lambda *arguments: [real, *map(str, arguments)]
sys.exit(__main__.main())
"""
"""Runs the benchmark with programs that are prepared, but for the server, whose use of the processor is read while it runs."""


def test_the_whole_benchmark_runs_on_a_small_roadmap() -> None:
    start = python("-c", WITH_PROGRAMS, prepared(), "--smoke")
    done = subprocess.run(start, cwd=TESTS, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [line.split() for line in done.stdout.splitlines() if " : " in line]
    commands = ["check", "decide", "schedule", "history", "again", "history", "again"]
    assert [row[0] for row in rows] == ["build", "same", "without", "save", "a", *commands]


def test_a_generated_roadmap_has_no_mistakes_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_roadmap(tmp_path / name, 30)
    loaded = load(tmp_path / "one")
    assert loaded.findings == ()
    assert loaded.roadmap is not None
    assert len(loaded.roadmap.enhancements) == 30
    insight = Insight(loaded.roadmap, DAY)
    assert check(loaded, insight) == ()
    for file in (tmp_path / "one").rglob("*.yml"):
        assert file.read_bytes() == (tmp_path / "other" / file.relative_to(tmp_path / "one")).read_bytes()


def test_a_generated_roadmap_has_what_a_real_one_has(tmp_path: Path) -> None:
    write_roadmap(tmp_path / "roadmap", 120)
    roadmap = load(tmp_path / "roadmap").roadmap
    assert roadmap is not None
    insight = Insight(roadmap, DAY)
    assert {decision.action for decision in insight.decisions} == set(ACTIONS)
    assert set(insight.stages.values()) == {"proposed", "triggered", "in-progress", "done", "deferred", "cancelled"}
    assert set(insight.trigger_states.values()) == {"fired", "near", "waiting", "unknown"}
    assert any(evaluation.forecast for evaluation in insight.evaluations.values())
    assert any(evaluation.parts for evaluation in insight.evaluations.values())
    assert all(economics and economics.net_value for economics in insight.economics.values())
    assert insight.stale_assessments
    assert any(review.turns for review in insight.reviews)


MEASURES = """
from pathlib import Path
from benchmarks.measure import compare, python
burn = "import time; block = bytearray(150 << 20)\\nwhile time.process_time() < 0.3: pass"
costs = compare({"idle": python("-c", "pass"), "burn": python("-c", burn)}, 1, Path("/dev/null"))
print(costs["idle"].cpu, costs["burn"].cpu, costs["burn"].memory - costs["idle"].memory)
"""


def test_a_cost_is_that_of_the_child() -> None:
    # Measured from a small process, as the benchmark does: a child starts with the peak of its parent.
    done = subprocess.run(python("-c", MEASURES), cwd=TESTS, capture_output=True, text=True, check=True, timeout=60)
    idle, burn, memory = map(float, done.stdout.split())
    assert idle < 0.3 <= burn
    assert 140 < memory < 170


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="went wrong"):
        measure([sys.executable, "-c", "raise SystemExit('went wrong')"], tmp_path / "log")


def test_sites_that_differ_are_told_apart(tmp_path: Path) -> None:
    write_roadmap(tmp_path / "data", 1)
    roadmap = load(tmp_path / "data").roadmap
    assert roadmap is not None
    (item,) = roadmap.enhancements
    for site in ("one", "other"):
        for page in (f"enhancements/{item.id}", "document"):
            (tmp_path / site / "roadmap" / page).mkdir(parents=True)
            (tmp_path / site / "roadmap" / page / "index.html").write_text("<p>Nothing</p>", encoding="utf-8")
    (tmp_path / "one" / "roadmap" / "index.html").write_text("", encoding="utf-8")
    found = differences(tmp_path / "data", tmp_path / "one", tmp_path / "other")
    assert "only in one site: roadmap/index.html" in found
    insight = Insight(roadmap, build_day(os.environ))
    for facts in (facts_of_item, facts_of_page, facts_of_decisions):
        for fact in facts(item, insight):
            assert any(line.endswith(f"does not say “{fact}”") for line in found)


@pytest.mark.parametrize(
    ("ready", "plain", "broken"),
    [
        ({9: ratio(1.5), 100: ratio(1.1), 1000: ratio(0.8), 5000: ratio(0.8)}, {1000: ratio(0.7), 5000: ratio(0.7)}, 0),
        ({9: ratio(1.7)}, {}, 1),
        ({99: ratio(1.5), 101: ratio(1.5)}, {}, 1),
        ({5000: ratio(0.9)}, {}, 1),
        ({9: ratio(1, memory=1.7), 100: ratio(1, memory=1.6)}, {}, 2),
        ({}, {1000: ratio(0.8)}, 1),
        ({}, {1000: ratio(0.6), 5000: ratio(0.7)}, 1),
    ],
)
def test_a_broken_limit_of_builds_is_said(ready: dict[int, Ratio], plain: dict[int, Ratio], broken: int) -> None:
    assert len(list(broken_by_builds(ready, plain))) == broken


@pytest.mark.parametrize(
    ("count", "to_first", "to_theirs", "broken"),
    [(9, 0.9, 1.01, 0), (9, 0.9, 1.02, 1), (100, 0.29, 9, 0), (100, 0.31, 1, 1), (1000, 0.19, 9, 0), (5000, 0.21, 1, 1)],
)
def test_a_broken_limit_of_a_save_is_said(count: int, to_first: float, to_theirs: float, broken: int) -> None:
    assert len(list(broken_by_reloads({count: ratio(to_first)}, {count: ratio(to_theirs)}))) == broken


def test_a_broken_limit_of_the_check_is_said() -> None:
    assert not list(broken_by_check(10_000, ratio(1.2)))
    assert list(broken_by_check(10_000, ratio(1.4))) == ["check of 10,000: time 1.40 × the parse; limit 1.3"]


def test_a_broken_limit_of_the_decisions_is_said() -> None:
    assert not list(broken_by_decide(1000, ratio(1.4)))
    assert list(broken_by_decide(1000, ratio(1.6))) == ["decide of 1,000: time 1.60 × the check; limit 1.5"]


def test_a_broken_limit_of_the_dates_is_said() -> None:
    assert not list(broken_by_schedule(1000, ratio(2.9)))
    assert list(broken_by_schedule(1000, ratio(3.1))) == ["schedule of 1,000: time 3.10 × the check; limit 3.0"]


def test_every_enhancement_of_a_roadmap_with_teams_has_a_date(tmp_path: Path) -> None:
    write_dated_roadmap(tmp_path / "data", 30)
    loaded = load(tmp_path / "data")
    assert (loaded.findings, loaded.roadmap is not None) == ((), True)
    schedule = Insight(loaded.roadmap, DAY).schedule if loaded.roadmap else None
    assert schedule is not None
    assert (len(schedule.courses), len(schedule.loads), list(schedule.undated)) == (30, 8, [])


def test_a_broken_limit_of_the_history_is_said() -> None:
    assert not list(broken_by_history("packed", ratio(2.9), ratio(0.09)))
    assert list(broken_by_history("packed", ratio(3.1, memory=2.1), ratio(0.11))) == [
        "history (packed): time 3.10 × that of git log -p; limit 3.0",
        "history (packed): again in the same process 0.11 × the first time; limit 0.1",
        "history (packed): 210 MiB; limit 200",
    ]
