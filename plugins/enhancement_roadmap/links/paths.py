"""Where each page and file stands in the roadmap's folder of the site's sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

PageName = Literal["overview", "matrix", "checklists", "decisions", "plan", "governance", "controls", "history", "document", "changes"]

CHECKLISTS = "checklists"
"""Lists of requirements are called so, with the id of a priority level behind a hyphen."""
DECISIONS = "decisions"
"""Lists of decisions are called so, with the decision behind a hyphen."""
DOCUMENT = "document"
"""The whole document, whose parts have names."""

_HOMES: Mapping[str, PageName] = {
    "table": "overview",
    "ranking": "matrix",
    CHECKLISTS: "checklists",
    DECISIONS: "decisions",
    "triggers": "decisions",
    "readiness": "decisions",
    "value": "decisions",
    "dates": "plan",
    "graph": "plan",
    DOCUMENT: "document",
}
"""The page on which a long list begins, by the name of the list up to its first hyphen."""

FileName = str
"""Path of a file for programs in the roadmap's folder, such as ``reviews.ics``; the table of outputs says which there are."""


def page_path(name: PageName | Literal["enhancement"], enhancement: str = "") -> str:
    """Path of a page's Markdown source, from the roadmap's folder.

    Args:
        name: which page.
        enhancement: the id, for the page of an enhancement.
    """
    if name == "enhancement":
        return f"enhancements/{enhancement}.md"
    return "index.md" if name == "overview" else f"{name}.md"


def part_path(of: str, number: int) -> str:
    """Path of the page on which a part of a long list stands, from the roadmap's folder.

    Args:
        of: the list, such as ``ranking`` or ``checklists-high``.
        number: counted from 1, which is the page that the list begins on.
    """
    return page_path(_HOMES.get(of.partition("-")[0], "overview")) if number == 1 else f"lists/{of}-{number}.md"
