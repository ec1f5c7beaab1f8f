"""What has one cause is one finding, whatever many files say."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import load
from enhancement_roadmap.loading.causes import SEVERAL
from support.plain_plan import PLAN, make_folder

ITEM = "id: item-{n}\nnumber: {number}\ntitle: Item {n}\npriority: {priority}\n"
REST = "trigger: {summary: When, kind: growth}\nrequirements: [{id: a, text: A}]\n"
MARKERS = ["<<<<<<< HEAD", "=======", ">>>>>>> other"]


def findings(files: dict[str, str]) -> tuple[Finding, ...]:
    with tempfile.TemporaryDirectory() as folder:
        return load(make_folder(Path(folder), {**PLAN, **files}), shown="").findings


def items(count: int, priority: str, more: str = "") -> dict[str, str]:
    text = {n: ITEM.format(n=n, number=n + 10, priority=priority) + REST + more for n in range(count)}
    return {f"enhancements/{n + 10}-item.yml": one for n, one in text.items()}


@settings(deadline=None, max_examples=20)
@given(count=st.integers(1, 12))
def test_a_priority_that_there_is_not_is_one_finding_from_a_few_on(count: int) -> None:
    found = findings(items(count, "urgent-ly"))
    assert {finding.code for finding in found} == {"RM405"}
    assert len(found) == (count if count < SEVERAL else 1)
    if count >= SEVERAL:
        assert found[0].place.file == "roadmap.yml"
        assert f"which {count} places need: " in found[0].message


@pytest.mark.parametrize("wrong", ["{value: 44, title: Severe", "{value: 3, title: Severe"])
def test_nine_assessments_and_a_level_that_is_wrong_are_one_finding_at_that_level(wrong: str) -> None:
    files = items(9, "high", "assessment: {risk: 4, impact: 2, why: x}\n")
    (finding,) = findings({**files, "roadmap.yml": PLAN["roadmap.yml"].replace("{value: 4, title: Severe", wrong)})
    assert (finding.code, finding.place.file, finding.place.line) == ("RM406", "roadmap.yml", 9)
    assert "the risk scale has no ‘4’, which 9 places need" in finding.message


def test_a_level_that_is_no_number_hides_what_follows_from_it() -> None:
    files = items(9, "high", "assessment: {risk: 4, impact: 2, why: x}\n")
    (finding,) = findings({**files, "roadmap.yml": PLAN["roadmap.yml"].replace("{value: 4, title: Severe", "{value: four, title: Severe")})
    assert (finding.code, finding.place.file) == ("RM303", "roadmap.yml")


@settings(deadline=None, max_examples=60)
@given(name=st.sampled_from(sorted(PLAN)), lines=st.lists(st.integers(0, 9), min_size=3, max_size=3).map(sorted))
@example(name="roadmap.yml", lines=[0, 0, 0])
def test_a_merge_conflict_is_named_first_with_its_lines_and_nothing_else_of_the_file(name: str, lines: list[int]) -> None:
    text = PLAN[name].splitlines()
    at = [min(line, len(text)) + index for index, line in enumerate(lines)]
    for place, marker in zip(at, MARKERS, strict=True):
        text.insert(place, marker)
    found = findings({name: "\n".join(text), "plan.yml": "quartes: []\n"})
    assert [(finding.code, finding.place.file) for finding in found] == [("RM109", name), ("RM301", "plan.yml")]
    assert found[0].place.line == at[0] + 1
    for place, marker in zip(at, MARKERS, strict=True):
        assert f"{marker[:7]} on line {place + 1}" in found[0].message


@settings(deadline=None, max_examples=100)
@given(number=st.from_regex(r"[1-9][0-9]{0,3}(,[0-9]{1,4}){1,3}", fullmatch=True), more=st.sampled_from(["", ", source: x"]))
@example(number="1,200", more="")
@example(number="1,000,000", more="")
def test_a_number_that_a_comma_cuts_in_braces_is_named_once_with_what_it_may_be(number: str, more: str) -> None:
    text = f"metrics:\n  - {{id: a, title: A, readings: [{{on: 2025-06, value: {number}{more}}}]}}\nevents: [{{id: launch, title: x}}]\n"
    (finding,) = findings({"metrics.yml": text})
    assert (finding.code, finding.place.line, finding.place.column) == ("RM320", 2, 55)
    assert f"ends at the comma: ‘{number}’" in finding.message
