"""The pages of the site, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import page_path
from enhancement_roadmap.pages.enhancement import enhancement_page
from enhancement_roadmap.pages.page import Page, fence, heading, source
from enhancement_roadmap.pages.whole import whole_document_page

_ABOUT = "roadmap.yml"


def site_pages(insight: Insight, files: Mapping[str, str]) -> Iterator[Page]:
    """Yield every page: the overview first, the pages of the enhancements before the whole document.

    Args:
        insight: the roadmap.
        files: for each enhancement's id, its file's path in the roadmap folder.
    """
    yield overview_page(insight)
    yield matrix_page()
    yield checklists_page()
    yield decisions_page(insight)
    yield plan_page()
    yield governance_page()
    for item in insight.roadmap.enhancements:
        yield enhancement_page(item, files[item.id])
    yield whole_document_page(insight)


def overview_page(insight: Insight) -> Page:
    """How do we stand, and what is next?"""
    blocks = [
        heading(1, insight.roadmap.about.title),
        fence("summary"),
        "## Priority levels",
        fence("priorities"),
        "## All enhancements",
        fence("table"),
        "## About this roadmap",
        fence("about"),
    ]
    return Page(page_path("overview"), "Overview", source(blocks), _ABOUT)


def matrix_page() -> Page:
    """What is most urgent, and why there?"""
    blocks = ["# Priority matrix", fence("matrix"), "## Ranking", fence("ranking"), "## Scales", fence("scales")]
    return Page(page_path("matrix"), "Priority matrix", source(blocks), _ABOUT)


def checklists_page() -> Page:
    """What is left to do?"""
    blocks = ["# Checklists", fence("checklist"), "## Readiness", fence("readiness")]
    return Page(page_path("checklists"), "Checklists", source(blocks), _ABOUT)


def decisions_page(insight: Insight) -> Page:
    """When do we start which?"""
    blocks = ["# Decision framework", "## Triggers", fence("triggers"), "## Readiness criteria", fence("readiness")]
    blocks += ["## Technology and expertise", fence("resources")]
    if insight.roadmap.about.cost_benefit_template is not None:
        blocks += ["## Cost and benefit", fence("cost-benefit")]
    return Page(page_path("decisions"), "Decision framework", source(blocks), _ABOUT)


def plan_page() -> Page:
    """In what order, over what time?"""
    blocks = ["# Plan", "## Phases", fence("phases", anchors=True), "## Quarters", fence("quarters", anchors=True)]
    return Page(page_path("plan"), "Plan", source(blocks), "plan.yml")


def governance_page() -> Page:
    """Who looks at this, and when?"""
    blocks = ["# Governance", "## Reviews", fence("reviews"), "## Contacts", fence("contacts")]
    return Page(page_path("governance"), "Governance", source(blocks), "governance.yml")
