"""What YAML 1.2 calls a mistake is a finding, or it is written down that nobody minds it.

The parser lets more pass than YAML does. Names in brackets are those of the cases in ``yaml-test-suite``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.strict_yaml import Positions, read_values

DECISIONS = Path(__file__).parents[2] / "docs" / "explanation" / "data-in-git.md"
BOM = "\ufeff"

FINDINGS: dict[str, tuple[str, str]] = {
    "words behind a version (H7TQ)": ("%YAML 1.2 foo\n---\na: b\n", "RM211 1:1"),
    "a comment glued to a version (MUS6)": ("%YAML 1.1#...\n---\na: b\n", "RM211 1:1"),
    "a version said twice (SF5V)": ("%YAML 1.2\n%YAML 1.2\n---\na: b\n", "RM201 2:1"),
    "a version that there is not": ("%YAML 1.3\n---\na: b\n", "RM211 1:1"),
    "a version without a document (9MMA)": ("%YAML 1.2\n", "RM201 1:9"),
    "a directive behind a document (9HCY)": ('!a "b"\n%TAG ! tag:x,2000:\n---\n', "RM203 2:1"),
    "a version behind a document (EB22)": ("a: b\n%YAML 1.2\n---\nc: d\n", "RM203 2:1"),
    "a line that starts with a percent sign": ("a: b\n%c: d\n", "RM201 2:1"),
    "a tab before a key (4EJS)": ("a:\n\tb: c\n", "RM202 2:1"),
    "a tab behind spaces (DK95)": ("a:\n  b: c\n  \td: e\n", "RM202 3:3"),
    "a tab between a dash and a key (Y79Y)": ("-\ta: b\n", "RM202 1:2"),
    "a tab between a dash and keys": ("a:\n-\tb: c\n  d: e\n", "RM202 2:2"),
    "a tab between dashes (Y79Y)": ("-\t-\ta\n", "RM202 1:2"),
    "a tab in front of a list": ("a:\n \t- b\n", "RM202 2:2"),
    "a tab in front of a text (Y79Y)": ("a: |\n\tx\n", "RM202 2:1"),
    "a comment glued to quotes (SU5Z)": ('a: "b"#c\n', "RM201 1:7"),
    "a comment glued to brackets (9JBA)": ("a: [b]#c\n", "RM201 1:7"),
    "a comment glued to braces": ("a: {b: c}#d\n", "RM201 1:10"),
    "a comment glued to a bar (X4QW)": ("a: |#c\n  x\n", "RM201 1:4"),
    "a comment glued to the end of a document": ("a: b\n...#c\n", "RM201 2:1"),
    "a comment within a text (BF9H)": ("a: b # c\n  d\n", "RM201 2:3"),
    "a comment within a text in brackets (CML9)": ("a: [ b\n# c\n d ]\n", "RM201 3:2"),
    "a comment within a text below a bar": ("a: |\n  x\n # c\n  y\n", "RM201 4:3"),
    "a key on two lines (HU3P)": ("a:\n  b\n  c: d\n", "RM201 3:4"),
    "a key on two lines at the margin": ("a\nb: c\n", "RM201 2:2"),
    "a quoted key on two lines (7LBH)": ('"a\n b": c\n', "RM201 2:4"),
    "a list on two lines as a key (C2SP)": ("[a,\n b]: c\n", "RM201 2:4"),
    "a key on two lines in brackets (DK4H)": ("[a\n b: c]\n", "RM201 2:3"),
    "a colon on the next line in brackets (ZXT5)": ('[ "a"\n  :b ]\n', "RM201 2:3"),
    "two keys on a line (ZCZ6)": ("a: b: c: d\n", "RM201 1:5"),
    "a list on the line of its key (5U3A)": ("a: - b\n     - c\n", "RM201 1:4"),
    "an anchor and a list on a line (SY6V)": ("&a - b\n", "RM201 1:4"),
    "a document and a key on a line (9KBC)": ("--- a: b\nc: d\n", "RM201 1:6"),
    "two commas (CTN5)": ("[a, , b]\n", "RM201 1:5"),
    "a comma at first (9MAG)": ("[ , a]\n", "RM201 1:3"),
    "no comma (CML9)": ('["a" "b"]\n', "RM201 1:6"),
    "no comma between lines (T833)": ("{\n a: b\n c: d }\n", "RM201 3:3"),
    "words behind a mapping (62EZ)": ("a: { b: c }in: d\n", "RM201 1:12"),
    "a bracket too many (4H7K)": ("[ a ] ]\n", "RM201 1:7"),
    "a bracket too few (6JTT)": ("[ [ a ]\n", "RM201 1:7"),
    "words behind quotes (Q4CL)": ('a: "b" c\n', "RM201 1:8"),
    "an escape that there is not (55WF)": ('"\\."\n', "RM201 1:2"),
    "an escaped quote (HRE5)": ('"a\\\'b"\n', "RM201 1:3"),
    "an escape of half a character": ('"\\ud83d\\ude00"\n', "RM201 1:4"),
    "the same anchor twice, which YAML allows": ("a: &x b\nb: &x c\nc: *x\n", "RM201 2:4"),
    "two anchors of one value (4JVG)": ("a: &x\n  &y b\n", "RM201 2:3"),
    "an anchor of an alias (SR86)": ("a: &x b\nc: &y *x\n", "RM201 2:7"),
    "an anchor in front of an entry (GT5M)": ("- a\n&x\n- b\n", "RM201 2:1"),
    "words behind the end of a document (3HFZ)": ("---\na: b\n... c\n", "RM201 3:5"),
    "the start of a document in quotes (5TRB)": ('a: "\n---\n"\n', "RM201 1:4"),
    "the end of a document in quotes (RXY3)": ("a: '\n...\n'\n", "RM201 1:4"),
    "the start of a document in brackets (N782)": ("[\n--- ,\n...\n]\n", "RM201 2:1"),
    "words behind a bar (S4GJ)": ("a: > b\n  c\n", "RM201 1:6"),
    "more spaces than the text has (S98Z)": ("a: >\n \n   \n  b\n", "RM201 4:3"),
    "an indentation of none": ("a: |0\n x\n", "RM201 1:5"),
    "lines that do not fit (DMG6)": ("a:\n  b: c\n d: e\n", "RM201 3:2"),
    "a list that ends at another column": ("- - a\n -b\n", "RM201 2:2"),
    "entries that do not fit (ZVH3)": ("- a: b\n - c\n", "RM201 2:2"),
    "a key below a list (BD7L)": ("- a\nb: c\n", "RM201 2:1"),
    "words below a list (TD5N)": ("- a\n- b\nc\n", "RM201 3:1"),
    "a tag that is none (LHL4)": ("a: !b{}c d\n", "RM201 1:4"),
    "a tag that nobody declared (QLJ7)": ("a: !b!c d\n", "RM201 1:4"),
    "a byte order mark in a value": (f"a: b\nc: d{BOM}e\n", "RM201 2:4"),
    "a byte order mark in front of a line": (f"a: b\n{BOM}c: d\n", "RM201 2:1"),
    "a control character": ("a: b\x07\n", "RM201 1:5"),
    "the same key twice": ("a: b\na: c\n", "RM204 2:1"),
}

NOT_MINDED: dict[str, tuple[str, Any]] = {
    "A list or mapping in brackets that goes on at any column (9C9N)": ("a:\n  b: [\nc\n]\n", {"a": {"b": ["c"]}}),
    "Tabs in front of its lines (Y79Y)": ("- [\n\ta,\n b\n ]\n", [["a", "b"]]),
    "A text in quotes that goes on at any column (QB6E)": ('a: "b\nc"\n', {"a": "b c"}),
    "Tabs in front of its lines, too (DK95)": ('a: "b\n\tc"\n', {"a": "b c"}),
    "A comment right behind a comma (CVW2)": ("a: [b,#c\n d]\n", {"a": ["b", "d"]}),
    "A hyphen alone in brackets (YJV2)": ("[-]\n", ["-"]),
    "An exclamation mark alone, which says nothing": ("a: ! b\n", {"a": "b"}),
    "A byte order mark in a comment, or twice at the start": (f"{BOM}{BOM}# {BOM}\na: b\n", {"a": "b"}),
}
"""Examples with what they are read as, by their names in the table of the documentation."""


def read(text: str) -> tuple[Any, list[Finding]]:
    findings: list[Finding] = []
    data = text.encode()
    return read_values(data, Positions("f", data), findings), findings


@pytest.mark.parametrize("name", FINDINGS)
def test_a_mistake_is_a_finding_at_its_place(name: str) -> None:
    text, expected = FINDINGS[name]
    first, *_ = read(text)[1]
    assert f"{first.code} {first.place.line}:{first.place.column}" == expected
    assert first.hint


@pytest.mark.parametrize("name", NOT_MINDED)
def test_what_nobody_minds_is_read_as_it_looks(name: str) -> None:
    text, expected = NOT_MINDED[name]
    assert read(text) == (expected, [])


def test_what_nobody_minds_is_written_down() -> None:
    section = DECISIONS.read_text(encoding="utf-8").split("## What YAML says, and we do not mind\n")[1]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in section.splitlines() if line.startswith("| ")]
    assert rows[2:] == list(NOT_MINDED)


@pytest.mark.parametrize(
    "text", ["a: b#c", "a: 'b#c'", "a: [b#c]", "a: |\n  x-#c\n", "a: b # c-#d", "# '#'", "a: 'b' # c", "a: [b, # c\n d]"]
)
def test_a_hash_elsewhere_is_a_comment_or_text(text: str) -> None:
    assert read(text)[1] == []
