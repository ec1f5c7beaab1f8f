"""The history of a roadmap: its entries, chosen and grouped, and when each enhancement was changed last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from enhancement_roadmap.analysis import LastChange
from enhancement_roadmap.diff import REASSESSED, REVIEW_HELD, EffectName
from enhancement_roadmap.history.changelog.entry import BriefChange, ChangelogEntry
from enhancement_roadmap.model import PartialDate


@dataclass(frozen=True, slots=True)
class ChangelogRow:
    """An entry, or those of its changes that were asked for.

    Attributes:
        entry: the commit.
        changes: the most important first.
    """

    entry: ChangelogEntry
    changes: Sequence[BriefChange]


@dataclass(frozen=True, slots=True)
class Month:
    """What was changed in a month.

    Attributes:
        month: which.
        rows: the newest first.
    """

    month: PartialDate
    rows: Sequence[ChangelogRow]


@dataclass(frozen=True, slots=True)
class Release:
    """What was changed while the document had a version.

    Attributes:
        name: the version; empty where the document had none.
        months: the newest first.
    """

    name: str
    months: Sequence[Month]


@dataclass(frozen=True)
class Changelog:
    """Everything that was changed.

    Attributes:
        entries: the oldest first.
    """

    entries: Sequence[ChangelogEntry]

    def rows(
        self, enhancement: str | None = None, effects: Collection[EffectName] = (), authors: Collection[str] = ()
    ) -> list[ChangelogRow]:
        """Entries that were asked for, the newest first.

        Args:
            enhancement: only changes of this one, by its id of today; None for all.
            effects: only changes with one of these effects, by their names; none for all.
            authors: only commits of these people; none for all.
        """
        found = reversed(self._rows) if enhancement is None else reversed(self._of_enhancement.get(enhancement, []))
        chosen = (row for row in found if not authors or row.entry.commit.author in authors)
        if not effects:
            return list(chosen)
        narrowed = (
            ChangelogRow(row.entry, [change for change in row.changes if change.effect is not None and change.effect.name in effects])
            for row in chosen
        )
        return [row for row in narrowed if row.changes]

    def today_ids(self, entry: ChangelogEntry) -> Mapping[str, str]:
        """For ids that enhancements had after an entry, those that they have today, where they are others."""
        return self._ids.get(entry.commit.id, {})

    @cached_property
    def _rows(self) -> Sequence[ChangelogRow]:
        return [ChangelogRow(entry, entry.changes) for entry in self.entries]

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        """By the id of the commit."""
        now: dict[str, str] = {}
        found: dict[str, Mapping[str, str]] = {}
        for entry in reversed(self.entries):
            if now:
                found[entry.commit.id] = now
            if entry.renamed:
                now = {**now, **{old: now.get(new, new) for old, new in entry.renamed.items()}}
        return found

    @cached_property
    def _of_enhancement(self) -> Mapping[str, list[ChangelogRow]]:
        found: dict[str, list[ChangelogRow]] = {}
        for entry in self.entries:
            ids = self.today_ids(entry)
            mine: dict[str, list[BriefChange]] = {}
            for change in entry.changes:
                if change.enhancement is not None:
                    mine.setdefault(ids.get(change.enhancement, change.enhancement), []).append(change)
            for name, changes in mine.items():
                found.setdefault(name, []).append(ChangelogRow(entry, changes))
        return found


def grouped(rows: Iterable[ChangelogRow]) -> list[Release]:
    """Entries by the document's version, and by month; both in the order that they come in."""
    return [Release(name, list(_months(of_version))) for name, of_version in groupby(rows, lambda row: row.entry.version)]


def _months(rows: Iterable[ChangelogRow]) -> Iterator[Month]:
    for month, inside in groupby(rows, lambda row: PartialDate.month_of(row.entry.commit.on)):
        yield Month(month, list(inside))


def last_changes(changelog: Changelog) -> Mapping[str, LastChange]:
    """The last change of each enhancement, by its id of today.

    What a history begins with is no change. A commit that says that an enhancement was assessed anew, or that a review was
    held, is a review on its own day: of this enhancement, or of all.
    """
    changed: dict[str, date] = {}
    reviewed: dict[str, date] = {}
    held: date | None = None
    for entry in changelog.entries:
        if entry.is_first:
            continue
        ids = changelog.today_ids(entry)
        for change in entry.changes:
            if change.effect is REVIEW_HELD:
                held = entry.commit.on
            if change.enhancement is None or not change.kind.is_change:
                continue
            name = ids.get(change.enhancement, change.enhancement)
            changed[name] = entry.commit.on
            if change.effect is REASSESSED:
                reviewed[name] = entry.commit.on
    return {name: LastChange(on, max((day for day in (reviewed.get(name), held) if day), default=None)) for name, on in changed.items()}
