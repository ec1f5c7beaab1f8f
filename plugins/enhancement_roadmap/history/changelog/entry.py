"""One commit of the history, in the roadmap's own terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from enhancement_roadmap.diff import Effect, Kind
from enhancement_roadmap.git import Commit

Tally = tuple[int, int]
"""Requirements done and open."""


class PastChange(NamedTuple):
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
    """

    kind: Kind
    enhancement: str | None
    title: str
    subject: str
    before: str
    after: str
    effect: Effect | None
    importance: int


class ChangelogEntry(NamedTuple):
    """What a commit changed.

    Attributes:
        commit: who, when and why.
        version: version of the document by then; empty where it has none.
        changes: the most important first.
        renamed: for each enhancement that got another id, the new one by the old one.
        mended: commits before this one whose data had mistakes: what they changed is among the changes.
        tallies: requirements by the id of the priority level, after the commit; empty where no number is another.
        is_first: whether it is where the history of the data begins.
    """

    commit: Commit
    version: str
    changes: tuple[PastChange, ...]
    renamed: Mapping[str, str]
    mended: tuple[Commit, ...]
    tallies: Mapping[str, Tally]
    is_first: bool = False
