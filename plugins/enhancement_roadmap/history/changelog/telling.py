"""What a commit changed, as somebody would tell it: many changes of one kind are one sentence, with how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from enhancement_roadmap.diff import ENHANCEMENT_ADDED, ENHANCEMENT_REMOVED, FIELD_CHANGED
from enhancement_roadmap.history.changelog.entry import BriefChange, happening
from enhancement_roadmap.sentences import one_or_several, plural
from enhancement_roadmap.text import plain

READINGS = "Readings"
"""What happened, where a metric was read."""

_MANY = 4
"""Changes of one kind that are one sentence from so many on; of readings, two are."""
_FEW_MONTHS = 2
"""Months that are both named; of more, the first and the last are."""


class Told(NamedTuple):
    """Changes that are told in one breath.

    Attributes:
        what: what happened, in a word or three.
        words: what it happened to, which goes on from `what`; empty where there is a single change, which says that itself.
        changes: the changes.
    """

    what: str
    words: str
    changes: Sequence[BriefChange]


def told(changes: Iterable[BriefChange]) -> list[Told]:
    """Changes of a commit in a few sentences, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[BriefChange]] = {}
    for change in changes:
        groups.setdefault(_kind_of(change), []).append(change)
    found = []
    for group in groups.values():
        if group[0].reading is not None:
            found.append(_readings(group))
        elif len(group) >= _MANY:
            found.append(Told(happening(group[0]), _many(group), group))
        else:
            found += [Told(happening(change), "", [change]) for change in group]
    return found


def _kind_of(change: BriefChange) -> tuple[str, ...]:
    """What changes have in common that are told together."""
    if change.reading is not None:
        return READINGS, change.reading.metric, change.kind.name
    of_a_field = change.kind is FIELD_CHANGED and change.effect is None
    return change.kind.name, happening(change), change.subject if of_a_field else ""


def _readings(changes: Sequence[BriefChange]) -> Told:
    days = [change.reading.day for change in changes if change.reading is not None]
    metric = changes[0].reading.metric if changes[0].reading is not None else ""
    done = {"entry-added": "added", "entry-removed": "removed"}.get(changes[0].kind.name, "corrected")
    when = days[0] if len(days) == 1 else _months(days)
    what = one_or_several(len(days), "Reading", READINGS)
    values = _values(changes[0]) if len(changes) == 1 else ""
    return Told(what, f"of {plain(metric)} {done} for {when}{values}", changes)


def _values(change: BriefChange) -> str:
    return f", from {change.before} to {change.after}" if change.before and change.after else ""


def _months(days: Sequence[str]) -> str:
    """“January to May 2026” of days such as “31 January 2026”."""
    months = list(dict.fromkeys(" ".join(day.split()[-2:]) for day in days))
    if len(months) == 1:
        return months[0]
    first, last = months[0], months[-1]
    if first.split()[-1] == last.split()[-1]:
        first = first.split()[0]
    return f"{first} {'and' if len(months) == _FEW_MONTHS else 'to'} {last}"


def _many(changes: Sequence[BriefChange]) -> str:
    names = {change.enhancement for change in changes if change.enhancement is not None}
    if changes[0].kind in {ENHANCEMENT_ADDED, ENHANCEMENT_REMOVED}:
        return plural(len(changes), "enhancement")
    subject = f"{plain(changes[0].subject)}, " if len({change.subject for change in changes}) == 1 and changes[0].subject else ""
    if not names:
        return f"{subject}{plural(len(changes), 'time')}"
    where = f"in {plain(changes[0].title)}" if len(names) == 1 else f"in {plural(len(names), 'enhancement')}"
    return f"{subject}{where}" if len(names) == len(changes) else f"{subject}{plural(len(changes), 'time')}, {where}"
