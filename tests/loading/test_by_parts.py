"""A file that is read by its parts says what it says when it is read as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.loading import DataFile, PartReader, kind_of, parse

SEED = sorted((Path(__file__).parents[2] / "roadmap-data" / "enhancements").glob("*.yml"))
FORM = "enhancements/one.yml"


def agrees(reader: PartReader, content: bytes) -> bool:
    kind = kind_of(FORM)
    assert kind is not None
    file = DataFile(kind, FORM, FORM, content)
    parsed = parse(file)
    whole = None if any(finding.severity == "error" for finding in parsed.findings) else parsed.node
    return reader.node(file) == whole


@pytest.mark.parametrize("path", SEED, ids=lambda path: path.stem)
def test_the_seed_by_its_parts(path: Path) -> None:
    reader = PartReader()
    content = path.read_bytes()
    assert agrees(reader, content)
    assert agrees(reader, content.replace(b"\n", b"\r\n"))
    assert agrees(reader, b"# above\n\n" + content)
    assert agrees(reader, b"---\n" + content)


_LINES = st.sampled_from(
    [
        b"owner: Ada",
        b"owner: &a Ada",
        b"short_title: *a",
        b"title: |",
        b"title: |+",
        b"  more words",
        b"",
        b"# a remark",
        b"'title': quoted",
        b"labels: [a,",
        b"b]",
        b"scope: {timeline: 1-2 sprints}",
        b'analysis: {benefits: "one',
        b'two"}',
        b"unknown: key",
        b"Owner: Eve",
        b"...",
        b"--- again",
        b"\tindented: tab",
        b"number: 1_000",
        b"<<: {owner: Eve}",
        b"? owner",
        b": Eve",
        b"title : spaced",
        b"moves:",
        b"requirements:",
        b"requirements: # to do",
        b"- id: another",
        b"  - id: another",
        b'- id: "one',
        b"  text: more",
        b'  text: "one',
        b'- two"',
        b"  text: |",
        b"  text: >-",
        b"- ",
        b"-",
        b"- [a,",
        b"- b]",
        b" - half",
    ]
)


@given(st.integers(0, len(SEED) - 1), st.lists(st.tuples(st.integers(0, 200), st.booleans(), _LINES), max_size=4))
def test_any_change_of_lines_by_its_parts(which: int, edits: list[tuple[int, bool, bytes]]) -> None:
    reader = PartReader(most=50)
    original = SEED[which].read_bytes()
    lines = original.split(b"\n")
    for place, is_removed, line in edits:
        at = place % len(lines)
        lines[at : at + is_removed] = [line]
    assert agrees(reader, original)
    assert agrees(reader, b"\n".join(lines))
