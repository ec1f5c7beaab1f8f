"""A short form and the long one say the same: no difference. What they leave out or change is one change, told by itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from enhancement_roadmap.diff import Difference, describe
from enhancement_roadmap.diff.effects import ORDER_CHANGED, PRIORITY_LOWERED, PRIORITY_RAISED
from support.differences import between, described

ABOUT = """\
title: Plan
priorities:
  - {id: high, title: High, meaning: Now, from_score: 4}
  - {id: low, title: Low, meaning: Later}
scoring:
  risk: {title: Risk, levels: [{value: 1, title: Slight, meaning: x}, {value: 2, title: Grave, meaning: x}]}
  impact: {title: Impact, levels: [{value: 1, title: Small, meaning: x}, {value: 2, title: Large, meaning: x}]}
"""
WORK = "requirements: [{id: one, text: The one requirement}]\n"
OTHER = {"enhancements/02-other.yml": f"title: Other\n{WORK}"}


def _files(text: str, name: str = "01-first.yml", **more: str) -> Mapping[str, str]:
    return {"roadmap.yml": ABOUT, **OTHER, f"enhancements/{name}": text + WORK, **{f"{key}.yml": value for key, value in more.items()}}


def _between(folder: Path, before: str, after: str) -> Difference:
    return between(folder, _files(f"title: First\n{before}"), _files(f"title: First\n{after}"))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("", "id: first\nnumber: 1\n"),
        ("trigger: When it is time\n", "trigger: {summary: When it is time}\n"),
        ("owner: Ada\n", "owner: [Ada]\n"),
        ("assessment: {risk: grave, impact: LARGE}\n", "assessment: {risk: 2, impact: 2, kind: reviewed}\n"),
        ("assessment: {risk: slight-grave, impact: small to large}\n", "assessment: {risk: 1-2, impact: 1-2}\n"),
    ],
)
def test_both_forms_are_the_same(short: str, long: str, tmp_path: Path) -> None:
    assert _between(tmp_path, short, long).changes == ()


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("", "owner: [Ada, Eve]\n", ["field-changed [first] owner: None -> ['Ada', 'Eve']"]),
        ("owner: Ada\n", "owner: [Ada, Eve]\n", ["field-changed [first] owner: 'Ada' -> ['Ada', 'Eve']"]),
        ("number: 9\n", "number:\n", ["field-changed [first] number: 9 -> None"]),
        ("", "priority: low\n", ["field-changed [first] priority: None -> 'low'"]),
        ("", "trigger: At once\n", ["field-changed [first] trigger"]),
        (
            "scope: {timeline: 2 weeks}\n",
            "scope: {timeline: about 2 weeks}\n",
            ["field-changed [first] scope timeline: '2 weeks' -> 'about 2 weeks'"],
        ),
    ],
)
def test_what_was_left_out_is_one_change(before: str, after: str, what: list[str], tmp_path: Path) -> None:
    assert described(_between(tmp_path, before, after)) == what


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("", "priority: low\n", PRIORITY_RAISED),
        ("priority: low\n", "", PRIORITY_LOWERED),
        ("assessment: {risk: grave, impact: large}\n", "assessment: {risk: grave, impact: large}\npriority: low\n", PRIORITY_LOWERED),
        ("assessment: {risk: grave, impact: large}\n", "assessment: {risk: grave, impact: large}\npriority: high\n", None),
        ("assessment: {risk: slight, impact: large}\n", "assessment: {risk: grave, impact: large}\n", PRIORITY_RAISED),
        ("", "assessment: {risk: slight, impact: large}\n", PRIORITY_RAISED),
    ],
)
def test_what_it_means_is_told_by_the_priority_that_counts(before: str, after: str, effect: object, tmp_path: Path) -> None:
    effects = [change.effect for change in _between(tmp_path, before, after).changes]
    assert [found for found in effects if found in {PRIORITY_RAISED, PRIORITY_LOWERED}] == ([] if effect is None else [effect])


def test_another_scale_is_told_of_what_is_assessed_in_words(tmp_path: Path) -> None:
    files = dict(_files("title: First\nassessment: {risk: grave, impact: large}\n"))
    found = between(tmp_path, files, {**files, "roadmap.yml": ABOUT.replace("value: 2, title: Grave", "value: 4, title: Grave")})
    assert "field-changed [first] assessment risk: '2' -> '4'" in described(found)
    assert "score-raised [first] score: '4' -> '8'" in described(found, derived=True)


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("01-beginning.yml", "title: First\n", ["enhancement-renamed [beginning] id", "enhancement-moved [beginning] file"]),
        ("beginning.yml", "title: First\n", ["enhancement-renamed", "field-changed [beginning] number: 1 -> None", "enhancement-moved"]),
        ("03-first.yml", "title: First\n", ["field-changed [first] number: 1 -> 3", "enhancement-moved"]),
        ("first.yml", "title: The first\n", ["field-changed [first] number", "field-changed [first] title", "enhancement-moved"]),
    ],
)
def test_a_renamed_file_is_the_same_enhancement(name: str, text: str, what: list[str], tmp_path: Path) -> None:
    found = described(between(tmp_path, _files("title: First\n"), _files(text, name)))
    assert len(found) == len(what)
    assert all(line.startswith(begin) for line, begin in zip(found, what, strict=True)), found


def test_an_order_is_one_change_that_names_what_it_moves(tmp_path: Path) -> None:
    more = {f"enhancements/{name}.yml": f"title: {name}\n{WORK}" for name in "abcd"}
    before = {**_files("title: First\n", plan="order: [a, b, c, d]\n"), **more}
    found = between(tmp_path, before, {**before, "plan.yml": "order: [a, c, b, d]\n"})
    (change,) = found.changes
    assert change.effect is ORDER_CHANGED
    words = describe(change)
    assert (words.title, words.before, words.after) == ("Order changed", "b, c", "c, b")


def test_an_order_that_follows_a_new_id_is_none(tmp_path: Path) -> None:
    before = _files("title: First\n", plan="order: [other, first]\n")
    after = _files("title: First\n", name="01-beginning.yml", plan="order: [other, beginning]\n")
    assert [change.kind.name for change in between(tmp_path, before, after).changes] == [
        "enhancement-renamed",
        "enhancement-moved",
        "reference-followed",
    ]
