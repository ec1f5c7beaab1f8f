"""Why dates move: of all that was written otherwise, what alone would have moved them most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from enhancement_roadmap.analysis.schedule.result import Schedule
from enhancement_roadmap.diff.enhancements import Pairs
from enhancement_roadmap.diff.version import RoadmapFrame, Version
from enhancement_roadmap.model import Enhancement, PartialDate, Person, PlanFile, Team
from enhancement_roadmap.model.dependency import id_of

_MOST_CAUSES = 12
"""Causes that are tried."""
_MOST_WORK = 3000
"""Causes times enhancements: past so many, trying them would take longer than all the rest of a difference."""
_HALF = 2
"""What moves a date must alone move it by this part of the way."""


@dataclass(frozen=True)
class DateCause:
    """Something that was written otherwise.

    Attributes:
        words: what, to follow "because".
        version: the old roadmap with this alone as it is in the new one.
    """

    words: str
    version: Version

    @cached_property
    def schedule(self) -> Schedule | None:
        """Its dates."""
        return self.version.insight.schedule


class DateCauses:
    """Finds why dates moved.

    Args:
        before: the old roadmap.
        after: the new one.
        pairs: which enhancement is which.
    """

    def __init__(self, before: Version, after: Version, pairs: Pairs) -> None:
        self._before, self._after, self._pairs = before, after, pairs

    def cause_of(self, old: Enhancement, before: PartialDate, after: PartialDate) -> str:
        """What moved the late end of an enhancement, to follow "because"; empty where it was several things, or nobody can tell.

        Args:
            old: the enhancement, as it was.
            before: the late end in the old roadmap.
            after: that in the new one.
        """
        if len(self._causes) == 1:
            return self._causes[0].words
        if not self._causes or len(self._causes) * len(self._before.items) > _MOST_WORK:
            return ""
        way = (after.last - before.last).days
        moves = [(self._moved(cause, old, before), cause.words) for cause in self._causes]
        moved, words = max(moves, key=lambda move: move[0] if way > 0 else -move[0])
        return words if abs(moved) * _HALF >= abs(way) and moved * way > 0 else ""

    def _moved(self, cause: DateCause, old: Enhancement, before: PartialDate) -> int:
        course = cause.schedule.courses.get(old.id) if cause.schedule else None
        return (course.end.late - before.last).days if course and course.end.late else 0

    @cached_property
    def _causes(self) -> Sequence[DateCause]:
        found = [*self._of_plan(), *self._of_metrics(), *self._of_items()]
        return found if len(found) <= _MOST_CAUSES else ()

    def _of_plan(self) -> Iterator[DateCause]:
        old, new = self._before.frame.plan, self._after.frame.plan
        teams = {team.id: team for team in new.teams}
        for team in old.teams:
            changed = teams.get(team.id)
            if changed is not None and changed != team:
                yield self._with_plan(team_words(team, changed), teams=tuple(changed if one is team else one for one in old.teams))
        if [team.id for team in old.teams] != [team.id for team in new.teams]:
            yield self._with_plan("there are other teams", teams=new.teams)
        for key, words in (("holidays", "there are other holidays"), ("working_days", "there are other working days")):
            if getattr(old, key) != getattr(new, key):
                yield self._with_plan(words, **{key: getattr(new, key)})
        if old.first_day != new.first_day:
            yield self._with_plan(f"the plan begins {new.first_day.in_sentence if new.first_day else 'today'}", first_day=new.first_day)

    def _of_metrics(self) -> Iterator[DateCause]:
        if self._before.frame.metrics != self._after.frame.metrics:
            frame = self._before.frame._replace(metrics=self._after.frame.metrics)
            yield DateCause("triggers are expected at another time", self._version(frame, self._before.items))

    def _of_items(self) -> Iterator[DateCause]:
        items = self._before.items
        for old, new in self._pairs.kept:
            if old.id == new.id and old != new and (words := _item_words(old, new)):
                yield DateCause(words, self._version(self._before.frame, {**items, new.id: new}))
        for item in self._pairs.added:
            yield DateCause(f"{item.name} is new", self._version(self._before.frame, {**items, item.id: item}))
        for item in self._pairs.removed:
            left = {name: other for name, other in items.items() if name != item.id}
            yield DateCause(f"{item.name} is gone", self._version(self._before.frame, left))

    def _with_plan(self, words: str, **values: object) -> DateCause:
        plan: PlanFile = self._before.frame.plan.model_copy(update=values)
        return DateCause(words, self._version(self._before.frame._replace(plan=plan), self._before.items))

    def _version(self, frame: RoadmapFrame, items: Mapping[str, Enhancement]) -> Version:
        """A roadmap in which nobody needs, and no phase or quarter names, what is not there."""
        plan = frame.plan
        steps = {
            key: tuple(
                step.model_copy(update={"enhancements": tuple(name for name in step.enhancements if name in items)}) for step in steps
            )
            for key, steps in (("phases", plan.phases), ("quarters", plan.quarters))
        }
        known = {name: _needing(item, items) for name, item in items.items()}
        return Version(self._before.today, frame._replace(plan=plan.model_copy(update=steps)), known, {})


def _needing(item: Enhancement, items: Mapping[str, Enhancement]) -> Enhancement:
    kept = tuple(entry for entry in item.scope.depends_on if id_of(entry) in items)
    if len(kept) == len(item.scope.depends_on):
        return item
    return item.model_copy(update={"scope": item.scope.model_copy(update={"depends_on": kept})})


def _item_words(old: Enhancement, new: Enhancement) -> str:
    """What of an enhancement moves dates; empty where nothing of it does."""
    name = new.name
    for mine, theirs, words in (
        (old.scope.timeline, new.scope.timeline, f"{name} takes {new.scope.timeline.range if new.scope.timeline else 'another time'}"),
        (old.left, new.left, f"something else is left to do of {name}"),
        (old.fixed, new.fixed, f"the days of {name} are settled otherwise"),
        (old.not_before, new.not_before, f"{name} can begin {new.not_before.in_sentence if new.not_before else 'at any time'}"),
        (old.scope.depends_on, new.scope.depends_on, f"{name} waits for others"),
        (old.team, new.team, f"{name} is for another team"),
        (old.due, new.due, f"{name} is due {new.due.in_sentence if new.due else 'no more'}"),
        (old.status, new.status, f"the status of {name} is another"),
        (old.trigger, new.trigger, f"{name} has another trigger"),
        (old.deferred, new.deferred, f"{name} is put off otherwise"),
        (old.acceptance, new.acceptance, f"the risk of {name} is accepted otherwise"),
        (old.costs, new.costs, f"{name} takes other people or time"),
        (old.assessment, new.assessment, f"{name} has another score"),
        (old.priority, new.priority, f"{name} has another priority"),
        (old.requirements, new.requirements, f"other requirements of {name} are done"),
    ):
        if mine != theirs:
            return words
    return ""


def team_words(old: Team, new: Team) -> str:
    """What is otherwise in a team, to follow "because"; the first thing, where it is several."""
    people = {person.name: person for person in old.people}
    for person in new.people:
        before = people.pop(person.name, None)
        if before is None:
            return f"{person.name} is in {new.title} now"
        if words := _person_words(before, person):
            return words
    if people:
        return f"{next(iter(people))} is not in {new.title} any more"
    if old.size != new.size and new.size is not None:
        return f"{new.title} has {new.size} people" + (f" instead of {old.size}" if old.size else "")
    away = [period for period in new.away if period not in old.away]
    return f"{new.title} is away {away[0].in_words}" if away else f"{new.title} is there at other times"


def _person_words(old: Person, new: Person) -> str:
    away = [period for period in new.away if period not in old.away]
    if away:
        return f"{new.name} is away {away[0].in_words}"
    if old.share != new.share:
        return f"{new.name} is there {new.share.middle * 100:.0f} % of the time instead of {old.share.middle * 100:.0f} %"
    return f"{new.name} is there at other times" if old != new else ""
