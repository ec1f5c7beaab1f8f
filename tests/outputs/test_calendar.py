"""The calendar of reviews: read back with the library that planners' programs share the standard with."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.reviews.cadence import next_review
from enhancement_roadmap.model import Cadence, PartialDate
from enhancement_roadmap.outputs.calendar import calendar
from enhancement_roadmap.outputs.table import OutputSource, files_beside
from support.days import DAYS
from support.hostile import SHOWN_AS_TYPED
from support.plans import insight
from support.render_contexts import TODAY, insight_of, roadmap_folder

MONTHLY = {"id": "r", "title": "Title", "cadence": "monthly", "task": "Look", "last_held": "2026-05-31"}
OPERATIONS = {"id": "ops", "name": "Operations", "concern": "Can we?"}
LONGEST_LINE = 75
"""Octets that RFC 5545 allows a line to have."""


def planned(*, today: date = TODAY, about: dict[str, Any] | None = None, **review: Any) -> Insight:
    governance = {"reviews": [MONTHLY | review], "stakeholders": [OPERATIONS]}
    return insight([], about=about, governance=governance, today=today)


def events(found: Insight) -> list[Event]:
    return list(Calendar.from_ical(calendar(found)).walk("VEVENT"))


def test_each_review_and_each_turn_of_its_round_is_an_event_of_its_day() -> None:
    found = events(insight_of(roadmap_folder("small")))
    assert [(str(event["summary"]), event.decoded("dtstart"), "RRULE" in event) for event in found] == [
        ("Monthly: Harbour Plan", date(2026, 4, 30), True),
        ("Document review: Harbour Plan", date(2026, 5, 31), False),
        ("Annually: Harbour Plan", date(2026, 6, 30), True),
        ("Annually: Harbour Plan: Operations", date(2026, 6, 30), False),
    ]
    assert str(found[0]["description"]) == "Look at triggers\nLast held: March 2026\nDue: April 2026"
    assert str(found[3]["description"]) == "Can we run it?\nAnswered: 20 June 2026"


@pytest.mark.parametrize("last", ["2025-01-31", "2025-01-30", "2025-01-29", "2025-01-28", "2025-01", "2024-02-29"])
@pytest.mark.parametrize("cadence", ["weekly", "monthly", "quarterly", "half-yearly", "yearly"])
def test_it_comes_again_in_each_month_that_it_should_whatever_the_day(cadence: Cadence, last: str) -> None:
    (event,) = events(planned(cadence=cadence, last_held=last))
    start = event.decoded("dtstart")
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=PartialDate.of(start).first)
    found = [moment.date() for moment in islice(rule, 13)]
    assert found[0] == start
    expected = PartialDate.of(start) if cadence == "weekly" else PartialDate(start.year, start.month)
    for day in found:
        assert expected.first <= day <= expected.last
        expected = next_review(cadence, expected)


def test_the_same_roadmap_gives_the_same_bytes_and_the_same_events_on_another_day() -> None:
    first, again, later = (
        planned(stakeholders=["ops"]),
        planned(stakeholders=["ops"]),
        planned(stakeholders=["ops"], today=date(2026, 7, 9)),
    )
    assert calendar(first) == calendar(again)
    assert [event["uid"] for event in events(first)] == [event["uid"] for event in events(later)]
    assert [event.decoded("dtstamp").isoformat() for event in events(later)] == ["2026-07-09T00:00:00+00:00"] * 2


def test_no_two_events_are_the_same_whatever_their_ids() -> None:
    reviews = [MONTHLY | {"id": name, "stakeholders": ["a", "a-b"]} for name in ("a", "a-a", "b", "a-a-b")]
    stakeholders = [OPERATIONS | {"id": name} for name in ("a", "a-b")]
    found = insight([], about={"next_review": "2026-07"}, governance={"reviews": reviews, "stakeholders": stakeholders})
    names = [event["uid"] for event in [*events(found), *events(planned(about={"title": "Another plan"}, id="a"))]]
    assert len(set(names)) == len(names) == 14


HOSTILE = [
    *SHOWN_AS_TYPED,
    "a,b;c\\n\\,",
    "BEGIN:VEVENT\nEND:VCALENDAR",
    "x\r\nATTACH:file:///",
    "before\u2028after",
    "é" * 3000,
    "漢🙂" * 400,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_from_the_data_stay_words(text: str) -> None:
    stakeholders = [OPERATIONS | {"name": text, "concern": text}]
    review = MONTHLY | {"title": text, "task": text, "stakeholders": ["ops"]}
    found = insight([], about={"title": text}, governance={"reviews": [review], "stakeholders": stakeholders})
    written = calendar(found)
    read = Calendar.from_ical(written)
    assert [part.name for part in read.walk()] == ["VCALENDAR", "VEVENT", "VEVENT"]
    assert [sorted(event) for event in read.walk("VEVENT")] == [
        ["DESCRIPTION", "DTSTAMP", "DTSTART", "RRULE", "SUMMARY", "TRANSP", "UID"],
        ["DESCRIPTION", "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP", "UID"],
    ]
    for line in written.split(b"\r\n"):
        assert len(line) <= LONGEST_LINE
        assert not set(line) & {0x0A, 0x0D}
        line.decode()  # no character is cut in two


def test_markup_is_left_out_and_marks_of_the_format_are_kept() -> None:
    found = events(planned(title="*Look*, then; see [notes](notes.md)", task="Say `yes`\\no, 1;2"))
    assert str(found[0]["summary"]) == "Look, then; see notes: Plan"
    assert str(found[0]["description"]).startswith("Say yes\\no, 1;2\n")


@given(
    last=st.none() | DAYS.map(str) | DAYS.map(lambda day: str(day)[:7]),
    today=DAYS,
    days=st.integers(1, 1_000_000),
    cadence=st.sampled_from(["weekly", "monthly", "quarterly", "half-yearly", "yearly"]),
)
def test_every_date_that_the_data_may_have_can_be_written(last: str | None, today: date, days: int, cadence: str) -> None:
    found = planned(today=today, last_held=last, cadence=cadence, days_each=days, stakeholders=["ops"])
    assert [event.decoded("dtstart") for event in events(found)] == [found.reviews[0].due.last] * 2


def test_a_site_without_reviews_has_no_calendar() -> None:
    without, found = files_beside(OutputSource(insight([]))), files_beside(OutputSource(planned()))
    assert found["reviews.ics"] == calendar(planned())
    assert found.keys() - without.keys() == {"reviews.ics"}
    assert "reviews.ics" not in without
