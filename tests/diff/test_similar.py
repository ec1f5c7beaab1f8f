"""Likeness of texts: who is whose, and in how many comparisons."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.diff import similar as module
from enhancement_roadmap.diff.similar import common_share, similar


def test_equal_texts_first_then_the_likest() -> None:
    before = ["Encrypt the connections", "Rotate all keys", "Back up every night"]
    after = ["Back up every night", "Encrypt all connections", "Something else entirely"]
    assert similar(before, after) == [(0, 1), (2, 0)]


@given(st.lists(st.text("ab c", max_size=8), max_size=30), st.lists(st.text("ab c", max_size=8), max_size=30))
def test_each_text_is_in_one_pair_at_most(before: list[str], after: list[str]) -> None:
    pairs = similar(before, after)
    assert len({old for old, _ in pairs}) == len({new for _, new in pairs}) == len(pairs)
    left = [text for index, text in enumerate(before) if index not in dict(pairs)]
    assert not set(left) & {text for index, text in enumerate(after) if index not in {new for _, new in pairs}}


@pytest.mark.parametrize("count", [500, 2000])
def test_thousands_of_texts_are_not_all_held_against_each_other(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Counting(SequenceMatcher[str]):
        def __init__(self, *arguments: object, **options: object) -> None:
            made.append(1)
            super().__init__(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "SequenceMatcher", Counting)
    before = [f"The requirement r{number} must hold for team {number % 7}" for number in range(count)]
    after = [f"The requirement r{number} must hold for every team {number % 7}" for number in range(count)]
    assert len(similar(before, after)) == count
    assert len(made) <= 3 * count


def test_the_share_of_words_counts_both_sides() -> None:
    assert common_share(["one two"], ["two three"]) == 0.5
    assert common_share([], []) == 1.0
