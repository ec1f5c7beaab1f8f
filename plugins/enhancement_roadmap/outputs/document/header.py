"""The top of the document: what it is, and where its subject stands."""

from __future__ import annotations

from enhancement_roadmap.model import RoadmapFile
from enhancement_roadmap.outputs.document.parts import Section, facts, heading, titled, with_icon
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
