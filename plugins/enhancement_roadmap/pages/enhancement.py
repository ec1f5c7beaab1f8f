"""The page of one enhancement: what is it, when do we do it, how far is it?"""

from __future__ import annotations

from enhancement_roadmap.links import page_path
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.pages.page import Page, fence, heading, source


def enhancement_page(item: Enhancement, data_file: str) -> Page:
    """Make the page of an enhancement.

    Args:
        item: the enhancement.
        data_file: its file's path in the roadmap folder.
    """
    blocks = [
        heading(1, f"{item.number}. {item.title}"),
        fence("facts", enhancement=item.id),
        "## Requirements",
        fence("checklist", enhancement=item.id, anchors=True, headings=False),
        "## Scope",
        fence("scope", enhancement=item.id),
    ]
    if item.analysis is not None:
        blocks += ["## Analysis", fence("analysis", enhancement=item.id)]
    if item.readiness:
        blocks += ["## Readiness", fence("readiness", enhancement=item.id)]
    blocks += [fence("neighbours", enhancement=item.id)]
    return Page(page_path("enhancement", item.id), item.id, source(blocks, tags=item.labels), data_file, is_item=True)
