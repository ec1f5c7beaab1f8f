"""The whole plan as one Markdown file, for a code host and for readers of plain text."""

from __future__ import annotations

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.outputs.document.categories import categories
from enhancement_roadmap.outputs.document.closing import closing
from enhancement_roadmap.outputs.document.decisions import decisions
from enhancement_roadmap.outputs.document.enhancements import enhancements
from enhancement_roadmap.outputs.document.framework import framework
from enhancement_roadmap.outputs.document.governance import contacts, maintenance
from enhancement_roadmap.outputs.document.header import header
from enhancement_roadmap.outputs.document.integration import integration

__all__ = ["document"]

_RULE = "\n\n---\n\n"


def document(insight: Insight) -> str:
    """Write the plan as Markdown.

    Args:
        insight: any roadmap without findings; what it does not say is left out, headings included.

    Returns:
        The text of the file, with a line end at its end. Every text of the data in it has passed the text door.
    """
    about = insight.roadmap.about
    sections = [
        header(about),
        categories(about),
        *enhancements(insight),
        framework(insight.roadmap),
        decisions(insight),
        integration(insight),
        maintenance(insight.roadmap),
        contacts(insight.roadmap),
        closing(about),
    ]
    return _RULE.join("\n\n".join(blocks) for blocks in sections if blocks) + "\n"
