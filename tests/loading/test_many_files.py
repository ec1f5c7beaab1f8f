"""A folder of many files: time grows as their number does, and memory stays a small multiple of their size."""

from __future__ import annotations

import math
import time
from datetime import date
from pathlib import Path

import pytest

from benchmarks.generate import write_roadmap
from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check, check_dates
from enhancement_roadmap.findings import MOST_COMPARED
from enhancement_roadmap.loading import load
from support.plain_plan import PLAN, make_folder
from support.used import forked_used

ITEM = """\
id: item-{number}
number: {number}
title: Item {number}
priority: high
trigger: {{summary: When it is time, kind: immediate}}
requirements:
  - {{id: one, text: The one}}
"""
MANY = 2000
GROWTH = 2.3
"""Most time for twice as many files, as a multiple."""
MISTAKES = {
    "none": "",
    "a circle through all of them": "scope: {{depends_on: [item-{before}]}}\n",
    "a contradiction": "status: done\n",
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_time_grows_as_the_number_of_files(kind: str, tmp_path: Path) -> None:
    few, many = (folder_of(tmp_path / str(number), number, MISTAKES[kind]) for number in (MANY, 2 * MANY))
    assert ratio(many, few, GROWTH) <= GROWTH


def test_ids_that_nothing_has_are_compared_with_thousands_in_bounded_time(tmp_path: Path) -> None:
    dangling = {
        f"enhancements/{name}.yml": ITEM.format(number=number) + f"scope:\n  depends_on: [{', '.join(f'itme-{n}' for n in range(lines))}]\n"
        for name, number, lines in (("few", 6000, MOST_COMPARED), ("many", 6000, 20 * MOST_COMPARED))
    }
    few, many = (make_folder(folder_of(tmp_path / name, MANY, ""), {name: text}) for name, text in dangling.items())
    assert ratio(many, few, 2) <= 2


def test_memory_is_a_small_multiple_of_what_the_files_hold(tmp_path: Path) -> None:
    few, many = tmp_path / "few", tmp_path / "many"
    sizes = []
    for folder, number in ((few, MANY // 8), (many, MANY // 2)):
        write_roadmap(folder, number)
        sizes.append(sum(path.stat().st_size for path in folder.rglob("*.yml")))
    used = [forked_used("check", folder).megabytes for folder in (few, many)]
    assert (used[1] - used[0]) * 1024 * 1024 <= 7.7 * (sizes[1] - sizes[0])


def folder_of(folder: Path, number: int, mistake: str) -> Path:
    """A roadmap of so many enhancements, each with this beside the rest."""
    items = {f"enhancements/{one:05}.yml": (ITEM + mistake).format(number=one, before=one - 1 or number) for one in range(1, number + 1)}
    return make_folder(folder, {name: text for name, text in PLAN.items() if name != "enhancements/01-database-security.yml"} | items)


def ratio(many: Path, few: Path, enough: float) -> float:
    """Processor time to find everything in one folder, as a multiple of that in another: the least of four pairs.

    The two of a pair are measured one after the other, so that what else the machine does falls on both. Once a pair is as
    little as is enough, no other could say more.
    """
    least = math.inf
    for _ in range(4):
        least = min(least, seconds(many) / seconds(few))
        if least <= enough:
            break
    return least


def seconds(folder: Path) -> float:
    begin = time.process_time()
    loaded = load(folder)
    if loaded.roadmap is not None:
        insight = Insight(loaded.roadmap, date(2025, 6, 30))
        check(loaded, insight)
        check_dates(loaded, insight)
    return time.process_time() - begin
