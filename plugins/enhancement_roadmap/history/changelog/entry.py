"""One commit of the history, in the roadmap's own terms and words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from enhancement_roadmap.diff import PARAGRAPH_REWORDED, Change, Effect, Kind, around, title_of
from enhancement_roadmap.git import Commit
from enhancement_roadmap.history.changelog.wording import told_subject, told_values
from enhancement_roadmap.sentences import cut
from enhancement_roadmap.text import plain

MOST_CHARACTERS = 200
"""Characters of a value; the whole one is in the commit."""

Tally = tuple[int, int]
"""Requirements done and open."""

UNPRIORITISED = ""
"""In place of the id of a priority level, for enhancements that have none."""


class OfReading(NamedTuple):
    """Which reading a change is about.

    Attributes:
        metric: title of the metric.
        day: in words.
    """

    metric: str
    day: str


class BriefChange(NamedTuple):
    """Something that a commit changed; a `Change` with its values in words.

    Attributes:
        kind: what happened, as `Change.kind`.
        enhancement: id of the enhancement, as it was called then; None for the roadmap.
        title: its name then.
        subject: what of it changed, in a few words.
        before: the old value in words, cut when it is long; empty where there was none or it says nothing.
        after: the new value.
        effect: what it means; None where it has no effect.
        importance: 1 to 100; what matters more comes first.
        reading: which reading of a metric it is about; None for all else.
    """

    kind: Kind
    enhancement: str | None
    title: str
    subject: str
    before: str
    after: str
    effect: Effect | None
    importance: int
    reading: OfReading | None = None


class ChangelogEntry(NamedTuple):
    """What a commit changed.

    Attributes:
        commit: who, when and why.
        version: version of the document by then; empty where it has none.
        changes: the most important first.
        renamed: for each enhancement that got another id, the new one by the old one.
        mended: commits before this one whose data had mistakes: what they changed is among the changes.
        tallies: requirements by the id of the priority level (or `UNPRIORITISED`), after the commit; empty where no number is another.
        is_first: whether it is where the history of the data begins.
        folder: path of the data folder in the repository then.
    """

    commit: Commit
    version: str
    changes: tuple[BriefChange, ...]
    renamed: Mapping[str, str]
    mended: tuple[Commit, ...]
    tallies: Mapping[str, Tally]
    is_first: bool = False
    folder: str = ""


def brief(change: Change) -> BriefChange:
    """A change of a brief difference, small enough to be kept for each of thousands of commits."""
    shown = around if change.kind is PARAGRAPH_REWORDED else told_values
    before, after = shown(change.before, change.after)
    written = (change.title, told_subject(change.subject), before or "", after or "")
    title, subject, before, after = (cut(words, MOST_CHARACTERS) for words in written)
    return BriefChange(change.kind, change.enhancement, title, subject, before, after, change.effect, change.importance, _reading(change))


def _reading(change: Change) -> OfReading | None:
    """Which reading a change is about, by its path; what it is called, by its subject: "metrics Users: readings 1 May 2026: value"."""
    if change.path[:1] != ("metrics",) or "readings" not in change.path:
        return None
    head, _, tail = change.subject.rpartition(": readings ")
    day = tail.partition(": ")[0]
    return OfReading(head.removeprefix("metrics "), day) if head and day else None


def happening(change: BriefChange) -> str:
    """What happened, in a word or three."""
    return title_of(change.kind, change.effect)


def sentence(change: BriefChange) -> str:
    """A change in a line of plain words: "Priority raised: Database Security, priority, from medium to high"."""
    parts = details(change)
    return f"{happening(change)}: {', '.join(parts)}" if parts else happening(change)


def details(change: BriefChange) -> list[str]:
    """What a change happened to, and how, in plain words: "Database Security", "priority", "from medium to high"."""
    parts = [plain(part) for part in (change.title, change.subject) if part]
    if change.before and change.after:
        parts.append(f"from {change.before} to {change.after}")
    elif change.after:
        parts.append(f"now {change.after}")
    elif change.before:
        parts.append(f"no longer {change.before}")
    return parts
