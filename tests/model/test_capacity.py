"""Who works on the plan and when, in the ways that people write it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from enhancement_roadmap.model import Enhancement, Event, Period, Person, PlanFile, Scope, Team


def plan(**values: Any) -> PlanFile:
    return PlanFile.model_validate(values)


def team(entry: Any) -> Team:
    return plan(teams=[entry]).teams[0]


def person(sentence: Any) -> Person:
    return team({"title": "Platform", "people": [sentence]}).people[0]


def test_a_whole_team_is_one_line() -> None:
    found = team("Platform, 3 people")
    assert (found.id, found.title, found.size and found.size.middle) == ("platform", "Platform", 3)


@pytest.mark.parametrize("entry", [{"title": "Platform", "people": "2.5"}, {"title": "Platform", "size": "2.5"}, "Platform 2.5 people"])
def test_a_team_says_how_many_it_is(entry: Any) -> None:
    found = team(entry)
    assert (found.size and found.size.middle, found.people) == (2.5, ())


def test_a_person_is_a_sentence() -> None:
    ada = person("Ada 50 % from 2026-09 to 2026-12")
    assert (ada.name, ada.share.middle) == ("Ada", 0.5)
    assert (ada.there.first, ada.there.last) == (date(2026, 9, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("sentence", "name", "share"),
    [
        ("Ada", "Ada", 1),
        ("Ada Lovelace, 80%", "Ada Lovelace", 0.8),
        ("Ada until 2027-03", "Ada", 1),
        ("Contractors 200 %", "Contractors", 2),
    ],
)
def test_of_a_person_only_the_name_is_needed(sentence: str, name: str, share: float) -> None:
    found = person(sentence)
    assert (found.name, found.share.middle) == (name, share)


def test_a_share_is_no_range() -> None:
    with pytest.raises(ValidationError, match="is a range"):
        person({"name": "Ada", "share": "40-60 %"})


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-12-24", date(2026, 12, 24), date(2026, 12, 24)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-12-24 to 2027-01-01", date(2026, 12, 24), date(2027, 1, 1)),
        ("2026-12–2027-01", date(2026, 12, 1), date(2027, 1, 31)),
        ({"from": "2026-12", "to": "2027-01", "title": "Winter"}, date(2026, 12, 1), date(2027, 1, 31)),
    ],
)
def test_days_are_one_day_a_month_or_from_one_to_another(written: Any, first: date, last: date) -> None:
    (found,) = team({"title": "Platform", "people": 3, "away": written} | {"people": "3"}).away
    assert (found.first, found.last) == (first, last)
    assert first in found
    assert Period.model_validate({"from": "2026-11"}).overlaps(found)


def test_days_end_after_they_begin() -> None:
    with pytest.raises(ValidationError, match="ends before it begins"):
        plan(phases=[{"title": "First", "from": "2027-03", "to": "2027-02"}])


@pytest.mark.parametrize(
    ("written", "days"),
    [("Mon-Thu", 4), ("monday to friday", 5), ("sunday to thursday", 5), (["mon", "Wednesday"], 2), ("friday", 1)],
)
def test_working_days_are_a_list_or_from_one_to_another(written: Any, days: int) -> None:
    assert len(plan(working_days=written).working_days) == days


@pytest.mark.parametrize(
    ("written", "country", "region", "also"),
    [("DE", "DE", None, 0), ("DE-BE", "DE", "BE", 0), (["2026-12-24"], None, None, 1), ("2026-12-24", None, None, 1)],
)
def test_holidays_are_a_country_or_days(written: Any, country: str | None, region: str | None, also: int) -> None:
    found = plan(holidays=written).holidays
    assert found is not None
    assert (found.country, found.region, len(found.also)) == (country, region, also)


def test_a_dependency_may_say_how_long_after() -> None:
    scope = Scope.model_validate({"depends_on": ["first", {"id": "second", "after": "2 weeks"}]})
    assert scope.needs == ("first", "second")
    assert scope.model_dump(mode="json")["depends_on"] == ["first", {"id": "second", "after": "2 weeks"}]


def test_an_enhancement_may_have_its_days_settled() -> None:
    found = Enhancement.model_validate({"title": "Keys", "fixed": "2027-02-01 to 2027-03-12", "not_before": "2027-01", "left": "2 weeks"})
    assert found.fixed is not None
    assert (found.fixed.first, found.fixed.last) == (date(2027, 2, 1), date(2027, 3, 12))


def test_an_event_may_be_expected() -> None:
    assert Event.model_validate({"id": "launch", "title": "Launch", "expected": "2027-02 to 2027-05"}).expected is not None


def test_each_working_day_counts_once() -> None:
    assert plan(working_days=["mon", "tue", "Monday"]).working_days == ("monday", "tuesday")
