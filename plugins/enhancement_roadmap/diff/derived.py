"""What follows from the changes, on one day, without being written anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from enhancement_roadmap.analysis import ACTION_TITLES, FINISHED, Insight
from enhancement_roadmap.diff.change import Change
from enhancement_roadmap.diff.effects import (
    DECISION_CHANGED,
    NOW_BLOCKED,
    PHASE_GAINED,
    PHASE_LOST,
    QUARTER_GAINED,
    QUARTER_LOST,
    SCORE_LOWERED,
    SCORE_RAISED,
    TOTALS_MOVED,
    TRIGGER_CHANGED,
    TRIGGER_FIRED,
    UNBLOCKED,
    Effect,
)
from enhancement_roadmap.diff.enhancements import Pairs
from enhancement_roadmap.diff.kinds import DERIVED
from enhancement_roadmap.diff.meaning import priority_effect
from enhancement_roadmap.diff.moved_dates import SUBJECT, moved_ends, whole_end
from enhancement_roadmap.diff.values import Json, Step
from enhancement_roadmap.diff.version import Version
from enhancement_roadmap.findings import Place
from enhancement_roadmap.model import Enhancement, Phase, Quarter


class _Containers(NamedTuple):
    """Phases or quarters.

    Attributes:
        subject: what one of them is called.
        key: that of their list in `plan.yml`.
        lost: what it means that one of them does not name an enhancement any more.
        gained: what it means that it does now.
    """

    subject: str
    key: str
    lost: Effect
    gained: Effect


_PHASES = _Containers("phase", "phases", PHASE_LOST, PHASE_GAINED)
_QUARTERS = _Containers("quarter", "quarters", QUARTER_LOST, QUARTER_GAINED)


class DerivedChanges:
    """Works out what follows.

    Args:
        before: the old roadmap.
        after: the new one.
        pairs: which enhancement is which.
        brief: whether to leave out places.
    """

    def __init__(self, before: Version, after: Version, pairs: Pairs, *, brief: bool) -> None:
        self._before, self._after = before, after
        self._pairs = pairs
        self._brief = brief

    def plain(self) -> Iterator[Change]:
        """Scores and plans: what follows from the data alone."""
        for old, new in self._pairs.kept:
            if old is not new:
                yield from self._score(old, new)
            if old.priority is None and new.priority is None:
                yield from self._priority(old, new)
        before, after = self._before.frame.plan, self._after.frame.plan
        if before is not after:
            yield from self._moved(_PHASES, before.phases, after.phases)
            yield from self._moved(_QUARTERS, before.quarters, after.quarters)

    def derived(self) -> Iterator[Change]:
        """Triggers, what is blocked, decisions and totals: what needs the whole roadmap on the day."""
        actions = {decision.item.id: decision.action for decision in self._before.insight.decisions}
        new_actions = {decision.item.id: decision.action for decision in self._after.insight.decisions}
        for old, new in self._pairs.kept:
            yield from self._trigger(old, new)
            yield from self._blocked(old, new)
            if actions[old.id] != new_actions[new.id]:
                titles = ACTION_TITLES[actions[old.id]], ACTION_TITLES[new_actions[new.id]]
                yield self._change(DECISION_CHANGED, new, "decision", *titles, ())
        yield from self._dates()
        yield from self._totals()

    def _dates(self) -> Iterator[Change]:
        """Ends that are on other days; nothing is worked out where neither plan has a team."""
        if not (self._before.frame.plan.teams or self._after.frame.plan.teams):
            return
        for move in moved_ends(self._before, self._after, self._pairs):
            yield self._change(move.effect, move.item, SUBJECT, move.before, move.after, ())
        before, after = (whole_end(version.insight.schedule) for version in (self._before, self._after))
        if before != after:
            yield _derived(TOTALS_MOVED, None, f"all {SUBJECT}", before or "–", after or "–", None)

    def _score(self, old: Enhancement, new: Enhancement) -> Iterator[Change]:
        if old.assessment is None or new.assessment is None or old.assessment is new.assessment:
            return
        before, after = old.assessment.score, new.assessment.score
        if before.middle != after.middle:
            effect = SCORE_RAISED if after.middle > before.middle else SCORE_LOWERED
            yield self._change(effect, new, "score", str(before), str(after), ("assessment",))

    def _priority(self, old: Enhancement, new: Enhancement) -> Iterator[Change]:
        """Another priority by its score, where the file declares none."""
        effect = priority_effect(old, new, self._before, self._after)
        if effect is not None:
            titles = [version.title_of(version.priority_of(item)) for version, item in ((self._before, old), (self._after, new))]
            yield self._change(effect, new, "priority", titles[0], titles[1], ("assessment",))

    def _trigger(self, old: Enhancement, new: Enhancement) -> Iterator[Change]:
        before, after = self._before.insight.trigger_states[old.id], self._after.insight.trigger_states[new.id]
        if before != after:
            effect = TRIGGER_FIRED if after == "fired" else TRIGGER_CHANGED
            yield self._change(effect, new, "trigger state", before, after, ("trigger",))

    def _blocked(self, old: Enhancement, new: Enhancement) -> Iterator[Change]:
        was, now = self._before.insight.is_blocked(old), self._after.insight.is_blocked(new)
        if now and not was:
            yield self._change(NOW_BLOCKED, new, "waits for", [], _names(self._after.insight, new), ("scope", "depends_on"))
        elif was and not now and self._after.insight.stages[new.id] not in FINISHED:
            yield self._change(UNBLOCKED, new, "waits for", _names(self._before.insight, old), [], ("scope", "depends_on"))

    def _moved(self, containers: _Containers, before: Sequence[Phase | Quarter], after: Sequence[Phase | Quarter]) -> Iterator[Change]:
        """Enhancements that phases or quarters do not name any more, or did not."""
        old = {container.id: container for container in before}
        for index, container in enumerate(after):
            earlier = old.pop(container.id, None)
            if earlier is container:
                continue
            had, has = self._named_by(earlier), set(container.enhancements)
            place = self._place("plan.yml", (containers.key, index, "enhancements"))
            for item in self._items(had - has):
                yield _derived(containers.lost, item, containers.subject, container.title, None, place)
            for item in self._items(has - had):
                yield _derived(containers.gained, item, containers.subject, None, container.title, place)
        for container in old.values():
            for item in self._items(self._named_by(container)):
                yield _derived(containers.lost, item, containers.subject, container.title, None, self._place("plan.yml", ()))

    def _named_by(self, container: Phase | Quarter | None) -> set[str]:
        """The enhancements of an old phase or quarter, by their new ids."""
        return {self._pairs.new_id(name) for name in container.enhancements} if container else set()

    def _items(self, names: Iterable[str]) -> Iterator[Enhancement]:
        """Enhancements by id; one that is gone as it was."""
        return (self._after.items.get(name) or self._before.items[name] for name in sorted(names))

    def _totals(self) -> Iterator[Change]:
        for subject, before, after in _numbers(self._before.insight, self._after.insight):
            if before != after:
                yield _derived(TOTALS_MOVED, None, subject, before, after, None)

    def _change(self, effect: Effect, item: Enhancement, subject: str, before: Json, after: Json, loc: tuple[Step, ...]) -> Change:
        return _derived(effect, item, subject, before, after, self._place(self._after.file_of(item.id), loc))

    def _place(self, file: str, loc: tuple[Step, ...]) -> Place | None:
        return None if self._brief else self._after.place(file, loc)


def _numbers(old: Insight, new: Insight) -> Iterator[tuple[str, int, int]]:
    """Each number of the whole roadmap: what it counts, and the old and the new one."""
    yield "enhancements", len(old.roadmap.enhancements), len(new.roadmap.enhancements)
    yield "requirements", old.total.total, new.total.total
    yield "requirements done", old.total.done, new.total.done
    for level in dict.fromkeys([*new.levels, *old.levels]):
        title = (new.levels.get(level) or old.levels[level]).title
        yield f"enhancements: {title}", len(old.by_priority.get(level, ())), len(new.by_priority.get(level, ()))
    yield f"enhancements: {new.roadmap.about.wording.unprioritised}", len(old.unprioritised), len(new.unprioritised)


def _names(insight: Insight, item: Enhancement) -> list[str]:
    return [insight.by_id[name].name for name in item.scope.needs if insight.stages[name] != "done"]


def _derived(effect: Effect, item: Enhancement | None, subject: str, before: Json, after: Json, place: Place | None) -> Change:
    return Change(
        kind=DERIVED,
        enhancement=item.id if item else None,
        title=item.name if item else "",
        subject=subject,
        path=(),
        before=before,
        after=after,
        index=None,
        effect=effect,
        importance=effect.importance,
        place=place,
    )
