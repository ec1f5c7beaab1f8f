"""Where links in texts of the data lead from the document, which has all enhancements on one page."""

from __future__ import annotations

import re

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.text import plain
from enhancement_roadmap.text.document import Target

_PAGE_OF_ENHANCEMENT = re.compile(r"(?:.*/)?enhancements/([^/#]+)\.md(?:#.*)?")
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


class Targets:
    """Gives targets: a link to the page of an enhancement, or to an anchor on it, leads to its section; others stay as typed.

    Args:
        insight: the roadmap.
    """

    def __init__(self, insight: Insight) -> None:
        self._sections = {item.id: f"#{heading_anchor(item.numbered_title)}" for item in insight.roadmap.enhancements}

    def of(self, item: Enhancement) -> Target:
        """Targets in the texts of an enhancement, in which ``#…`` alone is on its own page."""
        return lambda target: self._sections[item.id] if target.startswith("#") else self.elsewhere(target)

    def elsewhere(self, target: str) -> str:
        """A target in any other text."""
        found = _PAGE_OF_ENHANCEMENT.fullmatch(target)
        return self._sections.get(found[1], target) if found else target


def heading_anchor(title: str) -> str:
    """The anchor that code hosts give a heading: ``3-database-security`` for "3. Database Security"."""
    return _NOT_IN_ANCHORS.sub("", plain(title).strip().lower()).replace(" ", "-")
