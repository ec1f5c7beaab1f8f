"""A file that is read by its parts says what it says when it is read as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.loading import DataFile, PartReader, kind_of, load, parse
from enhancement_roadmap.model import Enhancement

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


_EDITS = st.lists(st.tuples(st.integers(0, 200), st.booleans(), _LINES), max_size=4)


def edited(content: bytes, edits: list[tuple[int, bool, bytes]]) -> bytes:
    lines = content.split(b"\n")
    for place, is_removed, line in edits:
        at = place % len(lines)
        lines[at : at + is_removed] = [line]
    return b"\n".join(lines)


@given(st.integers(0, len(SEED) - 1), st.lists(_EDITS, min_size=1, max_size=3))
def test_any_change_of_lines_by_its_parts(which: int, versions: list[list[tuple[int, bool, bytes]]]) -> None:
    """Whatever was read before, and whether it was read by its parts or as a whole."""
    reader = PartReader(most=50)
    content = SEED[which].read_bytes()
    for edits in [[], *versions]:
        content = edited(content, edits)
        assert agrees(reader, content)
    assert agrees(reader, SEED[which].read_bytes())


def test_parts_of_a_roadmap_that_was_read_already_are_known() -> None:
    reader = PartReader()
    loaded = load(SEED[0].parents[1])
    assert loaded.roadmap is not None
    reader.learn(loaded)
    for path in SEED:
        content = path.read_bytes()
        assert agrees(reader, content)
        assert agrees(reader, content.replace(b"- id: ", b"- id: other-"))
    known = {item.id: item.requirements for item in loaded.roadmap.enhancements}
    kind = kind_of(FORM)
    assert kind is not None
    again = reader.node(DataFile(kind, FORM, FORM, SEED[0].read_bytes()))
    assert isinstance(again, Enhancement)
    assert again.requirements is known[again.id]
