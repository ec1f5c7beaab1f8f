"""What tables have in common that the site's script sorts, filters and pages."""

from __future__ import annotations

from zlib import crc32

from enhancement_roadmap.analysis import Selection

SEARCHED_ROWS = 200
"""Rows past these stay out of the site's search, which they would flood; each enhancement's own page is in it."""


def table_key(view: str, options: Selection) -> str:
    """What addresses call a table: the same as long as its options are, wherever it stands.

    Args:
        view: name of the view.
        options: its options.
    """
    given = options.model_dump_json(exclude_defaults=True)
    return view if given == "{}" else f"{view}-{crc32(given.encode()):08x}"
