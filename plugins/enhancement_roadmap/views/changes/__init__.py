"""What a change of the roadmap does, with old and new values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from enhancement_roadmap.analysis import Slugs
from enhancement_roadmap.diff import Change, Described, Difference, counted, describe, place_words, totals
from enhancement_roadmap.model import Enhancement, Node
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views.options import SEARCHED_ROWS
from enhancement_roadmap.views.parts.effects import Effects
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View


class ChangesOptions(Node):
    """Which changes, and how many."""

    effect: Effects = ()
    """Only changes with these effects, such as `removed` or `priority-lowered`."""
    about: Slugs = ()
    """Only changes of these enhancements, by id; one that is gone by the id that it had."""
    limit: Annotated[int, Field(ge=1)] | None = None
    """At most so many, the most important ones; the view says how many there are."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as a row of the table.

    Attributes:
        item: the enhancement that it is about, as it was where it is gone; None where it is about the roadmap.
        described: the change in words.
        place: file and line; may be empty.
    """

    item: Enhancement | None
    described: Described
    place: str


def context(render_context: RenderContext, options: ChangesOptions) -> Mapping[str, Any]:
    """The chosen changes, the most important first; their counts by effect, and the totals that moved.

    There is no base where nothing is compared.
    """
    comparison = render_context.comparison
    found = comparison.difference if comparison else Difference((), {})
    chosen = [change for change in found.described if _is_chosen(change, options)]
    items = {**(comparison.before.by_id if comparison else {}), **render_context.insight.by_id}
    is_whole = not (options.effect or options.about)
    return {
        "base": comparison.base if comparison else None,
        "bare": render_context.links,  # without marks: the table says itself what is new, changed or removed
        "is_same": not found.changes,
        "rows": [_row(change, items) for change in chosen[: options.limit]],
        "total": len(chosen),
        "counted": list(counted(found)) if is_whole else [],
        "totals": list(totals(found)) if is_whole else [],
        "is_of_one": len(options.about) == 1,
        "searched_rows": SEARCHED_ROWS,
    }


def _is_chosen(change: Change, options: ChangesOptions) -> bool:
    if options.effect and (change.effect is None or change.effect.name not in options.effect):
        return False
    return not options.about or change.enhancement in options.about


def _row(change: Change, items: Mapping[str, Enhancement]) -> ChangeRow:
    item = items[change.enhancement] if change.enhancement is not None else None
    return ChangeRow(item, describe(change), place_words(change.place) if change.place else "")


VIEW = View(
    "changes", "What a change of the roadmap does, with old and new values; for previews of pull requests.", ChangesOptions, context
)
