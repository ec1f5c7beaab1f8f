"""A dependency counts the same, whether it is an id alone or says how long after it."""

from __future__ import annotations

from pathlib import Path

from enhancement_roadmap.editing.naming import remove, rename
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.loading import load
from support.plain_plan import make_folder

FILES = {
    "roadmap.yml": "title: Plan\n",
    "enhancements/first.yml": "title: First\n",
    "enhancements/second.yml": "title: Second\nscope:\n  depends_on:\n    - {id: first, after: 2 weeks}\n",
}


def test_one_with_a_lag_that_there_is_not_is_told_at_its_id(tmp_path: Path) -> None:
    files = {**FILES, "enhancements/second.yml": FILES["enhancements/second.yml"].replace("first", "furst")}
    (finding,) = load(make_folder(tmp_path, files), shown="data").findings
    assert (finding.code, finding.place.line, finding.place.column) == ("RM403", 4, 12)


def test_a_circle_goes_through_lags_too(tmp_path: Path) -> None:
    files = {**FILES, "enhancements/first.yml": "title: First\nscope: {depends_on: [second]}\n"}
    (finding,) = load(make_folder(tmp_path, files), shown="data").findings
    assert (finding.code, "→ first" in finding.message) == ("RM404", True)


def test_one_with_a_lag_follows_a_new_id_and_goes_with_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, FILES)
    draft = RoadmapDraft(load(folder))
    rename(draft, "first", "premier")
    assert "{id: premier, after: 2 weeks}" in draft.text("enhancements/second.yml").data.decode()
    draft = RoadmapDraft(load(folder))
    remove(draft, "first", force=True)
    assert b"after" not in draft.text("enhancements/second.yml").data
