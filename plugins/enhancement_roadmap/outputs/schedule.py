"""When each enhancement will be done, for people and for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.schedule.result import ExpectedCourse, ExpectedStep, Schedule
from enhancement_roadmap.analysis.schedule.telling import (
    chance_words,
    day_words,
    end_words,
    mover_words,
    step_words,
    whole_words,
)
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.outputs.facts.schedule import schedule_data, schedule_rows
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import one_or_several, printable_json, visible
from enhancement_roadmap.text.long import flat

SCHEMA_VERSION = 1

Wrap = Callable[[str, str], Iterable[str]]
"""Gives the lines of a sentence, each with an indentation: it takes the indentation and the sentence."""
Align = Callable[[Sequence[Sequence[str]]], Iterable[str]]
"""Gives rows of cells as lines, in which the cells of each column stand below each other."""


@dataclass(frozen=True, slots=True)
class MovedDate:
    """An enhancement whose dates are others.

    Attributes:
        item: the enhancement.
        before: how it was expected to go on; None where nobody could say.
        after: how it is now; None where nobody can say.
    """

    item: Enhancement
    before: ExpectedCourse | None
    after: ExpectedCourse | None


def moved_dates(before: Schedule, after: Schedule) -> Sequence[MovedDate]:
    """Enhancements that are expected to be done on another day, with the other chance, or of which that is known now, or not any more."""
    items = {name: course.item for courses in (before.courses, after.courses) for name, course in courses.items()}
    found = (MovedDate(item, before.courses.get(name), after.courses.get(name)) for name, item in items.items())
    return [one for one in found if _days(one.before) != _days(one.after)]


def schedule_text(insight: Insight, supposed: Insight | None, wrap: Wrap, align: Align) -> str | None:
    """The whole plan in a sentence, a line an enhancement, then what is known of phases, quarters and what moves it.

    Args:
        insight: the roadmap on the day.
        supposed: the same with some facts replaced; what moves is told first then.
        wrap: breaks long sentences.
        align: puts cells below each other.

    Returns:
        None where the plan has no team.
    """
    shown = supposed or insight
    schedule = shown.schedule
    if schedule is None:
        return None
    lines = [*wrap("", f"{whole_words(schedule)}.")]
    if supposed is not None and insight.schedule is not None:
        lines += _moved(moved_dates(insight.schedule, schedule), align)
    lines += _table(schedule, align)
    lines += _undated(schedule, wrap)
    lines += _steps("Phases", schedule.phases, wrap)
    lines += _steps("Quarters", schedule.quarters, wrap)
    lines += _moving(schedule, wrap)
    return "\n".join(lines)


def schedule_json(
    insight: Insight, items: Sequence[Enhancement], supposed: Insight | None = None, settings: Sequence[str] = ()
) -> str | None:
    """Dates as a JSON object.

    Args:
        insight: the roadmap on the day.
        items: the enhancements to tell.
        supposed: the same with some facts replaced.
        settings: these facts, as typed.

    Returns:
        ``schema_version``, ``today``, what is known of the whole, and ``enhancements``; with `supposed` also the settings and what
        moves. None where the plan has no team.
    """
    shown = supposed or insight
    if shown.schedule is None:
        return None
    result: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "today": insight.today.isoformat()}
    if supposed is not None and insight.schedule is not None:
        result["supposed"] = list(settings)
        moved = moved_dates(insight.schedule, shown.schedule)
        result["moved"] = [{"id": one.item.id, "before": _days(one.before), "after": _days(one.after)} for one in moved]
    result |= schedule_data(shown.schedule)
    result["enhancements"] = schedule_rows(items, shown)
    return printable_json(result)


def _days(course: ExpectedCourse | None) -> list[str | None] | None:
    """The expected day and the late one."""
    return [_iso(course.end.likely), _iso(course.end.late)] if course else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moved(moved: Sequence[MovedDate], align: Align) -> Iterator[str]:
    yield from ("", f"Would move ({len(moved)})")
    rows = [(f"  {_shown(one.item.numbered_name)}", _end(one.before), "→", _end(one.after)) for one in moved]
    yield from align(rows) if rows else ["  No date would be another."]


def _end(course: ExpectedCourse | None) -> str:
    return end_words(course.end) if course else "nobody can say"


def _table(schedule: Schedule, align: Align) -> Iterator[str]:
    if schedule.courses:
        yield ""
        rows = [_HEAD, *map(_row, schedule.courses.values())]
        empty = {column for column in range(len(rows[0])) if column and not any(row[column] for row in rows[1:])}
        yield from align([[cell for column, cell in enumerate(row) if column not in empty] for row in rows])


_HEAD: Sequence[str] = ("", "Begins", "Done", "85 %: by", "Due", "In time", "Critical")


def _row(course: ExpectedCourse) -> Sequence[str]:
    end = course.end
    return (
        _shown(course.item.numbered_name),
        "under way" if course.state == "running" else day_words(course.start),
        day_words(end.likely),
        f"{day_words(end.late)}{' or later' if end.is_open else ''}",
        day_words(end.due) if end.due else "",
        chance_words(end),
        f"{course.criticality * 100:.0f} %" if course.criticality else "",
    )


def _undated(schedule: Schedule, wrap: Wrap) -> Iterator[str]:
    if schedule.undated:
        yield from ("", f"No date ({len(schedule.undated)})")
        for one in schedule.undated:
            yield from wrap("  ", f"{_shown(one.item.numbered_name)}: {_shown(one.words)}.")


def _steps(title: str, steps: Sequence[ExpectedStep], wrap: Wrap) -> Iterator[str]:
    told = [step for step in steps if step.count]
    if told:
        yield from ("", title)
        for step in told:
            yield from wrap("  ", f"{_shown(step.step.title)}: {step_words(step)}.")


def _moving(schedule: Schedule, wrap: Wrap) -> Iterator[str]:
    if schedule.movers:
        yield from ("", "What moves the end most")
        for mover in schedule.movers:
            yield from wrap("  ", f"{_shown(mover_words(mover))}.")
    if schedule.bottleneck:
        waits = next(load.waits for load in schedule.loads if load.team is schedule.bottleneck)
        yield from ("", *wrap("", f"Work waits longest for {_shown(schedule.bottleneck.title)}: {waits} working days in all."))
    if schedule.without_team:
        count = len(schedule.without_team)
        are, them = one_or_several(count, "names no team: it is", "name no team: they are"), one_or_several(count, "it", "them")
        yield from ("", *wrap("", f"{count} of them {are} dated as if somebody always had time for {them}."))


def _shown(text: str) -> str:
    return visible(" ".join(flat(text).split()))
