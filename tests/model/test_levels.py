"""Levels of a scale may be named by their titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from enhancement_roadmap.model import LevelRange, Scale

READ: TypeAdapter[LevelRange] = TypeAdapter(LevelRange)
TITLES = ("Low", "Medium", "High", "Very high", "Well-nigh certain", "To be feared")


def scale(*titles: str) -> Scale:
    return Scale.model_validate(
        {"title": "Risk", "levels": [{"value": value, "title": title, "meaning": "So much"} for value, title in enumerate(titles, 1)]}
    )


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("high", 3, 3),
        ("  HIGH ", 3, 3),
        ("medium-high", 2, 3),
        ("Medium – High", 2, 3),
        ("medium to very  high", 2, 4),
        ("medium-3", 2, 3),
        ("2 to high", 2, 3),
        ("well-nigh certain", 5, 5),
        ("low-well-nigh certain", 1, 5),
        ("to be feared", 6, 6),
        ("low to to be feared", 1, 6),
        ("3", 3, 3),
        ("2-3", 2, 3),
    ],
)
def test_words_and_numbers_name_the_same_levels(words: str, low: int, high: int) -> None:
    found = scale(*TITLES).resolved(READ.validate_python(words))
    assert found == LevelRange(low, high)
    assert str(found) == str(LevelRange(low, high))


@pytest.mark.parametrize("words", ["hihg", "high-low", "low-", "low-9", "low medium", "-high", "low-medium-high"])
def test_other_words_name_none(words: str) -> None:
    assert scale(*TITLES).resolved(READ.validate_python(words)) is None


def test_a_title_that_two_levels_have_names_neither() -> None:
    twice = scale("Low", "Bad", "bad")
    assert twice.resolved(READ.validate_python("bad")) is None
    assert twice.resolved(READ.validate_python("low")) == LevelRange(1, 1)


@pytest.mark.parametrize("text", ["", "1.5", "3,5", "3-", "--", "1-2-3", "4-2"])
def test_what_has_no_words_is_a_number_or_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python(text)


LETTERS = st.text(st.characters(categories=("L",)), min_size=1, max_size=8)


@given(titles=st.lists(LETTERS, min_size=2, max_size=6, unique_by=str.casefold), data=st.data())
def test_every_title_in_any_case_names_its_level(titles: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(titles) - 1))
    words = data.draw(st.sampled_from([titles[place], titles[place].upper(), titles[place].lower()]))
    if [title for title in titles if title.casefold() == words.casefold()] == [titles[place]]:
        assert scale(*titles).resolved(READ.validate_python(words)) == LevelRange(place + 1, place + 1)


@given(low=st.integers(1, 6), high=st.integers(1, 6), joint=st.sampled_from(["-", "–", " to ", " - "]))
def test_a_range_of_titles_is_that_of_their_numbers_or_none(low: int, high: int, joint: str) -> None:
    found = scale(*TITLES).resolved(READ.validate_python(f"{TITLES[low - 1]}{joint}{TITLES[high - 1]}"))
    assert found == (LevelRange(low, high) if low <= high else None)
