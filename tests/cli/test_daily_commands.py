"""What a planner does in a day is one command each: it changes the lines that it means, and says what that means."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.cli import main
from support.command import roadmap
from support.folder import contents
from support.plain_plan import SCALES, make_folder

ABOUT = f"""\
title: Security roadmap
priorities:
  - {{id: high, title: High, meaning: Now}}
  - {{id: low, title: Low, meaning: Some day}}
{SCALES}fields:
  - {{id: supplier, title: Supplier}}
  - {{id: hours, title: Hours, type: number}}
"""
KEYS = """\
# yaml-language-server: $schema=../schema/enhancement.schema.json

title: Keys
priority: high   # for now
trigger: When there are keys
requirements:
  - Rotate them   # weekly
assessment: {risk: severe, impact: 2, kind: initial, on: 2026-01}   # a guess
"""
AUDIT = "title: Audit\npriority: low\nscope:\n  depends_on: [keys]   # they come first\n"
FILES = {
    "roadmap.yml": ABOUT,
    "enhancements/01-keys.yml": KEYS,
    "enhancements/02-audit.yml": AUDIT,
}


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_folder(tmp_path / "roadmap-data", FILES)


def said(*words: str) -> tuple[int, str, str]:
    ran = roadmap(*words, SOURCE_DATE_EPOCH="1795737600")
    return ran.returncode, ran.stdout, ran.stderr


def changed(data: Path) -> dict[str, str]:
    """The files that are otherwise than they were."""
    there = {name: content.decode() for name, content in contents(data).items()}
    return {name: text for name, text in there.items() if text != FILES.get(name)}


KEYS_FILE, AUDIT_FILE = "enhancements/01-keys.yml", "enhancements/02-audit.yml"
ASSESSED = "assessment: {risk: severe, impact: 2, kind: initial, on: 2026-01}"
PRIORITY = "priority: high   # for now\n"
CASES = [
    (["set", "keys", "priority=low"], KEYS_FILE, KEYS.replace("high", "low"), "Priority lowered"),
    (
        ["set", "keys", "owner=Ada", "labels=a, b"],
        KEYS_FILE,
        KEYS.replace(PRIORITY, f"{PRIORITY}owner: Ada\nlabels:\n  - a\n  - b\n"),
        "Ada",
    ),
    (["set", "keys", "fields.hours=3"], KEYS_FILE, f"{KEYS}fields:\n  hours: 3\n", "fields hours"),
    (["set", "keys", "priority="], KEYS_FILE, KEYS.replace(PRIORITY, "# for now\n"), "Priority"),
    (["set", "keys", "scope.timeline=1-2 weeks"], KEYS_FILE, KEYS.replace("assess", "scope:\n  timeline: 1-2 weeks\nassess"), "1-2 weeks"),
    (["set", "--where", "priority=low,none status=proposed", "owner=Ada"], AUDIT_FILE, AUDIT.replace("low\n", "low\nowner: Ada\n"), "Ada"),
    (
        ["start", "keys"],
        KEYS_FILE,
        KEYS.replace(PRIORITY, f"{PRIORITY}status: in-progress\nmoves:\n  - to: in-progress\n    on: 2026-11-27\n"),
        "Under way",
    ),
    (
        ["close", "keys", "--on", "2026-11"],
        KEYS_FILE,
        KEYS.replace(PRIORITY, f"{PRIORITY}status: done\nmoves:\n  - to: done\n    on: 2026-11\n"),
        "Unblocked: waits for",
    ),
    (
        ["assess", "keys", "--risk", "slight", "--why", "No: less"],
        KEYS_FILE,
        KEYS.replace(ASSESSED, "assessment: {risk: slight, impact: 2, on: 2026-11-27, why: 'No: less'}"),
        "Score lowered",
    ),
    (
        ["assess", "audit", "--risk", "4", "--impact", "1-2", "--by", "Ada"],
        AUDIT_FILE,
        AUDIT + "assessment:\n  risk: 4\n  impact: 1-2\n  by: Ada\n  on: 2026-11-27\n",
        "risk: 4; impact: 1–2",
    ),
    (
        ["defer", "audit", "--until", "2027-03", "--why", "No one"],
        AUDIT_FILE,
        AUDIT + "deferred:\n  until: 2027-03\n  why: No one\n",
        "Decision",
    ),
    (
        ["accept", "audit", "--by", "Grace", "--until", "2027-06", "--why", "Rare"],
        AUDIT_FILE,
        AUDIT + "acceptance:\n  by: Grace\n  on: 2026-11-27\n  until: 2027-06\n  why: Rare\n",
        "Decision",
    ),
    (
        ["new", "Log: all", "--priority", "low", "--requirement", "Collect, keep"],
        "enhancements/03-log-all.yml",
        "title: 'Log: all'\npriority: low\nrequirements:\n  - Collect, keep\n",
        "Enhancements: 2 → 3",
    ),
]


@pytest.mark.parametrize(("words", "file", "text", "meaning"), CASES, ids=[" ".join(case[0]) for case in CASES])
def test_it_changes_the_lines_it_means_and_says_what_that_means(words: list[str], file: str, text: str, meaning: str, data: Path) -> None:
    code, dry, error = said(*words, "--dry-run")
    assert (code, error, changed(data)) == (0, "", {})
    code, out, error = said(*words)
    assert (code, error, changed(data)) == (0, "", {file: text})
    assert meaning in out
    undo = "git restore" if file in FILES else "rm"
    assert out.endswith(f"\nWritten: roadmap-data/{file}\nTo go back to what git has: {undo} -- roadmap-data/{file}\n")
    assert dry == out.split("Written: ")[0] + f"Nothing was written; without --dry-run this would be: roadmap-data/{file}\n"
    assert roadmap("check", "--format", "json").stdout.count('"error"') == 0


def test_what_the_data_say_against_each_other_then_is_named() -> None:
    code, out, _ = said("close", "keys")
    assert code == 0
    assert "\nWhat the data say against each other then:\nroadmap-data/enhancements/01-keys.yml:5:9: warning RM804: ‘keys’" in out


def test_a_new_rank_is_said() -> None:
    said("assess", "keys", "--risk", "1")
    _, out, _ = said("assess", "audit", "--risk", "4", "--impact", "2")
    assert "\n\nRank among the open ones: Audit: 2 → 1 of 2\n" in out


def test_words_that_no_file_can_hold_are_refused(data: Path) -> None:
    for words in (["set", "keys", "owner=\udcff"], ["new", "A\udcff"], ["waive", "keys", "1", "--why", "\udcff"]):
        code, out, error = said(*words)
        assert (code in {1, 2}, out, changed(data)) == (True, "", {})
        assert "\nNothing was written: " in error or error.startswith("roadmap: could not run: ")


def test_what_is_said_again_replaces_what_was_said(data: Path) -> None:
    said("defer", "keys", "--until", "2027-03", "--why", "One")
    said("defer", "keys", "--why", "Two")
    assert changed(data)[KEYS_FILE] == f"{KEYS}deferred:\n  why: Two\n"


def test_a_dependency_is_added_once(data: Path) -> None:
    said("new", "Log")
    said("depend", "audit", "log", "keys", "log")
    assert changed(data)[AUDIT_FILE] == AUDIT.replace("[keys]", "[keys, log]")


def test_a_new_file_begins_and_is_numbered_as_the_others(data: Path) -> None:
    data.joinpath(AUDIT_FILE).rename(data / "enhancements/007-audit.yml")
    data.joinpath("enhancements/007-audit.yml").write_text(KEYS.replace("Keys", "Audit"))
    said("new", "Log", "--id", "logging")
    assert changed(data)["enhancements/008-logging.yml"] == f"{KEYS.splitlines()[0]}\n\ntitle: Log\n"


MISTAKES = [
    (["set", "kees", "owner=Ada"], 2, "there is no enhancement ‘kees’. Did you mean ‘keys’?"),
    (["set", "keys", "ownr=Ada"], 2, "there is no field ‘ownr’. Did you mean ‘owner’?"),
    (["set", "keys", "id=key"], 2, "‘id’ is not set so: ‘roadmap rename’ changes an id"),
    (["set", "keys"], 2, "say what to set, as FIELD=VALUE"),
    (["set", "owner=Ada"], 2, "name the enhancements by their ids, or choose them with --where: one of the two"),
    (["set", "keys", "trigger.kind=date"], 2, "‘trigger’ of ‘keys’ is ‘When there are keys’, which has no ‘kind’: change it by hand"),
    (["set", "keys", "priority=hihg"], 1, "there is no priority level ‘hihg’"),
    (["set", "keys", "fields.hours=many"], 1, "Write a number"),
    (["set", "keys", "fields.suplier=A"], 1, "Did you mean ‘supplier’?"),
    (["set", "keys", "scope.timelin=2 weeks"], 1, "Did you mean ‘timeline’?"),
    (["set", "--where", "priority=hihg", "owner=Ada"], 2, "there is no priority ‘hihg’. Did you mean ‘high’?"),
    (["set", "--where", "prority=high", "owner=Ada"], 2, "there is no filter ‘prority’. Did you mean ‘priority’?"),
    (["set", "--where", "is=blocked is=often", "owner=Ada"], 2, "‘is=blocked is=often’: "),
    (["set", "--where", "owner=Bob", "owner=Ada"], 2, "no enhancement is chosen by ‘owner=Bob’"),
    (["set", "--where", "'", "owner=Ada"], 2, "has a quote that does not end"),
    (["assess", "audit", "--risk", "4"], 2, "‘audit’ has no assessment yet: say --impact too"),
    (["assess", "audit", "--risk", "often", "--impact", "1"], 1, "‘often’"),
    (["defer", "audit", "--why", "x", "--until", "2027-13"], 2, "‘2027-13’ is not a day of the calendar"),
    (["depend", "keys", "audit"], 1, "a circle of dependencies"),
    (["depend", "keys", "keys"], 2, "‘keys’ can not depend on itself"),
    (["new", "Keys again", "--id", "keys"], 2, "there is an enhancement ‘keys’ already, in enhancements/01-keys.yml"),
    (["new", "Out", "--id", "../out"], 2, "‘../out’ is no id: write ‘out’"),
    (["new", " "], 2, "the title is empty"),
]


@pytest.mark.parametrize(("words", "expected", "message"), MISTAKES, ids=[" ".join(case[0]) for case in MISTAKES])
def test_a_mistake_has_a_clear_answer_and_changes_nothing(words: list[str], expected: int, message: str, data: Path) -> None:
    code, out, error = said(*words)
    assert (code, out) == (expected, "")
    assert message in error
    assert changed(data) == {}


def test_shells_complete_ids() -> None:
    ran = roadmap("", _ROADMAP_COMPLETE="bash_complete", COMP_WORDS="roadmap tick ke", COMP_CWORD="2")
    assert main.name == "main"
    assert ran.stdout == "plain,keys\n"
