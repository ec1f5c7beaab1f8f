"""The end of the document: what to remember, and when it is looked at again."""

from __future__ import annotations

from enhancement_roadmap.model import RoadmapFile
from enhancement_roadmap.outputs.document.parts import Section, facts


def closing(about: RoadmapFile) -> Section:
    """The closing remark, the dates of reviews, the version."""
    wording = about.wording
    return [
        *facts([(wording.remark, about.remark)]),
        *facts([(wording.last_review, about.last_review), (wording.next_review, about.next_review), (wording.version, about.version)]),
    ]
