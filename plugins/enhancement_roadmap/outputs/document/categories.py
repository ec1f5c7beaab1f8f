"""What the priority levels mean."""

from __future__ import annotations

from enhancement_roadmap.model import PriorityLevel, RoadmapFile
from enhancement_roadmap.outputs.document.parts import Section, fact, inline, listed, titled
from enhancement_roadmap.text import document_text


def categories(about: RoadmapFile) -> Section:
    """The priority levels, the highest first."""
    wording = about.wording
    return titled(2, wording.categories, titled(3, wording.priorities, listed(_item(level) for level in about.priorities)))


def _item(level: PriorityLevel) -> str:
    sign = f"{document_text(level.icon)} " if level.icon else ""
    return f"- {sign}{fact(level.title, inline(level.meaning))}"
