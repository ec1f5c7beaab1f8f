"""What was changed after it was looked at last, and what depends on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.history import History
from enhancement_roadmap.loading import load
from support.repository import Files, make_repository
from support.roadmaps import MINIMAL, enhancement, small

LOOKED = {"roadmap.yml": MINIMAL + "last_review: 2025-01-06\n"}


def insight_after(folder: Path, *versions: Files) -> Insight:
    """The roadmap after some commits, the first of them on the day of a review, each other a day later."""
    made = make_repository(folder, [{**small(), **LOOKED}, *versions])
    return History(made.data).insight(load(made.data), date(2025, 2, 1))


def marked(insight: Insight) -> dict[str, list[str]]:
    return {state: [item.id for item in select(Selection.model_validate({"is": state}), insight)] for state in ("changed", "suspect")}


def first(more: str) -> Files:
    return {"enhancements/first.yml": enhancement("first", 1, "First thing", more)}


def test_what_a_history_begins_with_is_no_change(tmp_path: Path) -> None:
    assert marked(insight_after(tmp_path)) == {"changed": [], "suspect": []}


def test_a_change_marks_the_enhancement_and_what_depends_on_it(tmp_path: Path) -> None:
    insight = insight_after(tmp_path, first("owner: Ada"))
    assert marked(insight) == {"changed": ["first"], "suspect": ["second"]}
    assert insight.changed_since_review(insight.by_id["first"]) == date(2025, 1, 7)


def test_a_comment_marks_nothing(tmp_path: Path) -> None:
    assert marked(insight_after(tmp_path, first("# a remark"))) == {"changed": [], "suspect": []}


def test_a_review_that_is_noted_later_ends_the_marks(tmp_path: Path) -> None:
    held = {"roadmap.yml": MINIMAL + "last_review: 2025-01-07\n"}
    assert marked(insight_after(tmp_path, first("owner: Ada"), held)) == {"changed": [], "suspect": []}


def test_without_any_review_nothing_is_marked(tmp_path: Path) -> None:
    assert marked(insight_after(tmp_path, {"roadmap.yml": MINIMAL}, first("owner: Ada"))) == {"changed": [], "suspect": []}


def test_what_is_done_needs_no_other_look(tmp_path: Path) -> None:
    assert marked(insight_after(tmp_path, first("status: done"))) == {"changed": [], "suspect": ["second"]}
