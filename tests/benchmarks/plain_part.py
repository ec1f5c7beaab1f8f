"""What writers of plain pages start from."""

from __future__ import annotations

from enhancement_roadmap.analysis import Insight


class PlainPart:
    """Facts of a roadmap for one page.

    Args:
        insight: the roadmap.
        folder: prefix of links to the pages of enhancements, as seen from the page.
    """

    def __init__(self, insight: Insight, folder: str) -> None:
        self._insight = insight
        self._folder = folder
