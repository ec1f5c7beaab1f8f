"""Where each page and file stands in the roadmap's folder of the site's sources."""

from __future__ import annotations

from typing import Literal

PageName = Literal["overview", "matrix", "checklists", "decisions", "plan", "governance", "controls", "history", "document", "changes"]

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
