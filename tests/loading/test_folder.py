"""Files that can not or must not be read: each is one finding, and the others are read all the same."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import FolderError, load
from support.plain_plan import PLAN, make_folder

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "data", PLAN)


def told(folder: Path) -> list[tuple[str, str, str]]:
    """File, code and message of each finding."""
    return [(finding.place.file, finding.code, finding.message) for finding in load(folder, shown="data").findings]


def test_a_folder_that_is_not_there_is_no_finding_but_an_error(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="there is no such folder"):
        load(tmp_path / "nowhere")
    with pytest.raises(FolderError, match="is not a folder"):
        load(make_folder(tmp_path, {"file": ""}) / "file")


def test_messages_name_files_as_the_user_named_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_folder(tmp_path / "sub" / "data", {"roadmap.yml": "titel: x"})
    monkeypatch.chdir(tmp_path / "sub")
    for path, expected in (("data", "data/roadmap.yml"), ("../sub/data", "../sub/data/roadmap.yml")):
        assert {finding.place.file for finding in load(Path(path)).findings} == {expected}
    monkeypatch.chdir(tmp_path / "sub" / "data")
    assert {finding.place.file for finding in load(Path()).findings} == {"roadmap.yml"}


def test_a_link_to_a_file_outside_is_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("id: the-secret")
    folder.joinpath("enhancements", "02-x.yml").symlink_to(secret)
    assert told(folder) == [("data/enhancements/02-x.yml", "RM103", f"this is a symbolic link out of the folder, to ‘{secret}’")]


def test_a_link_to_a_folder_outside_is_not_followed(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", {"roadmap.yml": PLAN["roadmap.yml"]})
    make_folder(tmp_path / "outside", {"02-x.yml": "id: the-secret"})
    folder.joinpath("enhancements").symlink_to("../outside")
    assert told(folder) == [("data/enhancements", "RM103", "this is a symbolic link out of the folder, to ‘../outside’")]


def test_a_link_out_by_a_neighbour_with_a_longer_name_is_not_followed(folder: Path, tmp_path: Path) -> None:
    make_folder(tmp_path / "data-of-others", {"x.yml": "id: the-secret"})
    folder.joinpath("plan.yml").symlink_to("../data-of-others/x.yml")
    assert [code for _, code, _ in told(folder)] == ["RM103"]


def test_links_inside_the_folder_are_followed(folder: Path) -> None:
    make_folder(folder / "drafts", {"plan.yml": "sprint_weeks: 3"})
    folder.joinpath("plan.yml").symlink_to("drafts/plan.yml")
    loaded = load(folder)
    assert loaded.findings == ()
    assert loaded.roadmap is not None
    assert loaded.roadmap.plan.sprint_weeks == 3


def test_a_folder_may_be_a_link_itself(folder: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("link").symlink_to(folder)
    assert load(tmp_path / "link").findings == ()


def test_links_that_lead_nowhere_or_in_a_circle_can_not_be_read(folder: Path) -> None:
    folder.joinpath("plan.yml").symlink_to("plan-of-tomorrow.yml")
    folder.joinpath("governance.yml").symlink_to("governance.yml")
    assert [(file, code) for file, code, _ in told(folder)] == [("data/governance.yml", "RM102"), ("data/plan.yml", "RM102")]


def test_folders_and_pipes_with_the_name_of_a_data_file_are_not_opened(folder: Path) -> None:
    folder.joinpath("plan.yml").mkdir()
    folder.joinpath("enhancements", "02-x.yml").mkdir()
    os.mkfifo(folder / "governance.yml")
    assert told(folder) == [
        ("data/governance.yml", "RM102", "this is not a regular file"),
        ("data/enhancements/02-x.yml", "RM102", "this is not a regular file"),
        ("data/plan.yml", "RM102", "this is not a regular file"),
    ]


def test_a_file_of_fifty_megabytes_is_not_read(folder: Path) -> None:
    with folder.joinpath("enhancements", "02-x.yml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    message = "the file has 52,428,800 bytes; at most 1,048,576 are read"
    assert told(folder) == [("data/enhancements/02-x.yml", "RM104", message)]


def test_what_refers_to_a_file_that_can_not_be_read_is_no_second_mistake(folder: Path) -> None:
    plan = "quarters: [{id: q1, title: Q1, focus: A, enhancements: [database-security]}]"
    make_folder(folder, {"plan.yml": plan})
    with folder.joinpath("enhancements", "01-database-security.yml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert [code for _, code, _ in told(folder)] == ["RM104"]


def test_a_name_with_marks_for_the_terminal_is_only_shown_as_data(folder: Path) -> None:
    folder.joinpath("enhancements", "\x1b[31m\n.yml").write_text("titel: x")
    assert {file for file, _, _ in told(folder)} == {"data/enhancements/\x1b[31m\n.yml"}


@pytest.mark.parametrize("name", ["roadmap.yml", "enhancements/01-database-security.yml", "enhancements"])
def test_without_permission_a_file_is_one_finding(name: str) -> None:
    with tempfile.TemporaryDirectory() as parent:
        Path(parent).chmod(0o755)
        folder = make_folder(Path(parent, "data"), PLAN)
        folder.joinpath(name).chmod(0)
        try:
            found = findings_of_an_ordinary_user(folder)
        finally:
            folder.joinpath(name).chmod(0o755)
    assert found == [f"{folder}/{name} RM102"]


def findings_of_an_ordinary_user(folder: Path) -> Sequence[str]:
    """Places and codes, found by a process that permissions bind, as they do not bind root."""
    program = (
        "import os, sys; from pathlib import Path; from enhancement_roadmap.loading import load\n"
        f"if os.geteuid() == 0: os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "for finding in load(Path(sys.argv[1])).findings: print(finding.place, finding.code)"
    )
    ran = subprocess.run([sys.executable, "-c", program, folder], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def test_findings_come_causes_first_file_by_file_and_line_by_line(tmp_path: Path) -> None:
    wrong = {"roadmap.yml": "b: 1\na: 1\n", "metrics.yml": "x: 1\n", "plan.yml": "x: 1\n", "enhancements/b.yml": "x: 1\ny: 1"}
    unread = {"governance.yml": "x: [", "enhancements/a.yml": "title: a: b"}
    conflict = {"enhancements/c.yml": "<<<<<<< a\n=======\n>>>>>>> b\n"}
    findings: Sequence[Finding] = load(make_folder(tmp_path, {**wrong, **unread, **conflict}), shown="").findings
    assert list(dict.fromkeys(finding.place.file for finding in findings)) == [
        "enhancements/c.yml",
        "governance.yml",
        "enhancements/a.yml",
        "roadmap.yml",
        "metrics.yml",
        "enhancements/b.yml",
        "plan.yml",
    ]
    for file in wrong:
        places = [finding.place for finding in findings if finding.place.file == file]
        assert places == sorted(places)
