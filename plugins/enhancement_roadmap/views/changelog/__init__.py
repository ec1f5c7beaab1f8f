"""What was changed in the roadmap over time, or in one enhancement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from enhancement_roadmap.analysis import Words
from enhancement_roadmap.history.changelog import (
    READINGS,
    BriefChange,
    Changelog,
    ChangelogEntry,
    ChangelogRow,
    Month,
    grouped,
    happening,
    told,
)
from enhancement_roadmap.model import Enhancement, Node, Slug
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.parts.effects import Effects
from enhancement_roadmap.views.render_context import NO_HISTORY, RenderContext
from enhancement_roadmap.views.view import View

_FEW = 8
"""Sentences of a commit, or commits of an enhancement, that are shown before the others are folded."""
_LISTED = 50
"""Changes behind a sentence that are listed; `roadmap changelog` writes them all."""


class ChangelogOptions(Node):
    """Which changes, and how many."""

    enhancement: Slug | None = None
    """Only changes of this one, by id."""
    effect: Effects = ()
    """Only changes with one of these effects, such as `priority-raised` or `requirement-completed`."""
    author: Words = ()
    """Only commits of these people, by name."""
    limit: Annotated[int, Field(ge=1)] = 40
    """At most so many commits, the newest; `roadmap changelog` writes them all."""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change as a reader sees it.

    Attributes:
        what: what happened, in a word or three.
        item: the enhancement as it is today; None for the roadmap, and for one that is gone.
        title: name of the enhancement then; empty where it needs none.
        change: the change.
    """

    what: str
    item: Enhancement | None
    title: str
    change: BriefChange


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """What is told in one breath.

    Attributes:
        what: what happened, in a word or three.
        words: what it happened to; empty where that is a single change.
        changes: the changes.
        left_out: number of those that there is no room for.
    """

    what: str
    words: str
    changes: Sequence[ShownChange]
    left_out: int


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A commit as a reader sees it.

    Attributes:
        entry: the commit.
        count: number of its changes.
        sentences: what they come to, the most important first.
    """

    entry: ChangelogEntry
    count: int
    sentences: Sequence[ShownSentence]


def context(render_context: RenderContext, options: ChangelogOptions) -> Mapping[str, Any]:
    """Commits by version and month, the newest first, and what there is to say without any."""
    history = render_context.history
    changelog = history.changelog if history else Changelog(())
    rows = changelog.rows(options.enhancement, options.effect, options.author)
    shown = rows[: options.limit]
    return {
        "versions": [(version.name, list(_months(version.months, render_context, changelog, options))) for version in grouped(shown)],
        "lack": history.reason if history else NO_HISTORY,
        "shown": len(shown),
        "total": len(rows),
        "is_narrowed": bool(options.enhancement or options.effect or options.author),
        "is_of_one": options.enhancement is not None,
        "is_folded": options.enhancement is not None and len(shown) > _FEW,
        "few": _FEW,
        "feed": render_context.links.file("changes.atom") if rows else None,
    }


def _months(
    months: Iterable[Month], render_context: RenderContext, changelog: Changelog, options: ChangelogOptions
) -> Iterable[tuple[Month, Sequence[ShownRow]]]:
    for month in months:
        yield month, [_row(row, render_context, changelog, named=options.enhancement is None) for row in month.rows]


def _row(row: ChangelogRow, render_context: RenderContext, changelog: Changelog, *, named: bool) -> ShownRow:
    ids = changelog.today_ids(row.entry)
    sentences = [
        ShownSentence(
            one.what,
            one.words,
            [_change(change, render_context, ids, named=named) for change in one.changes[:_LISTED]],
            len(one.changes[_LISTED:]),
        )
        for one in told(row.changes)
    ]
    return ShownRow(row.entry, len(row.changes), sentences)


def _change(change: BriefChange, render_context: RenderContext, ids: Mapping[str, str], *, named: bool) -> ShownChange:
    name = change.enhancement
    item = render_context.insight.by_id.get(ids.get(name, name)) if name is not None and named else None
    what = READINGS if change.reading is not None else happening(change)
    return ShownChange(what, item, change.title if named else "", change)


VIEW = View(
    "changelog", "What was changed over time, by version and month, from git; all of it, or of one enhancement.", ChangelogOptions, context
)
