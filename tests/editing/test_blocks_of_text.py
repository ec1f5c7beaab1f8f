"""A text of several lines is written as people write one, and read again as it was; where it can not stand so, in quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.editing.data_text import DataText

BEFORE = b"title: One   # a title\ndescription: short\nscope:\n  impact: |\n    old\n    lines\n  timeline: 1 week\n"
LINES = st.lists(st.text(st.sampled_from("ab#:- \t'\"{}&*%|>é")), min_size=1, max_size=5).map("\n".join)


@given(LINES, st.sampled_from(["", "\n", "\n\n"]), st.sampled_from([("description",), ("scope", "impact"), ("new",), ("scope", "new")]))
def test_whatever_its_lines_are_it_is_read_as_it_was_and_nothing_else_changes(words: str, end: str, loc: tuple[str, ...]) -> None:
    value = f"a{words}{end}"
    after = DataText(BEFORE).set(loc, value)
    assert after.value(loc) == value
    assert after.value(("title",)) == "One"
    assert after.value(("scope", "timeline")) == "1 week"
    assert "# a title\n" in after.text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("One.\n\n- two\n", "description: |\n  One.\n\n  - two\n"),
        ("One.\ntwo", "description: |-\n  One.\n  two\n"),
        (" One.\ntwo\n", 'description: " One.\\ntwo\\n"\n'),
        ("One. \ntwo\n", 'description: "One. \\ntwo\\n"\n'),
        ("One.\n", 'description: "One.\\n"\n'),
    ],
)
def test_it_stands_below_its_key_where_it_can(value: str, written: str) -> None:
    assert written in DataText(BEFORE).set(("description",), value).text


def test_in_braces_it_stays_on_one_line() -> None:
    assert DataText(b"a: {b: c}\n").set(("a", "b"), "one\ntwo\n").text == 'a: {b: "one\\ntwo\\n"}\n'
