"""Single facts in the words of somebody who keeps the pages by hand."""

from __future__ import annotations

from collections.abc import Iterable

from enhancement_roadmap.analysis import Evaluation, Insight, forecast_words
from enhancement_roadmap.analysis.triggers.descriptions import evaluation_words
from enhancement_roadmap.model import Enhancement, PartialDate, Quarter

NAMED = 50
"""Assessments that are out of date and named, as on the plugin's own page."""

MOST = 200
"""Entries of a list on the decision page, as on the plugin's own: the page of each enhancement has the rest."""


def link(item: Enhancement, folder: str, *, short: bool = False) -> str:
    """A link to the page of an enhancement.

    Args:
        item: the enhancement.
        folder: prefix of the page's address, as seen from the page that the link is on.
        short: by its short title, where it has one.
    """
    return f"[{item.name if short else item.title}]({folder}{item.id}.md)"


def links(items: Iterable[Enhancement], folder: str) -> str:
    """Links to some enhancements in a line."""
    return ", ".join(link(item, folder) for item in items)


def progress(item: Enhancement, insight: Insight) -> str:
    """``3 of 6``."""
    found = insight.progress[item.id]
    return f"{found.done} of {found.total}"


def status(item: Enhancement, insight: Insight) -> str:
    """The status as people call it."""
    return insight.statuses[item.status].title


def state(evaluation: Evaluation) -> str:
    """Where a trigger stands, in a word."""
    return evaluation.state.capitalize()


def known(evaluation: Evaluation, insight: Insight) -> str:
    """What is known of each condition of a trigger."""
    return evaluation_words(evaluation, insight) or "–"


def since(evaluation: Evaluation) -> str:
    """When a trigger has fired; nothing where it has not."""
    return f" since {evaluation.since}" if evaluation.since else ""


def expected(evaluation: Evaluation) -> str:
    """When a trigger will fire by the trend."""
    return forecast_words(evaluation.forecast) if evaluation.forecast else "–"


def on_day(day: PartialDate) -> str:
    """``on 30 June 2025``, ``in June 2025``."""
    return f"{'on' if day.day else 'in'} {day}"


def level_titles(item: Enhancement, insight: Insight) -> tuple[str, str]:
    """Risk and impact of an enhancement in the words of the scales."""
    assessment = item.assessment
    if assessment is None:
        return "–", "–"
    pairs = ((assessment.risk, insight.risk_levels), (assessment.impact, insight.impact_levels))
    risk, impact = (f"{' to '.join(dict.fromkeys((levels[at.low].title, levels[at.high].title)))} ({at})" for at, levels in pairs)
    return risk, impact


def assessed(item: Enhancement, insight: Insight) -> str:
    """By whom and when it was assessed, and whether that is too long ago."""
    assessment = item.assessment
    if assessment is None or assessment.on is None:
        return ""
    return f"assessed by {assessment.by} {on_day(assessment.on)}{', Stale' if insight.is_stale(item) else ''}"


def focus(container: object) -> str:
    """What a quarter or a phase is for."""
    return container.focus if isinstance(container, Quarter) else getattr(container, "summary", "")
