"""A file that is read by its parts says what it says when it is read as a whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.history.parts import PartReader
from enhancement_roadmap.loading import DataFile, kind_of, load, parse
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
        b"  - A sentence",
        b"  - A sentence!",
        b"  - text: A sentence",
        b"    parts: [A sentence, another]",
        b"    parts:\n      - A sentence",
        b"    done: yes",
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


_PARTS = [re.split(rb"\n(?=[a-z])", path.read_bytes().removesuffix(b"\n")) for path in SEED]
_STEPS = st.tuples(st.sampled_from(["other", "gone", "twice", "swapped", "longer"]), st.integers(0, 40), st.integers(0, 40), _LINES)


def stepped(parts: list[bytes], kind: str, one: int, other: int, line: bytes) -> list[bytes]:
    """The parts of a next version: such a one as people make, more often than not."""
    at, new = one % len(parts), list(parts)
    if kind == "other":
        source = _PARTS[other % len(_PARTS)]
        same = [part for part in source if part.split(b":")[0] == parts[at].split(b":")[0]]
        new[at : at + 1] = same or parts[at : at + 1]
    elif kind == "gone":
        del new[at]
    elif kind == "twice":
        new.insert(other % len(parts), parts[at])
    elif kind == "swapped":
        new[at], new[other % len(parts)] = parts[other % len(parts)], parts[at]
    else:
        new[at] += b"\n" + line
    return new if len(new) > 1 else parts


@given(st.integers(0, len(SEED) - 1), st.lists(_STEPS, min_size=1, max_size=8))
def test_each_version_after_another_by_its_parts(which: int, steps: list[tuple[str, int, int, bytes]]) -> None:
    reader = PartReader()
    reader.learn(load(SEED[0].parents[1]))
    parts = _PARTS[which]
    assert agrees(reader, b"\n".join(parts))
    for step in steps:
        stepping = stepped(parts, *step)
        assert agrees(reader, b"\n".join(stepping))
        if step[0] in {"other", "swapped"}:
            parts = stepping
            assert agrees(reader, b"\n".join(parts))


def test_of_a_next_version_only_what_differs_is_new() -> None:
    reader = PartReader()
    kind = kind_of(FORM)
    assert kind is not None
    content = SEED[0].read_bytes()
    versions = [content, content.replace(b"\ntitle: ", b"\ntitle: Other "), content.replace(b"\ntitle: ", b"\ntitle: Third ")]
    first, second, third = (reader.node(DataFile(kind, FORM, FORM, version)) for version in versions)
    assert isinstance(first, Enhancement)
    assert isinstance(second, Enhancement)
    assert isinstance(third, Enhancement)
    assert [item.title.split()[0] for item in (second, third)] == ["Other", "Third"]
    for name, value in second:
        assert name == "title" or getattr(third, name) is value == getattr(first, name)


def test_parts_of_a_roadmap_that_was_read_already_are_known() -> None:
    reader = PartReader()
    loaded = load(SEED[0].parents[1])
    assert loaded.roadmap is not None
    reader.learn(loaded)
    for path in SEED:
        content = path.read_bytes()
        assert agrees(reader, content)
        assert agrees(reader, content.replace(b"- id: ", b"- id: other-"))
    known = {item.title: item.requirements for item in loaded.roadmap.enhancements}
    kind = kind_of(FORM)
    assert kind is not None
    again = reader.node(DataFile(kind, FORM, FORM, SEED[0].read_bytes()))
    assert isinstance(again, Enhancement)
    assert again.requirements is known[again.title]


def test_the_ids_of_sentences_depend_on_the_others_in_their_file_alone() -> None:
    above = b"id: one\nnumber: 1\ntitle: One\npriority: high\ntrigger: {summary: When, kind: growth}\nrequirements:\n"
    lists = [
        b"  - A sentence\n  - A sentence!\n",
        b"  - A sentence!\n",
        b"  - {id: a-sentence, text: Other words}\n  - A sentence!\n",
        b"  - text: With parts\n    parts:\n      - A sentence\n  - A sentence!\n",
        b"  - A sentence!\n  - A sentence\n",
    ]
    reader = PartReader()
    assert all(agrees(reader, above + listed) for listed in [*lists, *reversed(lists)])


@pytest.mark.parametrize("name", ["enhancements/07-keys.yml", "enhancements/locks.yml", "enhancements/No Id.yml"])
def test_what_a_file_leaves_to_its_name_is_that_of_its_name(name: str) -> None:
    kind = kind_of(name)
    assert kind is not None
    reader = PartReader()
    body = b"title: Any\nassessment: {risk: high, impact: 2}\nowner: Ada\nrequirements:\n  - {id: one, text: The one}\n"
    for path in ("enhancements/01-first.yml", name):
        for content in (body, body.replace(b"Ada", b"Eve"), b"number: 4\n" + body, body):
            file = DataFile(kind, path, path, content)
            assert reader.node(file) == parse(file).node
