"""What the roadmap is: the top of the document, what the priority levels mean, and its end."""

from __future__ import annotations

from enhancement_roadmap.model import PriorityLevel, RoadmapFile
from enhancement_roadmap.outputs.document.parts import Section, fact, facts, heading, inline, listed, titled, with_icon
from enhancement_roadmap.text import document_text


def header(about: RoadmapFile) -> Section:
    """Title, overview and the facts of the document."""
    wording = about.wording
    overview = [document_text(about.overview)] if about.overview else []
    return [
        heading(1, with_icon(about.icon, about.title)),
        *titled(2, wording.overview, overview),
        *facts(
            [
                (wording.status, about.status),
                (wording.purpose, about.purpose),
                (wording.maintainer, about.maintainer),
                (wording.updated, about.updated),
            ]
        ),
    ]


def categories(about: RoadmapFile) -> Section:
    """The priority levels, the highest first."""
    wording = about.wording
    return titled(2, wording.categories, titled(3, wording.priorities, listed(_item(level) for level in about.priorities)))


def closing(about: RoadmapFile) -> Section:
    """The closing remark, the dates of reviews, the version."""
    wording = about.wording
    return [
        *facts([(wording.remark, about.remark)]),
        *facts([(wording.last_review, about.last_review), (wording.next_review, about.next_review), (wording.version, about.version)]),
    ]


def _item(level: PriorityLevel) -> str:
    sign = f"{document_text(level.icon)} " if level.icon else ""
    return f"- {sign}{fact(level.title, inline(level.meaning))}"
