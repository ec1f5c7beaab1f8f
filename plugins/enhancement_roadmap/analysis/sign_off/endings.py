"""Days that end something: a promise to be done, a deferral, an accepted risk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from enhancement_roadmap.model import Enhancement, PartialDate, Requirement
from enhancement_roadmap.records import dataclass

What = Literal["due", "deferred", "accepted"]


@dataclass(frozen=True, slots=True)
class Ending:
    """A day of which somebody has said that something is to be done, or ends.

    Attributes:
        item: the enhancement that it is about.
        what: it is ``due`` then, ``deferred`` until then, or its risk ``accepted`` until then.
        on: the day, or the month.
        requirement: what is due, where it is not the whole enhancement.
        path: keys and indexes of the day in the enhancement's file.
    """

    item: Enhancement
    what: What
    on: PartialDate
    requirement: Requirement | None = None
    path: tuple[str | int, ...] = ()

    def is_over(self, today: date) -> bool:
        """Whether the day is over; what is deferred until a day counts again on that day."""
        return self.on.first <= today if self.what == "deferred" else self.on.last < today

    def is_near(self, today: date, days: int) -> bool:
        """Whether it is not over, but will be within so many days."""
        return not self.is_over(today) and (self.on.last - today).days <= days


def endings_of(item: Enhancement) -> Iterator[Ending]:
    """Every such day of an enhancement that is not done: of itself first, then of its requirements."""
    if item.due is not None:
        yield Ending(item, "due", item.due, path=("due",))
    if item.deferred is not None and item.deferred.until is not None:
        yield Ending(item, "deferred", item.deferred.until, path=("deferred", "until"))
    if item.acceptance is not None and item.acceptance.until is not None:
        yield Ending(item, "accepted", item.acceptance.until, path=("acceptance", "until"))
    yield from _of_requirements(item, item.requirements, ("requirements",))


def _of_requirements(item: Enhancement, requirements: tuple[Requirement, ...], path: tuple[str | int, ...]) -> Iterator[Ending]:
    for index, requirement in enumerate(requirements):
        if requirement.due is not None and requirement.status == "open":
            yield Ending(item, "due", requirement.due, requirement, (*path, index, "due"))
        yield from _of_requirements(item, requirement.parts, (*path, index, "parts"))


def is_deferred(item: Enhancement, today: date) -> bool:
    """Whether it is put off on a day: until another day, or until somebody says otherwise."""
    until = item.deferred.until if item.deferred else None
    return item.deferred is not None and (until is None or today < until.first)


def is_accepted(item: Enhancement, today: date) -> bool:
    """Whether its risk is accepted on a day: from the day that says so, if any, to the last day of the end, if any."""
    acceptance = item.acceptance
    if acceptance is None or (acceptance.on is not None and today < acceptance.on.first):
        return False
    return acceptance.until is None or today <= acceptance.until.last
