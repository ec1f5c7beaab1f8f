"""The whole plan as one Markdown file, for a code host and for readers of plain text."""

from __future__ import annotations

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.outputs.document.about import categories, closing, header, notes
from enhancement_roadmap.outputs.document.enhancements import enhancements
from enhancement_roadmap.outputs.document.framework import decisions, framework
from enhancement_roadmap.outputs.document.planning import contacts, integration, maintenance
from enhancement_roadmap.outputs.document.targets import Targets

__all__ = ["document"]

_RULE = "\n\n---\n\n"


def document(insight: Insight) -> str:
    """Write the plan as Markdown.

    Args:
        insight: any roadmap without findings; what it does not say is left out, headings included.

    Returns:
        The text of the file, with a line end at its end. Every text of the data in it has passed the text door.
    """
    about, targets = insight.roadmap.about, Targets(insight)
    sections = [
        header(about, targets.elsewhere),
        categories(about, targets.elsewhere),
        *enhancements(insight, targets),
        framework(insight.roadmap, targets.elsewhere),
        decisions(insight, targets.elsewhere),
        integration(insight),
        maintenance(insight.roadmap, targets.elsewhere),
        contacts(insight.roadmap, targets.elsewhere),
        notes(about, targets.elsewhere),
        closing(about, targets.elsewhere),
    ]
    return _RULE.join("\n\n".join(blocks) for blocks in sections if blocks) + "\n"
