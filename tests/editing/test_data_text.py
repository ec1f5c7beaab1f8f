"""A data file is changed where it is meant, and nowhere else: whatever is done to it, every comment is still there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.editing.comments import comments_in
from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.strict_yaml.problem import ProblemError

FILE = """\
# the plan
title: 'Keys & Rotation'   # no name yet
priority: high

labels:
  - data   # the first
  - "back end"
  # - none

requirements:
  - Encrypt: no, sign # it
  - text: Rotate keys (daily, weekly)
    owner: Ada
  - {text: Audit, due: 2027-01}
scope: {timeline: 1-2 weeks}
analysis:
  benefits: >-
    Many # of them
    words.

  reasoning: |  # why
    A text
# the end
"""
KEYS = st.sampled_from(["title", "status", "owner", "description", "due", "labels", "controls", "scope", "analysis"])
WORDS = st.text(st.sampled_from("ab# :-'\"{}[],&*é\n|>?!%@`0"), min_size=1, max_size=12)
VALUES: st.SearchStrategy[Any] = st.one_of(
    WORDS, st.lists(WORDS, max_size=3), st.dictionaries(st.sampled_from(["risk", "impact"]), WORDS, max_size=2)
)
LOCS = st.one_of(
    KEYS.map(lambda key: (key,)),
    st.tuples(st.sampled_from(["scope", "analysis", "fields"]), st.sampled_from(["timeline", "benefits", "reasoning", "impact"])),
    st.tuples(st.just("requirements"), st.integers(0, 3), st.sampled_from(["text", "owner", "done", "due"])),
    st.tuples(st.sampled_from(["labels", "requirements"]), st.integers(0, 3)),
)
STEPS = st.lists(st.tuples(st.sampled_from(["set", "remove", "append"]), LOCS, VALUES), max_size=6)


def text(written: str) -> DataText:
    return DataText(written.encode())


def comments(document: DataText) -> list[str]:
    return comments_in(document.text, document.root)


def step(document: DataText, how: str, loc: tuple[str | int, ...], value: Any) -> DataText:
    try:
        match how:
            case "set":
                return document.set(loc, value)
            case "append":
                return document.append(loc[:1], value)
        return document.remove(loc)
    except EditError:
        return document


def test_a_comment_is_told_from_a_hash_in_a_text() -> None:
    assert comments(text(FILE)) == ["# the plan", "# no name yet", "# the first", "# - none", "# it", "# why", "# the end"]


@settings(max_examples=300, deadline=None)
@given(STEPS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_sequence_leaves_a_file_that_loads_with_all_its_comments(steps: list[Any], line_break: str, ends: bool) -> None:
    document = text((FILE if ends else FILE.removesuffix("\n")).replace("\n", line_break))
    there = sorted(comments(document))
    for how, loc, value in steps:
        document = step(document, how, loc, value)
        assert sorted(set(there) & set(comments(document))) == sorted(set(there))
        assert DataText(document.data).value(()) == document.value(())


@settings(max_examples=200, deadline=None)
@given(LOCS, VALUES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_is_added_and_taken_away_again_leaves_the_same_bytes(
    loc: tuple[str | int, ...], value: Any, line_break: str, ends: bool
) -> None:
    document = text((FILE if ends else FILE.removesuffix("\n")).replace("\n", line_break))
    assume(value)
    if document.node(loc) is None:
        after = step(document, "set", loc, value)
        assert (after if after is document else after.remove(loc)).text == document.text
    listed = document.value(("labels",))
    assert document.append(("labels",), value).remove(("labels", len(listed))).text == document.text
    assert document.insert(("labels",), 0, value).remove(("labels", 0)).text == document.text


@pytest.mark.parametrize(
    ("loc", "value", "old", "new"),
    [
        (("title",), "New: it's", "'Keys & Rotation'", "'New: it''s'"),
        (("priority",), "low", "priority: high", "priority: low"),
        (("labels", 1), "front", '"back end"', '"front"'),
        (("scope", "impact"), "a, b", "1-2 weeks}", "1-2 weeks, impact: 'a, b'}"),
        (("requirements", 1, "owner"), "Bob", "Ada", "Bob"),
        (("analysis", "benefits"), "None", ">-\n    Many # of them\n    words.", "None"),
        (("labels",), ["one"], '  - data   # the first\n  - "back end"\n', "  - one\n  # the first\n"),
        (("owner",), "Ada", "priority: high\n", "priority: high\nowner: Ada\n"),
        (("fields", "cost"), "3", "    A text\n", "    A text\nfields:\n  cost: 3\n"),
    ],
)
def test_one_value_is_changed_in_its_place(loc: tuple[str | int, ...], value: Any, old: str, new: str) -> None:
    assert text(FILE).set(loc, value, ["title", "priority", "owner"]).text == FILE.replace(old, new)


@pytest.mark.parametrize(
    ("loc", "old", "new"),
    [
        (("priority",), "priority: high\n", ""),
        (("title",), "title: 'Keys & Rotation'   # no name yet\n", "# no name yet\n"),
        (("labels", 0), "  - data   # the first\n", "  # the first\n"),
        (("requirements", 1, "text"), "text: Rotate keys (daily, weekly)\n    owner", "owner"),
        (("requirements", 2, "due"), ", due: 2027-01", ""),
        (("scope", "timeline"), "scope: {timeline: 1-2 weeks}\n", ""),
        (("analysis", "benefits"), "  benefits: >-\n    Many # of them\n    words.\n", ""),
    ],
)
def test_a_value_is_taken_away_with_its_line(loc: tuple[str | int, ...], old: str, new: str) -> None:
    assert text(FILE).remove(loc).text == FILE.replace(old, new)


MARKS = ["*a", "&a ", "&x [*x]", "!!str ", "- ", "? ", ": ", ", ", "# ", "|\n"]
PIECES = st.sampled_from([*MARKS, *"[]{}'\"~", "\n", "\r", "  ", "\x85"])
BROKEN = st.lists(st.tuples(st.integers(0, len(FILE)), st.integers(0, 6), PIECES), min_size=1, max_size=2)


@settings(max_examples=300, deadline=None)
@given(BROKEN, st.tuples(st.sampled_from(["set", "remove", "append"]), LOCS, VALUES))
def test_of_a_file_that_is_odd_the_change_is_made_or_refused(changes: list[tuple[int, int, str]], change: Any) -> None:
    written = FILE
    for place, length, piece in changes:
        written = written[:place] + piece + written[place + length :]
    try:
        document = text(written)
    except ProblemError:
        return
    after = step(document, *change)
    assert sorted(set(comments(document))) == sorted(set(comments(document)) & set(comments(after)))


def test_what_can_not_be_changed_alone_is_refused() -> None:
    shared = text("a: &x [one]\nb: *x\n")
    with pytest.raises(EditError, match=r"^a can not be changed without changing something else"):
        shared.append(("a",), "two")
    with pytest.raises(EditError, match="by hand"):
        text("a: {b: 1, # why\n  c: 2}\n").remove(("a", "b"))
