"""History follows the names of files, and the words of assessments, as they were at each commit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from enhancement_roadmap.git import Repository
from enhancement_roadmap.history import History, load_at
from enhancement_roadmap.history.changelog import ChangelogRow, happening
from support.repository import Files, make_repository

LEVELS = "levels: [{value: 1, title: Slight, meaning: x}, {value: 2, title: Grave, meaning: x}]"
ABOUT = (
    "title: Plan\npriorities:\n  - {id: high, title: High, meaning: Now, from_score: 4}\n  - {id: low, title: Low, meaning: Later}\n"
    f"scoring:\n  risk: {{title: Risk, {LEVELS}}}\n  impact: {{title: Impact, {LEVELS}}}\n"
)
WORK = "requirements: [{id: one, text: The one requirement}]\n"
ASSESSED = "assessment: {risk: grave, impact: grave}\n"
BASE: Files = {
    "roadmap.yml": ABOUT,
    "enhancements/01-first.yml": f"title: First\n{ASSESSED}{WORK}",
    "enhancements/second.yml": f"title: Second\n{WORK}",
}


def _told(rows: list[ChangelogRow]) -> list[list[str]]:
    return [[f"{happening(change)} [{change.enhancement}] {change.subject}".strip() for change in row.changes] for row in rows]


def _tallies(history: History) -> list[Mapping[str, tuple[int, int]]]:
    return [entry.tallies for entry in history.changelog.entries]


def test_a_renamed_file_keeps_its_history_under_its_new_name(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [BASE])
    made.move("roadmap-data/enhancements/01-first.yml", "roadmap-data/enhancements/05-beginning.yml")
    made.commit({})
    made.commit({"enhancements/05-beginning.yml": f"title: First\nowner: Ada\n{ASSESSED}{WORK}"})
    changelog = History(made.data).changelog
    assert _told(changelog.rows("beginning")) == [
        ["Changed [beginning] owner"],
        ["New id [beginning] id", "Changed [beginning] number", "File moved [beginning] file"],
        ["Added [first]"],
    ]
    assert changelog.rows("first") == []


def test_a_past_version_has_the_names_that_its_files_had(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [BASE])
    made.move("roadmap-data/enhancements/01-first.yml", "roadmap-data/enhancements/beginning.yml")
    made.commit({})
    repository = Repository.around(made.data)
    assert repository is not None
    named = []
    for ref in ("HEAD~1", "HEAD"):
        roadmap = load_at(repository, ref, "roadmap-data").roadmap
        assert roadmap is not None
        named.append([(item.id, item.number) for item in roadmap.enhancements])
    assert named == [[("first", 1), ("second", None)], [("beginning", None), ("second", None)]]


def test_what_words_mean_is_what_the_scale_said_at_each_commit(tmp_path: Path) -> None:
    other = ABOUT.replace("value: 2, title: Grave", "value: 3, title: Grave", 1)
    rows = History(make_repository(tmp_path, [BASE, {"roadmap.yml": other}]).data).changelog.rows()
    assert "Changed [first] assessment risk" in _told(rows)[0]
    assert "Score raised [first] score" in _told(rows)[0]


def test_progress_is_counted_for_the_priority_that_counts(tmp_path: Path) -> None:
    lower = ABOUT.replace("from_score: 4", "from_score: 5")
    history = History(make_repository(tmp_path, [BASE, {"roadmap.yml": lower}]).data)
    assert _tallies(history) == [{"high": (0, 1), "low": (0, 0), "": (0, 1)}, {"high": (0, 0), "low": (0, 1), "": (0, 1)}]
    assert "Priority lowered [first] priority" in _told(history.changelog.rows())[0]


def test_an_order_that_names_nothing_is_part_of_the_commit_that_mends_it(tmp_path: Path) -> None:
    versions: list[Files] = [BASE, {"plan.yml": "order: [nobody]\n"}, {"plan.yml": "order: [second, first]\n"}]
    rows = History(make_repository(tmp_path, versions).data).changelog.rows()
    assert _told(rows)[0] == ["Order changed [None] order"]
    assert len(rows) == 2
