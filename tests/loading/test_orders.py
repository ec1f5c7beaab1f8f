"""One order holds everywhere: that of the plan, then by number, then by title."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.loading import load
from enhancement_roadmap.model import in_order
from enhancement_roadmap.outputs.document import document
from support.plain_plan import PLAN, make_folder
from support.plans import enhancement
from support.render_contexts import TODAY

NAMES = {"02-second.yml": "Second", "01-first.yml": "First", "zebra.yml": "a zebra", "apple.yml": "Apple", "yard.yml": "A yard"}
FILES = {
    f"enhancements/{file}": f"title: {title}\npriority: high\nrequirements: [{{id: one, text: The one}}]\n" for file, title in NAMES.items()
}


def _insight(folder: Path, plan: str = "") -> Insight:
    loaded = load(make_folder(folder, {"roadmap.yml": PLAN["roadmap.yml"], "plan.yml": plan or "{}\n", **FILES}))
    assert loaded.roadmap is not None, loaded.findings
    return Insight(loaded.roadmap, TODAY)


def _ids(here: Insight) -> list[str]:
    return [item.id for item in here.roadmap.enhancements]


def test_without_an_order_it_is_by_number_and_then_by_title(tmp_path: Path) -> None:
    assert _ids(_insight(tmp_path)) == ["first", "second", "yard", "zebra", "apple"]


def test_a_planner_says_another_order_and_the_others_follow(tmp_path: Path) -> None:
    here = _insight(tmp_path, "order: [apple, second]\n")
    wanted = ["apple", "second", "first", "yard", "zebra"]
    assert _ids(here) == wanted
    assert [item.id for item in select(Selection(), here)] == wanted
    assert [item.id for item in select(Selection(sort="number"), here)] == ["first", "second", "apple", "yard", "zebra"]
    assert [item.id for item in here.by_priority["high"]] == wanted
    assert [item.id for item in here.ranked(here.roadmap.enhancements)] == wanted
    headings = [line for line in document(here).splitlines() if line.startswith("### ")]
    assert headings[1:6] == ["### Apple", "### 2. Second", "### 1. First", "### A yard", "### a zebra"]
    before, after = here.neighbours(here.by_id["first"])
    assert (before and before.id, after and after.id) == ("second", "yard")


@given(names=st.lists(st.sampled_from([f"item-{number}" for number in range(1, 9)]), max_size=12), random=st.randoms(use_true_random=False))
def test_any_order_holds_whatever_order_the_files_come_in(names: list[str], random: Random) -> None:
    items = [enhancement(number, title=f"Title {number % 3}") for number in range(1, 9)]
    items = [item.model_copy(update={"number": None}) if place > 5 else item for place, item in enumerate(items)]
    ordered = [item.id for item in in_order(items, names)]
    first = list(dict.fromkeys(names))
    assert ordered[: len(first)] == first
    shuffled = list(items)
    random.shuffle(shuffled)
    assert [item.id for item in in_order(shuffled, names)] == ordered
