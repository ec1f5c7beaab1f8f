"""Dates take no more than a few times what reading the data takes, and the effort grows as the plan does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

from benchmarks.teams import write_dated_roadmap
from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check
from enhancement_roadmap.loading import Loaded, load

DAY = date(2026, 11, 27)
COUNT = 150
MOST = 5
"""Times. `benchmarks.limits` has the one that is promised, of whole processes with a thousand enhancements; this one sees to it that
nothing goes far wrong: it holds the dates alone, numpy imported, against reading and checking alone."""


def test_dates_take_a_few_times_what_reading_takes(tmp_path: Path) -> None:
    write_dated_roadmap(tmp_path / "data", COUNT)
    _dates(_checked(tmp_path / "data"))  # imports
    reading = min(_seconds(lambda: _checked(tmp_path / "data")) for _ in range(3))
    loaded = load(tmp_path / "data")
    dating = min(_seconds(lambda: _dates(loaded)) for _ in range(3))
    assert dating <= MOST * reading


def _checked(folder: Path) -> Loaded:
    loaded = load(folder)
    assert loaded.roadmap is not None
    assert check(loaded, Insight(loaded.roadmap, DAY)) == ()
    return loaded


def _dates(loaded: Loaded) -> None:
    assert loaded.roadmap is not None
    schedule = Insight(loaded.roadmap, DAY).schedule
    assert schedule is not None
    assert len(schedule.courses) == COUNT


def _seconds(run: Callable[[], object]) -> float:
    begin = process_time()
    run()
    return process_time() - begin
