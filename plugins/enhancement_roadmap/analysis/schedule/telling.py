"""Dates in words without markup: for pages, the command line, findings and programs. The expected day and its range come first."""

from __future__ import annotations

from datetime import date

from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.index import Index
from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, ExpectedEnd, ExpectedStep, Mover, Schedule
from enhancement_roadmap.analysis.schedule.work_calendar import MOST_YEARS
from enhancement_roadmap.model import Enhancement, PartialDate
from enhancement_roadmap.sentences import one_or_several, plural

FAR = f"more than {MOST_YEARS} years ahead"
_RARE, _SURE = 1, 99
"""Percent below and above which a chance is not told as a number."""


def day_words(day: date | None) -> str:
    """A day, or that it is too far ahead to name it."""
    return str(PartialDate.of(day)) if day else FAR


def end_words(end: ExpectedEnd) -> str:
    """An end with its range: "12 March 2027, with 85 % by 21 April 2027"."""
    if end.is_sure:
        return day_words(end.likely)
    later = " or later" if end.is_open else ""
    late = f"by {day_words(end.late)}{later}" if end.late else FAR
    return f"{day_words(end.likely)}, with 85 % {late}"


def chance_words(end: ExpectedEnd) -> str:
    """How likely it is in time: "in 62 of 100 cases"; empty where nothing is due."""
    if end.on_time is None:
        return ""
    percent = round(end.on_time * 100)
    if percent < _RARE:
        return "hardly ever"
    return "almost always" if percent > _SURE else f"in {percent} of 100 cases"


def due_words(end: ExpectedEnd) -> str:
    """What is due and how likely it is in time: "due 31 March 2027, in time in 62 of 100 cases"; empty where nothing is due."""
    return f"due {PartialDate.of(end.due)}, in time {chance_words(end)}" if end.due else ""


def course_words(course: ExpectedCourse, index: Index) -> str:
    """One enhancement in a sentence: "Begins 4 January 2027 after Database Security, done 12 March 2027, with 85 % by 21 April 2027"."""
    done = f"done {end_words(course.end)}"
    if course.state == "running":
        return f"{f'Under way since {day_words(course.start)}' if course.start else 'Under way'}, {done}"
    if course.state == "fixed":
        return f"Settled from {day_words(course.start)}, {done}"
    return f"Begins {day_words(course.start)}{after_words(course, index)}, {done}"


def expected_words(item: Enhancement, insight: Facts, schedule: Schedule | None) -> str:
    """When one enhancement will be done, or why nobody can say; empty where the plan has no team, and where it is done or cancelled.

    Args:
        item: the enhancement.
        insight: the roadmap that it is of.
        schedule: its dates.
    """
    if schedule is None or insight.is_finished(item):
        return ""
    if course := schedule.courses.get(item.id):
        due = due_words(course.end)
        return f"{course_words(course, insight)}{f'; {due}' if due else ''}"
    undated = schedule.undated_of.get(item.id)
    return f"No date: {undated.words}" if undated else ""


def step_words(step: ExpectedStep) -> str:
    """A phase or a quarter in words: when all of it is done of which that can be said, how sure that is, and of how many not."""
    if step.end is None:
        return "nobody can say when it is done" if step.count else ""
    due = f"; {due_words(step.end)}" if step.end.due else ""
    without = f"; of {len(step.undated)} of its {step.count} nobody can say when" if step.undated else ""
    return f"done {end_words(step.end)}{due}{without}"


def after_words(course: ExpectedCourse, index: Index) -> str:
    """What it waits for at its start, behind its day: " after Database Security"; empty where it waits for none."""
    if course.behind is None:
        return ""
    other = index.by_id[course.behind].name
    if course.is_needed or course.team is None:
        return f" after {other}"
    return f", when {course.team.title} is done with {other}"


def mover_words(mover: Mover) -> str:
    """What moves the end, and by how much."""
    days = plural(mover.days, "working day")
    if mover.team is not None:
        return f"One person more in {mover.team.title}: {days} earlier"
    names = ", ".join(item.name for item in mover.items[:2]) + (f" and {len(mover.items) - 2} more" if len(mover.items) > len("12") else "")
    what = {"duration": "How long {} takes", "trigger": "When the trigger of {} fires", "lag": "The wait before {}"}[mover.kind]
    return f"{what.format(names)}: the end moves by {days}"


def whole_words(schedule: Schedule) -> str:
    """The whole plan in a sentence."""
    if schedule.end is None:
        return "Nobody can say of any enhancement when it will be done"
    count = len(schedule.courses)
    are = one_or_several(count, "is", "are")
    by = "by " if schedule.end.likely else ""
    return f"{plural(count, 'enhancement')} {are} expected to be done {by}{end_words(schedule.end)}"
