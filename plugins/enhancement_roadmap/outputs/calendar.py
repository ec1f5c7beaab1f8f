"""Reviews, and days that end something, as a calendar to subscribe to (RFC 5545), by the icalendar library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from enhancement_roadmap import __version__
from enhancement_roadmap.analysis import MONTHS, DueReview, Ending, Insight, Turn
from enhancement_roadmap.analysis.schedule.milestones import Milestone, milestones_of
from enhancement_roadmap.model import Cadence, PartialDate
from enhancement_roadmap.sentences import readable
from enhancement_roadmap.text import plain
from enhancement_roadmap.text.long import plain_lines

_EVERY_MONTH_HAS = 28
"""Days that even the shortest month has."""

_REFRESH = timedelta(days=1)


def calendar(insight: Insight) -> bytes:
    """Each review on the day it is due next, repeated at its cadence, each stakeholder's turn, and milestones, as all-day events.

    A month counts by its last day. The same roadmap on the same day gives the same bytes, and an event has the same UID on
    every day, as long as the roadmap keeps its title and the review its id: a calendar that somebody subscribes to moves it.

    Args:
        insight: a roadmap with at least one review, one day that ends something, or one milestone.
    """
    title = _line(insight.roadmap.about.title)
    feed = Calendar()
    feed.add("prodid", f"-//mkdocs-enhancement-roadmap//{__version__}//EN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("name", title)
    feed.add("x-wr-calname", title)
    feed.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    for review in insight.reviews:
        feed.add_component(_review(review, title))
        for turn in review.turns:
            feed.add_component(_turn(review, turn, title))
    for endings in insight.endings.values():
        for ending in endings:
            feed.add_component(_ending(ending, title, insight))
    for milestone in milestones_of(insight):
        feed.add_component(_milestone(milestone, title, insight))
    written: bytes = feed.to_ical()
    return written


def _review(review: DueReview, plan: str) -> Event:
    event = _event(review, plan, "")
    event.add("summary", _named(review, plan))
    event.add("dtstart", review.due.last)
    event.add("description", "\n".join(_about(review)))
    if review.review is not None:
        event.add("rrule", _repeated(review.review.cadence, review.due))
    return event


def _turn(review: DueReview, turn: Turn, plan: str) -> Event:
    stakeholder = turn.stakeholder
    event = _event(review, plan, stakeholder.id)
    event.add("summary", f"{_named(review, plan)}: {_line(stakeholder.name)}")
    event.add("dtstart", turn.starts.first)
    state = f"Answered: {turn.answered}" if turn.answered else f"To answer by {turn.ends}"
    event.add("description", f"{_lines(stakeholder.concern)}\n{state}")
    return event


_WORDS: Mapping[str, str] = {"due": "due", "deferred": "deferred until then", "accepted": "accepted risk ends"}


def _ending(ending: Ending, plan: str, insight: Insight) -> Event:
    requirement = ending.requirement
    event = _named_event(f"{ending.what}/{ending.item.id}/{requirement.id if requirement else ''}/{plan}", insight.today)
    what = _line(ending.item.name) if requirement is None else f"{_line(ending.item.name)}: {_line(requirement.text)}"
    event.add("summary", f"{what}: {_WORDS[ending.what]}")
    event.add("dtstart", ending.on.last)
    event.add("description", plan)
    return event


def _milestone(milestone: Milestone, plan: str, insight: Insight) -> Event:
    event = _named_event(f"milestone/{milestone.what}/{milestone.id}/{plan}", insight.today)
    event.add("summary", f"{_line(milestone.title)}: {milestone.words}")
    event.add("dtstart", milestone.on)
    event.add("description", "\n".join([*([_line(milestone.about)] if milestone.about else []), plan]))
    return event


def _event(review: DueReview, plan: str, stakeholder: str) -> Event:
    return _named_event(f"{review.review.id if review.review else ''}/{stakeholder}/{plan}", review.today)


def _named_event(name: str, today: date) -> Event:
    # No id has a slash: no two events are called the same.
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"enhancement-roadmap:{name}")))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("transp", "TRANSPARENT")
    return event


def _named(review: DueReview, plan: str) -> str:
    return f"{_line(review.title)}: {plan}"


def _about(review: DueReview) -> Iterator[str]:
    if review.review is not None:
        yield _lines(review.review.task)
    yield f"Last held: {review.last_held}" if review.last_held else "Not held yet"
    if not review.due.day:
        yield f"Due: {review.due}"


def _repeated(cadence: Cadence, due: PartialDate) -> Mapping[str, object]:
    """Rule by which an event comes again; one on a day that some months lack comes on the last day of those."""
    if cadence == "weekly":
        return {"freq": "weekly"}
    every: dict[str, object] = {"freq": "monthly", "interval": MONTHS[cadence]}
    if not due.day:
        return every | {"bymonthday": -1}
    if due.day > _EVERY_MONTH_HAS:
        return every | {"bymonthday": list(range(_EVERY_MONTH_HAS, due.day + 1)), "bysetpos": -1}
    return every


def _lines(text: str) -> str:
    """A long text of the data as plain lines, without characters that would end a line in some programs only, or that nobody sees."""
    return "\n".join(map(readable, plain_lines(text)))


def _line(text: str) -> str:
    return readable(" ".join(plain(text).split()))
