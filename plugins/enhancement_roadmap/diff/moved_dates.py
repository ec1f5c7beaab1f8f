"""Dates that follow from the changes, and why they moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, Schedule
from enhancement_roadmap.analysis.schedule.telling import day_words
from enhancement_roadmap.diff.date_causes import DateCauses
from enhancement_roadmap.diff.effects import DATE_GAINED, DATE_LOST, FINISHES_EARLIER, FINISHES_LATER, Effect
from enhancement_roadmap.diff.enhancements import Pairs
from enhancement_roadmap.diff.version import Version
from enhancement_roadmap.model import Enhancement, PartialDate

NEWS = 7
"""Days by which an end has to move to be told: what moves less is within what nobody knows anyway."""
SUBJECT = "done with 85 % by"


class DateMove(NamedTuple):
    """An end that is on another day.

    Attributes:
        effect: what that means.
        item: the enhancement, as it is now.
        before: the old day, in words; None where nobody could say.
        after: the new day, in words, and why; None where nobody can say.
    """

    effect: Effect
    item: Enhancement
    before: str | None
    after: str | None


def moved_ends(before: Version, after: Version, pairs: Pairs) -> Iterator[DateMove]:
    """Enhancements of both roadmaps that are expected to be done a week earlier or later, have a date now or none any more.

    Args:
        before: the old roadmap.
        after: the new one.
        pairs: which enhancement is which.
    """
    old_dates, new_dates = before.insight.schedule, after.insight.schedule
    if old_dates is None or new_dates is None:
        return
    causes = DateCauses(before, after, pairs)
    for old, new in pairs.kept:
        move = _move(old_dates.courses.get(old.id), new_dates.courses.get(new.id), old, new, causes)
        if move is not None and not (before.insight.is_finished(old) or after.insight.is_finished(new)):
            yield move


def whole_end(schedule: Schedule | None) -> str:
    """The late end of the whole plan in words; empty where there is none."""
    return day_words(schedule.end.late) if schedule and schedule.end else ""


def _move(
    before: ExpectedCourse | None, after: ExpectedCourse | None, old: Enhancement, new: Enhancement, causes: DateCauses
) -> DateMove | None:
    if before is None or after is None:
        if before is after:
            return None
        known = before or after
        words = day_words(known.end.late) if known else ""
        return DateMove(DATE_LOST, new, words, None) if before else DateMove(DATE_GAINED, new, None, words)
    mine, theirs = before.end.late, after.end.late
    if mine is None or theirs is None or abs((theirs - mine).days) < NEWS:
        return None
    cause = causes.cause_of(old, PartialDate.of(mine), PartialDate.of(theirs))
    words = f"{day_words(theirs)}, because {cause}" if cause else day_words(theirs)
    return DateMove(FINISHES_LATER if theirs > mine else FINISHES_EARLIER, new, day_words(mine), words)
