"""The history of a roadmap in its own terms: what each commit changed, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from enhancement_roadmap.git import Repository
from enhancement_roadmap.history import History
from enhancement_roadmap.history.changelog import ChangelogEntry, ChangelogRow, grouped, happening, read_entries
from enhancement_roadmap.loading import Loaded
from support.folder import snapshot
from support.repository import Files, Version, make_repository
from support.roadmaps import MINIMAL, enhancement, small

FIRST = "enhancements/first.yml"


def history_of(folder: Path, *versions: Version | Files) -> History:
    return History(make_repository(folder, [small(), *versions]).data)


def told(rows: list[ChangelogRow]) -> list[list[str]]:
    """What each commit changed, the newest first."""
    return [[f"{happening(change)} [{change.title}] {change.subject}".strip() for change in row.changes] for row in rows]


def first(more: str = "", *, title: str = "First thing") -> Mapping[str, str]:
    return {FIRST: enhancement("first", 1, title, more)}


def test_a_history_begins_with_every_enhancement(tmp_path: Path) -> None:
    (row,) = history_of(tmp_path).changelog.rows()
    assert row.entry.is_first
    assert told([row]) == [["Added [First thing]", "Added [Second thing]"]]


CASES: Mapping[str, tuple[Files, list[str]]] = {
    "a field": (first("owner: Ada"), ["Changed [First thing] owner"]),
    "a comment and the order of keys": ({FIRST: "# why\n" + "\n".join(reversed(enhancement("first", 1, "x").splitlines()[:3])) + "\n"}, []),
    "a priority": ({FIRST: enhancement("first", 1, "First thing").replace("high", "low")}, ["Priority lowered [First thing] priority"]),
    "an enhancement that is gone": ({"enhancements/second.yml": None}, ["Removed [Second thing]"]),
    "an enhancement that is new": ({"enhancements/third.yml": enhancement("third", 3, "Third")}, ["Added [Third]"]),
    "a requirement that is done": (
        {FIRST: enhancement("first", 1, "First thing").replace("requirement}", "requirement, status: done}")},
        ["Requirement completed [First thing] The one requirement"],
    ),
    "a file that is no data": ({"notes.txt": "nothing"}, []),
}


@pytest.mark.parametrize("case", CASES)
def test_a_commit_says_what_it_changed_and_nothing_else(tmp_path: Path, case: str) -> None:
    files, expected = CASES[case]
    if case == "a comment and the order of keys":
        lines = enhancement("first", 1, "First thing").splitlines()
        files = {FIRST: "\n".join(["# why", *lines[4:7], *lines[:4]]) + "\n"}
    rows = history_of(tmp_path, files).changelog.rows()
    assert told(rows[:-1]) == ([expected] if expected else [])


def test_data_with_mistakes_are_told_with_the_commit_that_mends_them(tmp_path: Path) -> None:
    broken: Files = {FIRST: "id: [\n"}
    rows = history_of(tmp_path, Version(broken, "Break it"), Version(first("owner: Ada"), "Mend it")).changelog.rows()
    assert [row.entry.commit.subject for row in rows] == ["Mend it", "Change 1"]
    assert [commit.subject for commit in rows[0].entry.mended] == ["Break it"]
    assert told(rows[:1]) == [["Changed [First thing] owner"]]


@pytest.mark.parametrize(
    "files",
    [
        {"enhancements/again.yml": enhancement("first", 9, "The same id twice")},
        {"enhancements/third.yml": enhancement("third", 3, "Third").replace("high", "nothing-such")},
        {"plan.yml": "phases: [{id: a, number: 1, title: A, summary: B, enhancements: [nobody]}]\n"},
        {"roadmap.yml": None},
    ],
    ids=["an id twice", "an unknown priority", "an unknown enhancement in the plan", "no roadmap.yml"],
)
def test_what_files_say_of_each_other_can_be_a_mistake(tmp_path: Path, files: Files) -> None:
    assert len(history_of(tmp_path, files).changelog.rows()) == 1


def test_an_enhancement_keeps_its_history_under_a_new_id_and_file(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small(second=enhancement("second", 2, "Second thing")), first("owner: Ada")])
    made.move("roadmap-data/enhancements/first.yml", "roadmap-data/enhancements/renamed.yml")
    made.commit({"enhancements/renamed.yml": enhancement("renamed", 1, "First thing", "owner: Ada")})
    made.commit({"enhancements/renamed.yml": enhancement("renamed", 1, "First thing", "owner: Eve")})
    changelog = History(made.data).changelog
    assert told(changelog.rows("renamed"))[0::2] == [["Changed [First thing] owner"], ["Changed [First thing] owner"]]
    assert len(changelog.rows("renamed")) == 4
    assert changelog.rows("first") == []


def test_what_a_merge_brings_is_told_once(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    made.branch("work")
    made.commit(first("owner: Ada"))
    made.switch("main")
    made.commit({"enhancements/second.yml": enhancement("second", 2, "Second thing")})
    made.merge("work")
    rows = History(made.data).changelog.rows()
    assert rows[0].entry.commit.subject == "Merge work"
    assert sum("owner" in line for lines in told(rows) for line in lines) == 1


def test_entries_stand_under_the_version_of_the_document_and_the_month(tmp_path: Path) -> None:
    new = {"roadmap.yml": MINIMAL + "version: '2.0'\n"}
    old = {"roadmap.yml": MINIMAL + "version: '1.0'\n"}
    changelog = history_of(tmp_path, old, first("owner: Ada"), new).changelog
    assert [(version.name, [str(month.month) for month in version.months]) for version in grouped(changelog.rows())] == [
        ("2.0", ["January 2025"]),
        ("1.0", ["January 2025"]),
        ("", ["January 2025"]),
    ]


def test_without_a_version_of_its_own_a_document_has_that_of_the_next_tag(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small(), first("owner: Ada")])
    (tmp_path / "README").write_text("elsewhere")
    made.record(tag="v1.0")
    made.commit(first("owner: Eve"))
    history = History(made.data)
    assert [row.entry.version for row in history.changelog.rows()] == ["", "v1.0", "v1.0"]
    assert history.version == "v1.0"


def test_rows_are_chosen_by_effect_and_author(tmp_path: Path) -> None:
    eve = Version(first("owner: Eve"), author="Eve <eve@example.org>")
    changelog = history_of(tmp_path, eve, {"enhancements/second.yml": None}).changelog
    assert told(changelog.rows(effects=["removed"])) == [["Removed [Second thing]"]]
    assert told(changelog.rows(authors=["Eve"])) == [["Changed [First thing] owner"]]
    assert told(changelog.rows("first")) == [["Changed [First thing] owner"], ["Added [First thing]"]]


def test_while_nothing_is_committed_and_tagged_it_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def recorded(repository: Repository, folder: str, head: str, known: Loaded | None) -> Sequence[ChangelogEntry]:
        read.append(head)
        return read_entries(repository, folder, head, known)

    monkeypatch.setattr("enhancement_roadmap.history.history.read_entries", recorded)
    made = make_repository(tmp_path, [small()])
    entries = History(made.data).changelog.entries
    assert len(entries) == 1
    made.write(first("owner: Ada"))
    assert History(made.data).changelog.entries is entries
    assert len(read) == 1
    made.git("tag", "v9")
    assert (History(made.data).version, History(made.data).version) == ("v9", "v9")
    assert len(read) == 2
    made.record()
    assert len(History(made.data).changelog.entries) == 2
    made.switch("v9")
    assert len(History(made.data).changelog.entries) == 1


def test_nothing_is_kept_outside_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "TMPDIR", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    made = make_repository(tmp_path / "made", [small(), first("owner: Ada")])
    before = snapshot(tmp_path)
    assert len(History(made.data).changelog.entries) == 2
    assert snapshot(tmp_path) == before


def test_a_further_name_in_the_work_tree_counts_at_once(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    assert History(made.data).changelog.entries[0].commit.author == "Ada Planner"
    made.path.joinpath(".mailmap").write_text("Ada King <ada@example.org>\n")
    assert History(made.data).changelog.entries[0].commit.author == "Ada King"


def test_where_there_is_no_history_one_line_says_why_and_how_to_get_it(tmp_path: Path) -> None:
    shallow = make_repository(tmp_path / "whole", [small(), first("owner: Ada")]).clone(tmp_path / "shallow", depth=1)
    history = History(shallow.data, "roadmap-data")
    assert history.changelog.entries == ()
    assert "shallow" in history.lack
    assert "fetch-depth: 0" in history.lack
    outside = History(tmp_path / "nowhere" / "roadmap-data", "roadmap-data")
    assert outside.lack.startswith("The history is left out: roadmap-data is in no git repository.")
    assert outside.reason.startswith("The history is left out: the data are in no git repository.")
