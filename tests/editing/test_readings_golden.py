"""Lines that are added to every form of metrics.yml: golden/*.txt. To write them anew: UPDATE_GOLDEN=1 pytest tests/editing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from enhancement_roadmap.editing.csv_readings import read_table
from enhancement_roadmap.editing.metrics_text import MetricsText
from enhancement_roadmap.editing.readings import Added, add_readings

CASES = sorted(Path(__file__).parent.joinpath("golden").glob("*.txt"))
MARKS = ("=== before\n", "=== readings\n", "=== after\n")

WRITTEN: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "with the line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "with the line ends of old": lambda text: text.replace("\n", "\r").encode(),
    "without a line end at its end": lambda text: text.removesuffix("\n").encode(),
    "with a byte order mark": lambda text: text.encode("utf-8-sig"),
}


class Case(NamedTuple):
    head: str
    before: str
    readings: str
    after: str


def read_case(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    head, before = text.split(MARKS[0])
    before, readings = before.split(MARKS[1])
    return Case(head, before, *readings.split(MARKS[2]))


def add(data: bytes, table: str) -> Added:
    document = MetricsText(data)
    rows = read_table(table.encode(), lambda name: "" if name in document.ids("metrics") else "unknown", date(2026, 12, 31))
    assert rows.mistakes == ()
    return add_readings(document, rows.readings)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_readings_become_lines(path: Path) -> None:
    case = read_case(path)
    after = add(case.before.encode(), case.readings).data.decode()
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text("".join([case.head, MARKS[0], case.before, MARKS[1], case.readings, MARKS[2], after]), encoding="utf-8")
    assert after == read_case(path).after


@pytest.mark.parametrize("how", WRITTEN)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_bytes_of_the_file_are_kept(path: Path, how: str) -> None:
    case = read_case(path)
    if how == "without a line end at its end" and case.before.endswith("\n\n"):
        pytest.skip("its last blank line is part of a value")
    assert add(WRITTEN[how](case.before), case.readings).data == WRITTEN[how](case.after)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_second_time_all_is_there_already(path: Path) -> None:
    case = read_case(path)
    once = add(case.before.encode(), case.readings)
    twice = add(once.data, case.readings)
    assert (twice.data, twice.added, twice.there) == (once.data, 0, once.added + once.there)


@pytest.mark.parametrize("path", [path for path in CASES if "list-of" in path.stem], ids=lambda path: path.stem)
def test_the_usual_forms_only_gain_lines(path: Path) -> None:
    case = read_case(path)
    assert not Counter(case.before.splitlines()) - Counter(case.after.splitlines())
