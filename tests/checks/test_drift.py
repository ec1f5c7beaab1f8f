"""The roadmap held against issues: what differs is named at its place, and nothing else is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import drift
from enhancement_roadmap.cli import main
from enhancement_roadmap.importing import issue_states
from enhancement_roadmap.loading import load
from enhancement_roadmap.model.issues import issue_address, issue_mark, issue_name
from support.plain_plan import make_folder

ITEM = """title: API keys
status: in-progress
issue: panda/app#12
requirements:
  - text: Rotate keys
    done: yes
    issue: https://gitlab.example.org/panda/group/app/-/issues/13
  - text: Keep keys
    issue: panda/app#14
"""
FILES = {
    "roadmap.yml": "title: Plan\n",
    "plan.yml": "phases: [{title: First}]\n",
    "enhancements/01-keys.yml": ITEM,
    "enhancements/02-logs.yml": """title: Logs
requirements:
  - Write* them
  - {text: Read them, done: yes}
  - {text: Keep, parts: [Them]}
""",
}


def issue(number: int, state: str, milestone: str = "", url: str = "https://github.com/panda/app/issues/{}") -> dict[str, object]:
    return {
        "number": number,
        "title": "x",
        "state": state,
        "milestone": {"title": milestone} if milestone else None,
        "url": url.format(number),
    }


def logs(tasks: str = "", state: str = "OPEN", before: str = "") -> dict[str, object]:
    return {"number": 9, "title": "x", "state": state, "body": f"{before}{issue_mark('logs')}\n\n{tasks}\n"}


def found(folder: Path, *issues: dict[str, object]) -> list[str]:
    loaded = load(make_folder(folder, FILES))
    assert loaded.roadmap is not None
    assert loaded.findings == ()
    findings = drift(loaded, Insight(loaded.roadmap, date(2026, 11, 24)), issue_states(json.dumps(issues)))
    assert {finding.severity for finding in findings} <= {"warning"}
    return [f"{finding.place.line} {finding.code}" for finding in findings]


@pytest.mark.parametrize(
    ("issues", "expected"),
    [
        ([], []),
        ([issue(12, "OPEN"), issue(14, "OPEN")], []),
        ([issue(12, "CLOSED"), issue(14, "OPEN")], ["3 RM831"]),
        ([issue(12, "OPEN"), issue(14, "CLOSED")], ["9 RM831"]),
        ([issue(12, "OPEN")], ["9 RM834"]),
        ([issue(1, "OPEN")], ["3 RM834", "9 RM834"]),
        ([issue(13, "opened", url="https://gitlab.example.org/panda/group/app/-/issues/{}")], ["7 RM832"]),
        ([issue(13, "OPEN", url="https://github.com/somebody/else/issues/{}")], []),
        ([issue(12, "OPEN", "First"), issue(14, "OPEN")], []),
        ([issue(12, "OPEN", "Autumn"), issue(14, "OPEN")], ["3 RM833"]),
        ([{"iid": 12, "title": "x", "state": "closed"}], ["3 RM831"]),
        ([logs(state="CLOSED")], ["1 RM831"]),
        ([logs(state="CLOSED", before="> ")], []),
        ([logs("- [x] Write\\* them (due 2027)\n- [ ] **Read** them\n  * [ ] Keep: them\n- [ ] Else")], ["3 RM831", "4 RM832"]),
        ([logs("- [ ] Write* them\r\n- [X] Read them\n- [ ] Read them aloud\n- [x] Keep")], []),
        ([{"iid": 9, "title": "x", "state": "opened", "description": issue_mark("logs"), "milestone": {"title": "Autumn"}}], ["1 RM833"]),
    ],
)
def test_what_differs_is_named_at_its_place(issues: list[dict[str, object]], expected: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, *issues) == expected


def test_the_command_ends_with_0_unless_asked(tmp_path: Path) -> None:
    data, issues = make_folder(tmp_path / "data", FILES), tmp_path / "issues.json"
    issues.write_text(json.dumps([issue(12, "CLOSED")]), encoding="utf-8")
    for arguments, code in (((), 0), (("--strict",), 1)):
        ran = CliRunner().invoke(main, ["drift", str(data), "--issues", str(issues), *arguments])
        assert (ran.exit_code, "warning RM831: ‘keys’ is open here, and its issue 12 is closed" in ran.output) == (code, True)
    issues.write_text("[]", encoding="utf-8")
    assert CliRunner().invoke(main, ["drift", str(data), "--issues", str(issues)]).output.endswith(": nothing differs from 0 issues.\n")


@pytest.mark.parametrize("text", ["{", '{"a": 1}', '[{"a": 1}]', "[" * 100_000])
def test_what_is_no_snapshot_is_said(text: str, tmp_path: Path) -> None:
    data, issues = make_folder(tmp_path / "data", FILES), tmp_path / "issues.json"
    issues.write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(main, ["drift", str(data), "--issues", str(issues)])
    assert (ran.exit_code, "can not be read: it is no" in ran.output) == (2, True)


@pytest.mark.parametrize(
    ("issue", "project", "number", "address"),
    [
        ("panda/app#12", "panda/app", 12, "https://github.com/panda/app/issues/12"),
        ("https://github.com/panda/app/issues/7", "panda/app", 7, "https://github.com/panda/app/issues/7"),
        ("https://gitlab.com/a/b/c/-/issues/7/", "a/b/c", 7, "https://gitlab.com/a/b/c/-/issues/7/"),
    ],
)
def test_an_issue_is_known_by_its_short_form_and_its_address(issue: str, project: str, number: int, address: str) -> None:
    name = issue_name(issue)
    assert (name.project, name.number, issue_address(issue)) == (project, number, address)
