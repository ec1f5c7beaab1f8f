"""The document of any roadmap: what it says is there, what it does not say leaves no trace."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import FrameType

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Analysis, Roadmap, RoadmapFile
from enhancement_roadmap.outputs.document import document
from support.render_contexts import TODAY, insight_of, roadmap_folder

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["minimal", "one", "full", "long"])
def test_the_document_is_the_reviewed_one(name: str) -> None:
    written = document(insight_of(GOLDEN / name))
    golden = GOLDEN / f"{name}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["minimal", "one", "full", "long"])
def test_no_heading_stands_without_anything_below_it(name: str) -> None:
    lines = [line for line in document(insight_of(GOLDEN / name)).splitlines() if line]
    levels = [len(line) - len(line.lstrip("#")) for line in [*lines, "# end"]]
    for index, level in enumerate(levels[1:-1], start=1):
        if level:
            following = levels[index + 1]
            assert following == 0 or following > level, lines[index]
            assert lines[index + 1] != "---", lines[index]


ELSEWHERE = {"priorities", "evidence"}
"""What enhancements name, and what is for the checks."""
OPTIONAL = [part for part, field in RoadmapFile.model_fields.items() if not field.is_required() and part not in ELSEWHERE]


@pytest.mark.parametrize("part", OPTIONAL)
def test_each_optional_part_can_be_missing_alone(part: str) -> None:
    roadmap = insight_of(GOLDEN / "full").roadmap
    default = RoadmapFile.model_fields[part].get_default(call_default_factory=True)
    without = document(Insight(roadmap.model_copy(update={"about": roadmap.about.model_copy(update={part: default})}), TODAY))
    assert len(without) != len(document(insight_of(GOLDEN / "full")))
    assert without.count("```") % 2 == 0


def test_an_analysis_that_says_nothing_leaves_no_heading() -> None:
    written = document(_with_first(analysis=Analysis()))
    assert "Complexity Analysis" not in written


def test_a_form_is_filled_in_for_figures_that_are_not_examples() -> None:
    written = document(insight_of(roadmap_folder("small")))
    assert "Enhancement: Encrypted Storage & Backup\n" in written
    assert "Implementation Cost:\n  - Development time: 1-2 sprints, 2 people (€12,800–25,600)\n" in written
    assert "Recommendation: Defer: Nobody is free yet. (From the figures: implement." in written
    assert written.count("ROI Timeline:") == 2
    assert "Enhancement: Sign-in" not in written
    assert written.count("```") % 2 == 0


def test_it_ends_with_one_line_end_and_has_no_double_blank_lines() -> None:
    written = document(insight_of(GOLDEN / "full"))
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert "\n\n\n" not in written


def test_it_is_the_same_on_any_day() -> None:
    roadmap = insight_of(GOLDEN / "full").roadmap
    assert document(Insight(roadmap, TODAY)) == document(Insight(roadmap, TODAY.replace(year=2040)))


def test_the_work_for_it_grows_no_faster_than_the_roadmap() -> None:
    few, some, many = (_calls(_many(size)) for size in (50, 100, 200))
    assert many - some <= 2.1 * (some - few)


def _calls(insight: Insight) -> int:
    """How many functions are called to write the document."""
    actions = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal actions
        actions += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        document(insight)
    finally:
        sys.setprofile(before)
    return actions


def _with_first(**changes: object) -> Insight:
    roadmap = insight_of(GOLDEN / "full").roadmap
    first, *rest = roadmap.enhancements
    return Insight(roadmap.model_copy(update={"enhancements": (first.model_copy(update=changes), *rest)}), TODAY)


def _many(size: int) -> Insight:
    base = insight_of(GOLDEN / "one").roadmap
    item = base.enhancements[0]
    items = tuple(item.model_copy(update={"id": f"item-{number}", "number": number}) for number in range(1, size + 1))
    return Insight(Roadmap.model_construct(**{**dict(base), "enhancements": items}), TODAY)
