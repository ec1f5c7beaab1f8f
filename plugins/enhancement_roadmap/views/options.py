"""What the options of several views have in common; those that choose among enhancements are `analysis.Selection`."""

from __future__ import annotations

from zlib import crc32

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.model import Enhancement, Node, Slug

SEARCHED_ROWS = 200
"""Rows of a table past these stay out of the site's search, which they would flood; each enhancement's own page is in it."""


class NoOptions(Node):
    """For a view that has nothing to choose."""


class OneEnhancement(Node):
    """For a view of a single enhancement."""

    enhancement: Slug
    """Which one, by id."""


class Anchors(Node):
    """For a view whose entries other pages may point at."""

    anchors: bool = False
    """`true` gives each entry an anchor; on a page that shows the view twice, only one of them may have it."""


class OpenSelection(Selection):
    """For a view of what is urgent: what is done or cancelled is so no more, and there only for those who ask for it."""

    finished: bool = False
    """`true` shows what is done or cancelled too; choosing it by `enhancement` or `status` does as well."""


def select_open(options: OpenSelection, insight: Insight) -> tuple[list[Enhancement], int]:
    """The chosen enhancements in their order, before the limit; and the number of those left out, being done or cancelled.

    Args:
        options: which, and whether what is done or cancelled is asked for.
        insight: answers about the roadmap.
    """
    chosen = select(options, insight)
    if options.finished or options.enhancement or any(each.name == "status" for each, _ in options.given()):
        return chosen, 0
    still_open = [item for item in chosen if not insight.is_finished(item)]
    return still_open, len(chosen) - len(still_open)


def table_key(view: str, options: Selection) -> str:
    """What addresses call a table that the site's script sorts: the same as long as it is about the same, wherever it stands.

    Args:
        view: name of the view.
        options: its options.
    """
    given = options.model_dump_json(exclude_defaults=True, exclude={"skip", "limit"})
    return view if given == "{}" else f"{view}-{crc32(given.encode()):08x}"
