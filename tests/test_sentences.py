"""The parts of sentences, each the same wherever it is used."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.sentences import and_more, cut, first_few, number, one_or_several, plural, printable_json, readable, visible


@pytest.mark.parametrize(("text", "shown"), [("", ""), ("abcd", "abcd"), ("abcde", "abc…"), ("ab cde", "ab…"), ("防火墙防火墙", "防火墙…")])
def test_a_long_text_is_cut_at_a_limit_that_counts_the_mark(text: str, shown: str) -> None:
    assert cut(text, 4) == shown


@given(st.text(), st.integers(1, 20))
def test_no_text_is_longer_than_its_limit(text: str, most: int) -> None:
    assert len(cut(text, most)) <= most


def test_the_first_of_a_list_are_named_and_the_others_counted() -> None:
    assert first_few([], 2) == ""
    assert first_few(["a", "b"], 2) == "a, b"
    assert first_few(["a", "b", "c"], 2) == "a, b and 1 more"
    assert first_few(iter("abcd"), 2) == "a, b and 2 more"
    assert first_few("ab", 2, total=9) == "a, b and 7 more"
    assert and_more(0) == ""


@pytest.mark.parametrize(("count", "shown"), [(0, "0 files are"), (1, "1 file is"), (2, "2 files are"), (1000, "1,000 files are")])
def test_nouns_and_verbs_follow_their_number(count: int, shown: str) -> None:
    assert f"{plural(count, 'file')} {one_or_several(count, 'is', 'are')}" == shown


@pytest.mark.parametrize(("written", "shown"), [("1", "1 month"), ("1.5", "1.5 months"), ("12", "12 months")])
def test_a_noun_follows_a_number_as_it_is_written(written: str, shown: str) -> None:
    assert plural(written, "month") == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(1000, "1,000"), (1000.0, "1,000"), (0.5, "0.5"), (-12345.25, "-12,345.25"), (0, "0"), (1e300, "1e+300")]
)
def test_a_number_has_its_thousands_set_apart(value: float, shown: str) -> None:
    assert number(value) == shown


def test_no_text_can_steer_a_terminal_and_each_can_still_be_read() -> None:
    assert visible("a\tb\x00\u202e🔐é") == r"a\tb\x00\u202e🔐é"


@given(st.text())
def test_json_has_no_control_characters_and_means_the_same(text: str) -> None:
    written = printable_json({"text": text})
    assert all(char.isprintable() or char == "\n" for char in written)
    assert json.loads(written) == {"text": text}


KEPT = {
    "Persian with a non-joiner": "می\u200cخواهم",
    "an Arabic abbreviation with a joiner at its end": "ه\u200d.",
    "Hindi with a joiner": "क्\u200dष",
    "emoji of several": "👩\u200d💻 👩🏽\u200d🚀 🏳️\u200d🌈 ❤️\u200d🔥",
    "a flag, and emoji with their variations": "🇨🇭 ☎️ 1️⃣",
    "spaces of any width": "10\u00a0000\u202f€\u3000防火墙",
    "Hebrew and Arabic, which run from right to left": "שלום مرحبا",
    "combining marks": "Z\u0308urich e\u0301",
    "emoji of a newer Unicode than Python's": "\U0001fae9\U0001faea",
}
WRITTEN_OUT = {
    "a joiner between Latin letters": ("ad\u200dmin", "ad\\u200dmin"),
    "a joiner at the end of emoji": ("👩\u200d", "👩\\u200d"),
    "a row of joiners": ("می\u200c\u200cx", "می\u200c\\u200cx"),
    "a space without a width": ("a\u200bb", "a\\u200bb"),
    "a word joiner that somebody typed": ("a\u2060b", "a\\u2060b"),
    "a soft hyphen": ("Daten\xadschutz", "Daten\\xadschutz"),
    "a byte order mark": ("\ufeffa", "\\ufeffa"),
    "marks of direction": ("\u200e\u200f\u061c\u202ea\u2066b\u2069", "\\u200e\\u200f\\u061c\\u202ea\\u2066b\\u2069"),
    "tags, which hold words that nobody sees": ("a\U000e0068\U000e0069", "a\\U000e0068\\U000e0069"),
    "control characters of both kinds": ("\x1b[31m\x07\x9b2J\x7f", "\\x1b[31m\\x07\\x9b2J\\x7f"),
    "what ends a line": ("a\nb\rc\u2028d", "a\\nb\\rc\\u2028d"),
    "half a character": ("\udcff", "\\udcff"),
    "a tab": ("a\tb", "a b"),
}


@pytest.mark.parametrize("name", KEPT)
def test_prose_keeps(name: str) -> None:
    assert readable(KEPT[name]) == KEPT[name]


@pytest.mark.parametrize("name", WRITTEN_OUT)
def test_prose_has_written_out(name: str) -> None:
    text, shown = WRITTEN_OUT[name]
    assert readable(text) == shown
    assert readable(shown) == shown
