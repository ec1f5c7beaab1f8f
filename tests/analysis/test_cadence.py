"""When something regular is due again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.analysis.reviews.cadence import next_review
from enhancement_roadmap.model import Cadence, PartialDate
from support.days import DAYS


@pytest.mark.parametrize(
    ("cadence", "last", "due"),
    [
        ("weekly", "2025-12-28", "2026-01-04"),
        ("weekly", "2025-06", "2025-07-07"),
        ("monthly", "2025-12", "2026-01"),
        ("monthly", "2025-01-31", "2025-02-28"),
        ("monthly", "2025-03-31", "2025-04-30"),
        ("quarterly", "2025-06", "2025-09"),
        ("half-yearly", "2025-09-15", "2026-03-15"),
        ("yearly", "2024-02-29", "2025-02-28"),
    ],
)
def test_it_is_counted_from_the_last_one(cadence: Cadence, last: str, due: str) -> None:
    assert next_review(cadence, PartialDate.parse(last)).isoformat() == due


@given(cadence=st.sampled_from(["weekly", "monthly", "quarterly", "half-yearly", "yearly"]), day=DAYS)
def test_it_is_a_day_of_the_calendar_after_the_last_one(cadence: Cadence, day: date) -> None:
    last = PartialDate.parse(str(day))
    assert next_review(cadence, last).first > last.first
