"""What the roadmap is: the top of the document, what the priority levels mean, and its end."""

from __future__ import annotations

from enhancement_roadmap.model import PriorityLevel, RoadmapFile
from enhancement_roadmap.outputs.document.parts import (
    Section,
    facts,
    heading,
    lines,
    listed,
    long_entry,
    long_facts,
    titled,
    with_icon,
)
from enhancement_roadmap.text import document_bold, document_text
from enhancement_roadmap.text.document import Target
from enhancement_roadmap.text.long import document_blocks


def header(about: RoadmapFile, target: Target) -> Section:
    """Title, overview and the facts of the document."""
    wording = about.wording
    overview = document_blocks(about.overview, target) if about.overview else []
    known = [
        *long_facts([(wording.status, about.status), (wording.purpose, about.purpose)], target),
        *facts([(wording.maintainer, about.maintainer), (wording.updated, about.updated)]),
    ]
    return [heading(1, with_icon(about.icon, about.title)), *titled(2, wording.overview, overview), *lines(known)]


def categories(about: RoadmapFile, target: Target) -> Section:
    """The priority levels, the highest first."""
    wording = about.wording
    levels = listed(_item(level, target) for level in about.priorities)
    return titled(2, wording.categories, titled(3, wording.priorities, levels))


def notes(about: RoadmapFile, target: Target) -> Section:
    """What else there is to know."""
    return titled(2, about.wording.notes, document_blocks(about.notes, target) if about.notes else [])


def closing(about: RoadmapFile, target: Target) -> Section:
    """The closing remark, the dates of reviews, the version."""
    wording = about.wording
    dates = [(wording.last_review, about.last_review), (wording.next_review, about.next_review), (wording.version, about.version)]
    return [*lines(long_facts([(wording.remark, about.remark)], target)), *lines(facts(dates))]


def _item(level: PriorityLevel, target: Target) -> str:
    sign = f"{document_text(level.icon)} " if level.icon else ""
    return long_entry("-", f"{sign}{document_bold(level.title)}", level.meaning, target)
