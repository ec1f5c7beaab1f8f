"""The whole document on one page, to read or to print."""

from __future__ import annotations

from collections.abc import Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import page_path
from enhancement_roadmap.pages.page import Page, fence, heading, source

MAX_HEADINGS = 200
"""Up to so many enhancements, each has its heading in the page's contents; past it, the levels alone have one."""


def whole_document_page(insight: Insight) -> Page:
    """Make the page. It repeats what the other pages say, so the site's search leaves it out."""
    about = insight.roadmap.about
    blocks = [
        heading(1, about.title),
        fence("about"),
        "## Priority levels",
        fence("priorities"),
        *_enhancements(insight),
        "## Priority scoring",
        fence("scales"),
        fence("matrix"),
        "## Readiness",
        fence("readiness"),
        "## Resources",
        fence("resources"),
        "## Decision framework",
        fence("triggers"),
        *(["### Cost and benefit", fence("cost-benefit")] if about.cost_benefit_template else []),
        "## Quarters",
        fence("quarters"),
        "## Phases",
        fence("phases"),
        "## Reviews",
        fence("reviews"),
        "## Contacts",
        fence("contacts"),
    ]
    return Page(page_path("document"), "Whole document", source(blocks, search=False), "roadmap.yml")


def _enhancements(insight: Insight) -> Iterator[str]:
    one_by_one = len(insight.roadmap.enhancements) <= MAX_HEADINGS
    for level in insight.roadmap.about.priorities:
        items = insight.by_priority[level.id]
        if items:
            yield heading(2, level.section or level.title)
        if items and not one_by_one:
            yield fence("details", priority=level.id)
        for item in items if one_by_one else ():
            yield heading(3, f"{item.number}. {item.title}")
            yield fence("details", enhancement=item.id, headings=False)
