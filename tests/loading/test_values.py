"""Values mean what they look like: ``no``, ``010``, ``22:22``, ``1.10`` and dates are read as people mean them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import load
from enhancement_roadmap.model import Condition, Enhancement, LevelRange, PartialDate, Reading
from enhancement_roadmap.strict_yaml import Positions, read_values
from support.plain_plan import PLAN, make_folder

AS_TYPED = ["no", "yes", "on", "off", "true", "010", "0x1F", "0o17", "1_000", "22:22", "1.10", "1e3", ".5", "2025-06-30", "=", "NO", "N"]
LOOKS = {
    "hash": ("A #hash: kept", "'A #hash: kept'"),
    "folded": ("one two", ">\n  one\n  two\n"),
    "block": ("one\ntwo", "|\n  one\n  two\n"),
    "quoted null": ("null", "'null'"),
    "quoted tilde": ("~", '"~"'),
    "a word with null in it": ("nullable", "nullable"),
}


def values_of(text: str) -> Any:
    return read_values(text.encode(), Positions("file", text.encode()), [])


@pytest.mark.parametrize("typed", AS_TYPED)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    assert values_of(f"a: {typed}") == {"a": typed}
    assert values_of(f"- {typed}") == [typed]
    assert values_of(f"{typed}: a") == {typed: "a"}


@pytest.mark.parametrize("name", LOOKS)
def test_quotes_and_blocks_make_text(name: str) -> None:
    value, typed = LOOKS[name]
    assert values_of(f"a: {typed}")["a"].strip() == value


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_only_null_and_nothing_are_no_value(typed: str) -> None:
    assert values_of(f"a: {typed}") == {"a": None}


def enhancement(folder: Path, more: str) -> Enhancement:
    text = PLAN["enhancements/01-database-security.yml"] + more
    loaded = load(make_folder(folder, {**PLAN, "enhancements/01-database-security.yml": text}))
    assert loaded.findings == ()
    assert loaded.roadmap is not None
    return loaded.roadmap.enhancements[0]


def test_the_model_reads_them_as_people_mean_them(tmp_path: Path) -> None:
    item = enhancement(
        tmp_path,
        "owner: no\nlabels: [1.10, yes, 010]\nreadiness: {team: no}\nassessment: {risk: 04, impact: 2, on: 2025-06, by: 22:22, why: 007}\n",
    )
    assert (item.owner, item.labels, item.readiness["team"].state) == ("no", ("1.10", "yes", "010"), "no")
    assert item.assessment is not None
    assert item.assessment.risk == LevelRange(4, 4)
    assert (item.assessment.on, item.assessment.by, item.assessment.why) == (PartialDate(2025, 6), "22:22", "007")


@pytest.mark.parametrize(("typed", "value"), [("1000", 1000.0), ("0.5", 0.5), ("-3", -3.0), ("010", 10.0), ("1e3", 1000.0)])
def test_thresholds_and_readings_are_numbers(typed: str, value: float) -> None:
    assert Condition.model_validate(values_of(f"{{metric: m, above: {typed}}}")).above == value
    assert Reading.model_validate(values_of(f"{{on: 2025-06-30, value: {typed}}}")).value == value


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("technologies: A sentence", {"summary": "A sentence", "options": ()}),
        ("technologies: [A, B]", {"summary": None, "options": ("A", "B")}),
        ("technologies: {summary: A, options: [B]}", {"summary": "A", "options": ("B",)}),
    ],
)
def test_candidates_have_a_short_form(typed: str, expected: Mapping[str, Any], tmp_path: Path) -> None:
    technologies = enhancement(tmp_path, f"scope: {{{typed}}}\n").scope.technologies
    assert technologies is not None
    assert technologies.model_dump() == expected


def test_a_file_to_modify_may_be_a_sentence(tmp_path: Path) -> None:
    files = enhancement(tmp_path, "scope: {files: [A sentence, {path: a.ts, note: new}]}\n").scope.files
    assert [(file.path, file.note) for file in files] == [(None, "A sentence"), ("a.ts", "new")]


def test_enhancements_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    second = PLAN["enhancements/01-database-security.yml"].replace("database-security", "other").replace("number: 1", "number: 0")
    files = {
        **PLAN,
        "enhancements/99-z.yml": second.replace("number: 0", "number: 2"),
        "enhancements/00-a.yml": second.replace("other", "third").replace("number: 0", "number: 10"),
    }
    loaded = load(make_folder(tmp_path, files))
    assert loaded.roadmap is not None
    assert [item.id for item in loaded.roadmap.enhancements] == ["database-security", "other", "third"]
    assert loaded.files == {
        "third": "enhancements/00-a.yml",
        "database-security": "enhancements/01-database-security.yml",
        "other": "enhancements/99-z.yml",
    }
    assert loaded.count == 5


WORD = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,3}", fullmatch=True) | st.sampled_from(
    ["null", "Null", "NULL", "nUll", "yes", "y", "no", "true"]
)
LINES = st.lists(st.tuples(st.from_regex(r"[a-z_]{1,2}", fullmatch=True), WORD).map(": ".join), min_size=1, max_size=5)


@given(LINES, st.booleans())
def test_a_text_of_a_word_a_line_means_what_any_yaml_does(lines: list[str], ends: bool) -> None:
    text = "\n".join(lines) + ("\n" if ends else "")
    read = []
    for same in (text, "\n".join([*lines, "# no words alone\n"])):
        findings: list[Finding] = []
        read.append((read_values(same.encode(), Positions("file", same.encode()), findings), findings))
    assert read[0] == read[1]
