"""The style sheet of the views: one text of many small files, so that a page loads one file, once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from enhancement_roadmap.views.registry import VIEWS

_SHARED = ("tokens", "base", "boxes", "chips", "tables", "long-texts", "controls", "heat-map", "charts", "steps")
"""What several views share, and what the site's script makes. Views come after it, and may say otherwise of their own."""
_LAST = ("narrow", "print", "forced")
"""What phones, paper and the reader's own colours ask of that; no view says otherwise."""


@cache
def style_sheet() -> str:
    """What the views look like.

    What they share comes first, then each view's own rules in the order of the table of views, then phones, paper and the
    reader's own colours.

    The rules of a view stand beside its template, in ``NAME.css``; one that needs none has no such file.
    """
    room = Path(str(files("enhancement_roadmap.views")))
    own = {path.stem: path for path in room.glob("*/*.css") if path.parent.name != "styles"}
    shared, last = ([room / "styles" / f"{name}.css" for name in names] for names in (_SHARED, _LAST))
    chosen = [*shared, *(own[name] for name in VIEWS if name in own), *last]
    return "\n".join(path.read_text(encoding="utf-8") for path in chosen)
