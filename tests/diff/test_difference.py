"""What a difference says happened: exactly that, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from enhancement_roadmap.diff import Effect, Version, difference
from enhancement_roadmap.diff.effects import ESTIMATE_LONGER, ESTIMATE_SHORTER, PHASE_LOST
from enhancement_roadmap.diff.kinds import REQUIREMENT_REORDERED
from enhancement_roadmap.findings import Place
from enhancement_roadmap.outputs.difference import as_text
from support.differences import between, described, version_of, versions_of
from support.roadmaps import enhancement, small
from support.site import WORKING_PANDA

FIRST = "enhancements/first.yml"
PHASES = "phases:\n  - {id: one, number: 1, title: Foundation, summary: First, enhancements: [first]}\n"


def _replaced(old: str, new: str) -> dict[str, str]:
    files = dict(small())
    assert old in files[FIRST]
    return {**files, FIRST: files[FIRST].replace(old, new)}


def test_the_same_roadmap_has_no_difference(tmp_path: Path) -> None:
    version = version_of(WORKING_PANDA)
    assert difference(version, version).changes == ()
    assert between(tmp_path, small(), small()).changes == ()


def test_a_rewritten_file_with_the_same_content_is_no_change(tmp_path: Path) -> None:
    files = dict(small())
    rewritten = """\
# A comment that nobody had written before.
"title": 'First thing'
requirements:
- text: >-
    The one
    requirement
  id: one
  status: open        # the default, written out
trigger:
    kind: growth
    summary: When it is time
status: proposed
labels: []
priority: high
number: 1
id: first
"""
    assert between(tmp_path, files, {**files, FIRST: rewritten}).changes == ()


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("priority: high", "priority: low", ["field-changed [first] priority: 'high' -> 'low'"]),
        ("title: First", "title: Very first", ["field-changed [first] title: 'First thing' -> 'Very first thing'"]),
        (
            "The one requirement",
            "The only requirement",
            ["requirement-reworded [first] The only requirement: 'The one requirement' -> 'The only requirement'"],
        ),
        ("{id: one,", "{id: uno,", ["requirement-renamed [first] The one requirement: 'one' -> 'uno'"]),
        ("requirement}", "requirement, status: done, done_on: 2026-05-01}", ["requirement-completed [first] The one requirement"]),
        ("kind: growth", "kind: business", ["field-changed [first] trigger kind: 'growth' -> 'business'"]),
        (
            "- {id: one, text: The one requirement}",
            "- {id: two, text: Something that is quite different}",
            [
                "requirement-removed [first] The one requirement",
                "requirement-added [first] Something that is quite different",
            ],
        ),
    ],
)
def test_each_edit_is_said_once(old: str, new: str, what: list[str], tmp_path: Path) -> None:
    assert described(between(tmp_path, small(), _replaced(old, new))) == what


def test_a_deleted_and_a_new_enhancement(tmp_path: Path) -> None:
    files = dict(small(second=enhancement("second", 2, "Second thing")))
    after = {name: text for name, text in files.items() if name != FIRST} | {
        "enhancements/new.yml": "id: other\nnumber: 7\ntitle: Something else altogether\npriority: low\n"
        "trigger: {summary: Never, kind: business}\nrequirements: [{id: a, text: Quite another matter}]\n"
    }
    found = between(tmp_path, files, after)
    assert described(found) == ["enhancement-removed [first] ", "enhancement-added [other] "]
    assert (found.removed, found.added, found.changed) == (["first"], ["other"], [])
    assert found.changes[0].place == Place("roadmap-data/enhancements/first.yml", 1, 1)
    assert found.changes[0].before["title"] == "First thing"


def test_an_enhancement_with_another_id_is_the_same(tmp_path: Path) -> None:
    files = dict(small())
    after = {**files, FIRST: files[FIRST].replace("id: first", "id: premier")}
    after["enhancements/second.yml"] = after["enhancements/second.yml"].replace("[first]", "[premier]")
    found = between(tmp_path, files, after)
    assert described(found) == [
        "enhancement-renamed [premier] id: 'first' -> 'premier'",
        "reference-followed [second] scope depends on: ['first'] -> ['premier']",
    ]
    assert described(found, derived=True) == []
    assert found.renamed == {"first": "premier"}


def test_a_moved_file_is_said_and_changes_nothing(tmp_path: Path) -> None:
    files = dict(small())
    after = {name: text for name, text in files.items() if name != FIRST} | {"enhancements/01-first.yml": files[FIRST]}
    found = between(tmp_path, files, after)
    assert described(found) == ["enhancement-moved [first] file: 'enhancements/first.yml' -> 'enhancements/01-first.yml'"]
    assert found.changed == []


def test_requirements_in_another_order_are_one_change(tmp_path: Path) -> None:
    three = [f"  - {{id: {name}, text: Do the {name} thing}}\n" for name in ("alpha", "beta", "gamma")]
    base = small()[FIRST].partition("requirements:")[0] + "requirements:\n"
    files = {**small(), FIRST: base + "".join(three)}
    random.Random(1).shuffle(three)  # noqa: S311  (any other order will do)
    found = between(tmp_path, files, {**files, FIRST: base + "".join(three)})
    assert [change.kind for change in found.changes] == [REQUIREMENT_REORDERED]


_LISTED = [
    (
        ["Encrypt the backups"],
        ["Encrypt all the backups"],
        [
            "requirement-reworded [first] Encrypt all the backups: 'Encrypt the backups' -> 'Encrypt all the backups'",
            "requirement-id-followed [first] Encrypt all the backups: 'encrypt-the-backups' -> 'encrypt-all-the-backups'",
        ],
    ),
    (
        ["{text: Encrypt the backups, done: yes}"],
        ["{text: Encrypt all the backups, done: yes}"],
        [
            "requirement-reworded [first] Encrypt all the backups: 'Encrypt the backups' -> 'Encrypt all the backups'",
            "requirement-id-followed [first] Encrypt all the backups: 'encrypt-the-backups' -> 'encrypt-all-the-backups'",
        ],
    ),
    (["Encrypt"], ["{id: encrypt, text: Encrypt, status: open}"], []),
    (["{text: A, done: 2026-10-02}"], ["{text: A, status: done, done_on: 2026-10-02}"], []),
    (["A sentence"], ["{text: A sentence, done: yes}"], ["requirement-completed [first] A sentence"]),
    (
        ["{text: Encryption, parts: [At rest, {text: In transit, done: yes}]}"],
        ["{text: Encryption, parts: [{text: At rest, done: 2026-10-02}, {text: In transit, done: yes}]}"],
        ["requirement-completed [first] Encryption: At rest", "requirement-parts-completed [first] Encryption"],
    ),
    (
        ["{text: Encryption, parts: [{text: At rest, done: yes}]}"],
        ["{text: Encryption, parts: [{text: At rest, done: yes}, In transit]}"],
        ["requirement-added [first] Encryption: In transit", "requirement-parts-reopened [first] Encryption"],
    ),
    (
        ["Something else"],
        ["Something else", "{text: Encryption, parts: [At rest, {text: In transit, parts: [TLS, SSH]}]}"],
        ["requirement-added [first] Encryption"],
    ),
    (
        ["{text: A, parts: [B, C]}"],
        ["{text: A, parts: [C, B]}"],
        ["requirement-reordered [first] requirements A: parts: ['b', 'c'] -> ['c', 'b']"],
    ),
]


@pytest.mark.parametrize(("old", "new", "what"), _LISTED)
def test_sentences_and_parts(old: list[str], new: list[str], what: list[str], tmp_path: Path) -> None:
    base = small()[FIRST].partition("requirements:")[0] + "requirements:\n"
    before, after = ({**small(), FIRST: base + "".join(f"  - {entry}\n" for entry in listed)} for listed in (old, new))
    assert described(between(tmp_path, before, after)) == what


def test_requirements_are_counted_by_their_parts_without_parts(tmp_path: Path) -> None:
    base = small()[FIRST].partition("requirements:")[0]
    parts = "requirements:\n  - Something else\n  - {text: Encryption, parts: [At rest, {text: In transit, parts: [TLS, SSH]}]}\n"
    found = between(tmp_path, {**small(), FIRST: base}, {**small(), FIRST: base + parts})
    assert {effect.name: number for effect, number in found.effects.items()}["requirement-added"] == 4
    assert "requirements: 1 -> 5" in "\n".join(described(found, derived=True))
    assert "Encryption" in as_text(found)
    assert "3 parts" in as_text(found)


def test_what_an_id_made_of_words_follows_is_said_once(tmp_path: Path) -> None:
    base = small()[FIRST].partition("requirements:")[0] + "requirements:\n  - Encrypt the backups"
    found = between(tmp_path, {**small(), FIRST: f"{base}\n"}, {**small(), FIRST: f"{base} now\n"})
    assert [change.kind.name for change in found.described] == ["requirement-reworded"]


def test_readings_are_told_apart_by_their_dates(tmp_path: Path) -> None:
    metrics = "metrics:\n  - id: users\n    title: Users\n    readings:\n      - {on: 2026-05-01, value: 1}\n"
    files = {**small(), "metrics.yml": metrics}
    found = between(tmp_path, files, {**files, "metrics.yml": metrics + "      - {on: 2026-06-01, value: 2}\n"})
    assert described(found) == ["entry-added [] metrics Users: readings 1 June 2026"]
    assert found.changes[0].place == Place("roadmap-data/metrics.yml", 6, 9)


def test_a_reading_beyond_a_threshold_fires_the_trigger(tmp_path: Path) -> None:
    metrics = "metrics:\n  - id: users\n    title: Users\n    readings:\n      - {on: 2026-05-01, value: 1}\n"
    triggered = _replaced("kind: growth}", "kind: growth, when: {metric: users, above: 5}}")
    files = {**triggered, "metrics.yml": metrics}
    found = between(tmp_path, files, {**files, "metrics.yml": metrics.replace("value: 1", "value: 9")})
    assert described(found) == ["field-changed [] metrics Users: readings 1 May 2026: value: 1.0 -> 9.0"]
    assert described(found, derived=True) == [
        "trigger-fired [first] trigger state: 'waiting' -> 'fired'",
        "decision-changed [first] decision: 'Watch' -> 'Start now'",
    ]
    assert found.changes[0].place == Place("roadmap-data/enhancements/first.yml", 5, 1)


def test_what_blocks_and_what_no_longer_does(tmp_path: Path) -> None:
    done = _replaced("priority: high", "priority: high\nstatus: done")
    assert "unblocked [second] waits for: ['First thing'] -> []" in described(between(tmp_path / "1", small(), done), derived=True)
    assert "now-blocked [second] waits for: [] -> ['First thing']" in described(between(tmp_path / "2", done, small()), derived=True)


def test_phases_gain_and_lose(tmp_path: Path) -> None:
    files = {**small(), "plan.yml": PHASES}
    found = between(tmp_path, files, {**files, "plan.yml": PHASES.replace("[first]", "[second]")})
    assert described(found, derived=True) == [
        "phase-lost [first] phase: 'Foundation' -> None",
        "phase-gained [second] phase: None -> 'Foundation'",
    ]


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("1-2 sprints", "5-6 weeks", ESTIMATE_LONGER),
        ("6 months", "1 quarter", ESTIMATE_SHORTER),
        ("2 weeks", "1 sprint", None),
    ],
)
def test_estimates_are_compared_as_time(before: str, after: str, effect: Effect | None, tmp_path: Path) -> None:
    files = {**small(), FIRST: enhancement("first", 1, "First thing", f"scope: {{timeline: {before}}}")}
    found = between(tmp_path, files, {**files, FIRST: files[FIRST].replace(before, after)})
    assert [change.effect for change in found.changes] == [effect]


def test_scores_go_up_with_the_assessment_that_says_so() -> None:
    version = version_of(WORKING_PANDA)
    item = version.items["security-monitoring"]
    assert item.assessment is not None
    higher = item.model_copy(update={"assessment": item.assessment.model_copy(update={"risk": item.assessment.impact})})
    changed = Version(version.today, version.frame, {**version.items, item.id: higher}, {})
    assert "score-raised [security-monitoring] score: '12' -> '16'" in described(difference(version, changed), derived=True)


def test_the_most_important_comes_first(tmp_path: Path) -> None:
    files = dict(small(second=enhancement("second", 2, "Second thing")))
    after = dict(files)
    after[FIRST] = after[FIRST].replace("priority: high", "priority: low").replace("requirement}", "requirement, status: done}")
    del after["enhancements/second.yml"]
    effects = [change.effect for change in between(tmp_path, files, after).changes]
    assert [effect and effect.name for effect in effects[:2]] == ["removed", "priority-lowered"]
    importance = [effect.importance for effect in effects if effect]
    assert importance == sorted(importance, reverse=True)


def test_shared_parts_cost_nothing_and_say_nothing(tmp_path: Path) -> None:
    before, after = versions_of(tmp_path, small(), _replaced("priority: high", "priority: low"))
    found = difference(before, after, brief=True)
    assert described(found) == ["field-changed [first] priority: 'high' -> 'low'"]
    assert described(found, derived=True) == []
    assert found.changes[0].place is None


@pytest.mark.parametrize(("listed", "is_described"), [("[second, first]", False), ("[first]", False), ("[second, third, first]", True)])
def test_a_list_is_described_where_its_order_alone_is_another(listed: str, is_described: bool, tmp_path: Path) -> None:
    files = {**small(), "enhancements/third.yml": enhancement("third", 3, "Third thing")}
    before = files | {"plan.yml": PHASES.replace("[first]", "[first, second, third]")}
    found = between(tmp_path, before, files | {"plan.yml": PHASES.replace("[first]", listed)})
    lists = [change for change in found.changes if change.path[-1:] == ("enhancements",)]
    assert len(lists) == 1
    assert (lists[0] in found.described) == is_described
    lost = [change.enhancement for change in found.described if change.effect is PHASE_LOST]
    assert lost == [name for name in ("first", "second", "third") if name not in listed]
