"""Reviews, and days that end something, as a calendar to subscribe to (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from enhancement_roadmap import __version__
from enhancement_roadmap.analysis import MONTHS, DueReview, Ending, Insight, Turn
from enhancement_roadmap.analysis.schedule.milestones import Milestone, milestones_of
from enhancement_roadmap.model import Cadence, PartialDate
from enhancement_roadmap.outputs.calendar_lines import component, day, text
from enhancement_roadmap.sentences import readable
from enhancement_roadmap.text import plain
from enhancement_roadmap.text.long import plain_lines

_EVERY_MONTH_HAS = 28
"""Days that even the shortest month has."""


def calendar(insight: Insight) -> bytes:
    """Each review on the day it is due next, repeated at its cadence, each stakeholder's turn, and milestones, as all-day events.

    A month counts by its last day. The same roadmap on the same day gives the same bytes, and an event has the same UID on
    every day, as long as the roadmap keeps its title and the review its id: a calendar that somebody subscribes to moves it.

    Args:
        insight: a roadmap with at least one review, one day that ends something, or one milestone.
    """
    title = _line(insight.roadmap.about.title)
    head = {
        "VERSION": "2.0",
        "PRODID": f"-//mkdocs-enhancement-roadmap//{__version__}//EN",
        "METHOD": "PUBLISH",
        "NAME": text(title),
        "X-WR-CALNAME": text(title),
        "REFRESH-INTERVAL;VALUE=DURATION": "P1D",
    }
    return component("VCALENDAR", head, _events(insight, title)).encode()


def _events(insight: Insight, plan: str) -> Iterator[str]:
    for review in insight.reviews:
        yield _review(review, plan)
        for turn in review.turns:
            yield _turn(review, turn, plan)
    for endings in insight.endings.values():
        for ending in endings:
            yield _ending(ending, plan, insight)
    for milestone in milestones_of(insight):
        yield _milestone(milestone, plan, insight)


def _review(review: DueReview, plan: str) -> str:
    rule = _repeated(review.review.cadence, review.due) if review.review is not None else ""
    return _event(_name(review, plan, ""), review.today, _named(review, plan), review.due.last, "\n".join(_about(review)), rule)


def _turn(review: DueReview, turn: Turn, plan: str) -> str:
    stakeholder = turn.stakeholder
    summary = f"{_named(review, plan)}: {_line(stakeholder.name)}"
    state = f"Answered: {turn.answered}" if turn.answered else f"To answer by {turn.ends}"
    about = f"{_lines(stakeholder.concern)}\n{state}"
    return _event(_name(review, plan, stakeholder.id), review.today, summary, turn.starts.first, about)


_WORDS: Mapping[str, str] = {"due": "due", "deferred": "deferred until then", "accepted": "accepted risk ends"}


def _ending(ending: Ending, plan: str, insight: Insight) -> str:
    requirement = ending.requirement
    name = f"{ending.what}/{ending.item.id}/{requirement.id if requirement else ''}/{plan}"
    what = _line(ending.item.name) if requirement is None else f"{_line(ending.item.name)}: {_line(requirement.text)}"
    return _event(name, insight.today, f"{what}: {_WORDS[ending.what]}", ending.on.last, plan)


def _milestone(milestone: Milestone, plan: str, insight: Insight) -> str:
    name = f"milestone/{milestone.what}/{milestone.id}/{plan}"
    about = "\n".join([*([_line(milestone.about)] if milestone.about else []), plan])
    return _event(name, insight.today, f"{_line(milestone.title)}: {milestone.words}", milestone.on, about)


def _event(name: str, today: date, summary: str, on: date, about: str, rule: str = "") -> str:
    """An event of a whole day.

    Args:
        name: tells it from all others, on every day.
        today: the day on which the calendar is made.
        summary: what it is.
        on: its day.
        about: more about it, in lines.
        rule: by which it comes again; empty for one that does not.
    """
    properties = {
        "SUMMARY": text(summary),
        "DTSTART;VALUE=DATE": day(on),
        "DTSTAMP": f"{day(today)}T000000Z",
        "UID": str(uuid5(NAMESPACE_URL, f"enhancement-roadmap:{name}")),
        **({"RRULE": rule} if rule else {}),
        "DESCRIPTION": text(about),
        "TRANSP": "TRANSPARENT",
    }
    return component("VEVENT", properties)


def _name(review: DueReview, plan: str, stakeholder: str) -> str:
    # No id has a slash: no two events are called the same.
    return f"{review.review.id if review.review else ''}/{stakeholder}/{plan}"


def _named(review: DueReview, plan: str) -> str:
    return f"{_line(review.title)}: {plan}"


def _about(review: DueReview) -> Iterator[str]:
    if review.review is not None:
        yield _lines(review.review.task)
    yield f"Last held: {review.last_held}" if review.last_held else "Not held yet"
    if not review.due.day:
        yield f"Due: {review.due}"


def _repeated(cadence: Cadence, due: PartialDate) -> str:
    """Rule by which an event comes again; one on a day that some months lack comes on the last day of those."""
    if cadence == "weekly":
        return "FREQ=WEEKLY"
    every = f"FREQ=MONTHLY;INTERVAL={MONTHS[cadence]}"
    if not due.day:
        return f"{every};BYMONTHDAY=-1"
    if due.day > _EVERY_MONTH_HAS:
        days = ",".join(map(str, range(_EVERY_MONTH_HAS, due.day + 1)))
        return f"{every};BYMONTHDAY={days};BYSETPOS=-1"
    return every


def _lines(text: str) -> str:
    """A long text of the data as plain lines, without characters that would end a line in some programs only, or that nobody sees."""
    return "\n".join(map(readable, plain_lines(text)))


def _line(text: str) -> str:
    return readable(" ".join(plain(text).split()))
