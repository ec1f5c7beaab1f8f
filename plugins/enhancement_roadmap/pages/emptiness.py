"""Which pages have nothing to say about a roadmap: an empty page is no page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import PageName


def nothing_on(name: PageName, insight: Insight) -> str:
    """What a page says that has nothing to say, in a sentence; empty where it has something.

    Args:
        name: which page.
        insight: answers about the roadmap.
    """
    if name not in _PAGES:
        return ""
    has_facts, nothing = _PAGES[name]
    return "" if has_facts(insight) else nothing


def _has_scores(insight: Insight) -> bool:
    return insight.roadmap.about.scoring is not None


def _has_requirements(insight: Insight) -> bool:
    return bool(insight.total.total or insight.roadmap.about.readiness_criteria)


def _has_decisions(insight: Insight) -> bool:
    about, governance = insight.roadmap.about, insight.roadmap.governance
    framework = about.readiness_criteria, about.cost_benefit_template, about.technology_considerations, governance.roles
    return any((insight.roadmap.enhancements, insight.metrics, *framework))


def _has_plan(insight: Insight) -> bool:
    plan = insight.roadmap.plan
    return bool(plan.phases or plan.quarters or plan.teams)


def _has_governance(insight: Insight) -> bool:
    governance = insight.roadmap.governance
    people = governance.stakeholders, governance.contacts, governance.external_resources
    agreements = any(item.has_agreements for item in insight.roadmap.enhancements)
    own_statuses = "statuses" in insight.roadmap.about.model_fields_set
    return bool(insight.reviews or insight.roadmap.about.last_review or any(people) or agreements or own_statuses)


_PAGES: Mapping[PageName, tuple[Callable[[Insight], bool], str]] = {
    "matrix": (_has_scores, "There are no scales for risk and impact."),
    "checklists": (_has_requirements, "No enhancement has requirements."),
    "decisions": (_has_decisions, "There is nothing to decide about."),
    "plan": (_has_plan, "There is no phase, no quarter and no team."),
    "governance": (_has_governance, "No review is planned, and nobody is named."),
}
"""For the pages that not every roadmap has something for: whether this one does, and what the page says otherwise."""
