"""Quarters have days, said or told by their titles and places."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from enhancement_roadmap.analysis.schedule.plan_days import days_of_quarters
from enhancement_roadmap.model import PlanFile

TODAY = date(2026, 11, 27)


def quarters(*entries: Any, **values: Any) -> list[str]:
    plan = PlanFile.model_validate({"quarters": [entry if isinstance(entry, dict) else {"title": entry} for entry in entries], **values})
    return [f"{days.first} {days.last}" for days in days_of_quarters(plan, TODAY).values()]


def test_a_year_begins_with_its_first_quarter() -> None:
    assert quarters("Q1", "Q4", first_day="2027-01-04") == ["2027-01-01 2027-03-31", "2027-10-01 2027-12-31"]


def test_without_a_first_day_they_are_of_this_year() -> None:
    assert quarters("Q4") == ["2026-10-01 2026-12-31"]


def test_a_quarter_that_does_not_come_later_is_of_the_next_year() -> None:
    assert quarters("Q3", "Q4", "Q1") == ["2026-07-01 2026-09-30", "2026-10-01 2026-12-31", "2027-01-01 2027-03-31"]


@pytest.mark.parametrize("title", ["Q2 2028", "2028 Q2", "Second half: Q2 2028"])
def test_a_title_may_say_its_year(title: str) -> None:
    assert quarters(title, "Q3") == ["2028-04-01 2028-06-30", "2028-07-01 2028-09-30"]


def test_another_title_is_the_quarter_behind() -> None:
    assert quarters("Start", "Then", "Q2") == ["2026-01-01 2026-03-31", "2026-04-01 2026-06-30", "2027-04-01 2027-06-30"]


def test_what_is_said_comes_first() -> None:
    entry = {"title": "Q1", "from": "2027-02", "to": "2027-04"}
    assert quarters(entry, "Next") == ["2027-02-01 2027-04-30", "2027-07-01 2027-09-30"]
