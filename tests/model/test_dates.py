"""Dates are days or months of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.dates import YEARS
from support.days import DAYS


@given(DAYS)
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    parsed = PartialDate.parse(day.isoformat())
    assert parsed.first == parsed.last == day
    assert parsed.isoformat() == day.isoformat()


@given(year=st.sampled_from(YEARS), month=st.integers(1, 12))
def test_a_month_is_all_of_its_days(year: int, month: int) -> None:
    parsed = PartialDate.parse(f"{year:04}-{month:02}")
    assert (parsed.first.day, parsed.first.month, parsed.last.month) == (1, month, month)
    assert parsed.last.day >= 28
    assert PartialDate.parse(parsed.isoformat()) == parsed


@given(st.lists(DAYS, max_size=5))
def test_days_sort_as_the_calendar_has_them(days: list[date]) -> None:
    assert [parsed.first for parsed in sorted(PartialDate.parse(day.isoformat()) for day in days)] == sorted(days)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    result = parsed_or_refused(text)
    assert result in {"impossible_date", "year_out_of_range"} or (
        isinstance(result, PartialDate) and PartialDate.parse(result.isoformat()) == result
    )


def parsed_or_refused(text: str) -> PartialDate | str:
    try:
        return PartialDate.parse(text)
    except PydanticCustomError as error:
        return error.type


@pytest.mark.parametrize(
    "text", ["2025-13-99", "2025-02-29", "2025-00", "2025-6-3", "20250630", "30.6.2025", "2025", "0000-01-01", "2025-06-30T00:00", ""]
)
def test_what_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["0001-01", "1899-12-31", "3000-01-01", "9999-12"])
def test_a_year_at_the_end_of_the_calendar_is_refused(text: str) -> None:
    assert parsed_or_refused(text) == "year_out_of_range"


def test_a_date_is_shown_in_words() -> None:
    assert str(PartialDate.parse("2025-06-03")) == "3 June 2025"
    assert str(PartialDate.parse("2025-06")) == "June 2025"
