"""Estimates are ranges with a unit, and their words stay as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model import Estimate
from enhancement_roadmap.model.estimate import UNITS

ENDS = st.tuples(st.integers(0, 999_999), st.integers(0, 999_999)).map(sorted)


@given(ends=ENDS, unit=st.sampled_from(UNITS), plural=st.sampled_from(["", "s"]), dash=st.sampled_from(["-", "–", " - ", " to "]))
def test_a_range_is_read_as_it_was_written(ends: list[int], unit: str, plural: str, dash: str) -> None:
    low, high = ends
    text = f"{low}{dash}{high} {unit}{plural}"
    estimate = Estimate.parse(f" {text} ")
    assert (estimate.low, estimate.high, estimate.unit, estimate.note) == (low, high, unit, "")
    assert str(estimate) == estimate.range == text
    assert Estimate.parse(str(estimate)) == estimate


@given(number=st.integers(1, 999), unit=st.sampled_from(UNITS), note=st.text(min_size=1, max_size=30).map(str.strip).filter(bool))
def test_a_remark_is_kept_and_is_no_part_of_the_range(number: int, unit: str, note: str) -> None:
    estimate = Estimate.parse(f"{number} {unit}s {note}")
    assert estimate.range == f"{number} {unit}s"
    assert estimate.note == note
    assert Estimate.parse(str(estimate)) == estimate


@given(ends=ENDS.filter(lambda ends: ends[0] != ends[1]), unit=st.sampled_from(UNITS))
def test_a_range_from_more_to_less_is_refused(ends: list[int], unit: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Estimate.parse(f"{ends[1]}-{ends[0]} {unit}s")
    assert caught.value.type == "estimate_reversed"


@given(st.text(max_size=40))
def test_any_text_is_an_estimate_or_is_refused(text: str) -> None:
    result = parsed_or_refused(text)
    assert result in {"estimate_form", "estimate_reversed"} or (isinstance(result, Estimate) and 0 <= result.low <= result.high)


def parsed_or_refused(text: str) -> Estimate | str:
    try:
        return Estimate.parse(text)
    except PydanticCustomError as error:
        return error.type


@pytest.mark.parametrize(
    "text", ["3", "soon", "1-2", "two weeks", "1 fortnight", "-1 weeks", "1.2.3 days", "1-2-3 days", "1 daylight", "1,5 days", ""]
)
def test_what_has_no_number_or_no_unit_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        Estimate.parse(text)


@given(
    word=st.sampled_from(
        ["about ", "About ", "around ", "roughly ", "approx. ", "approx ", "approximately ", "circa ", "ca. ", "ca.", "ca ", "~", "~ ", "≈"]
    ),
    ends=ENDS,
    unit=st.sampled_from(UNITS),
    note=st.sampled_from(["", " after the launch"]),
)
def test_about_changes_nothing_but_the_words(word: str, ends: list[int], unit: str, note: str) -> None:
    plain = Estimate.parse(f"{ends[0]}-{ends[1]} {unit}s{note}")
    estimate = Estimate.parse(f"{word}{plain}")
    assert (estimate.low, estimate.high, estimate.unit, estimate.note) == (plain.low, plain.high, plain.unit, plain.note)
    assert str(estimate) == f"{word}{plain}"
    assert estimate.range == f"{word}{plain.range}"


@pytest.mark.parametrize(
    "text", ["about", "about soon", "aboutish 2 weeks", "cat 2 weeks", "~~2 weeks", "about about 2 weeks", "abouts 2 days"]
)
def test_about_alone_is_no_estimate(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        Estimate.parse(text)
