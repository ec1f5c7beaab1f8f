"""What every host starts from: the roadmap, the templates, and what is wrong with either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check
from enhancement_roadmap.diff import Comparison
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.history import History
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import PriorityLevel, Roadmap, RoadmapFile
from enhancement_roadmap.pages import page_names, page_templates
from enhancement_roadmap.templating import NO_OVERRIDES, TemplateMistakeError, TemplateSet, read_overrides
from enhancement_roadmap.views import view_names, view_templates

COMPARE = "ROADMAP_COMPARE"
"""The environment variable that makes a build a preview, and says against what."""


@dataclass(frozen=True)
class SiteReading:
    """The roadmap and the templates as they are now.

    Attributes:
        insight: answers about the roadmap.
        files: for each enhancement's id, its file's path in the roadmap folder.
        pages: templates of the pages.
        views: templates of the views.
        findings: mistakes in the data and in the templates.
        is_last_good: whether the roadmap is an earlier one, since today's has mistakes.
        history: the roadmap's history; None where it is switched off.
        comparison: the older roadmap that a preview holds it against; None where it is no preview.
    """

    insight: Insight
    files: Mapping[str, str]
    pages: TemplateSet
    views: TemplateSet
    findings: list[Finding] = field(default_factory=list)
    is_last_good: bool = False
    history: History | None = None
    comparison: Comparison | None = None

    @property
    def is_broken(self) -> bool:
        """Whether a mistake keeps the roadmap from being shown as it is."""
        return any(finding.severity == "error" for finding in self.findings)

    @property
    def has_history(self) -> bool:
        """Whether there is a history to show, or one that can be fetched."""
        return self.history is not None and self.history.is_there

    def with_finding(self, finding: Finding) -> SiteReading:
        """The same with one more mistake."""
        return replace(self, findings=[*self.findings, finding])

    def compared(self, comparison: Comparison) -> SiteReading:
        """The same as a preview."""
        return replace(self, comparison=comparison)


def read(
    loaded: Loaded,
    templates: Path | None,
    shown: str,
    today: date,
    last_good: SiteReading | None = None,
    history: History | None = None,
    *,
    dates_from_git: bool = False,
) -> SiteReading:
    """Put the data and the templates together.

    Args:
        loaded: what the roadmap folder says.
        templates: the folder of the site's own templates.
        shown: how messages name that folder.
        today: the day to judge by.
        last_good: what was read earlier without a mistake, to show in place of what can not be shown.
        history: the roadmap's history; None where it is switched off.
        dates_from_git: whether a document without a version or a date has those of git.
    """
    overrides, findings = NO_OVERRIDES, list(loaded.findings)
    if templates is not None:
        overrides, mistakes = read_overrides(templates, {*view_names(), *page_names()}, shown)
        findings += mistakes
    try:
        views = view_templates(overrides)
    except TemplateMistakeError as error:
        overrides, views = NO_OVERRIDES, view_templates(NO_OVERRIDES)
        findings.append(error.finding)
    pages = page_templates(overrides)
    if loaded.roadmap is not None:
        insight = history.insight(loaded, today, dates=dates_from_git) if history else Insight(loaded.roadmap, today)
        return SiteReading(insight, loaded.files, pages, views, [*findings, *check(loaded, insight)], history=history)
    if last_good is not None:
        return replace(last_good, pages=pages, views=views, findings=findings, is_last_good=True, history=history)
    return SiteReading(Insight(_NOTHING_YET, today), {}, pages, views, findings)


_NOTHING_YET = Roadmap(about=RoadmapFile(title="Roadmap", priorities=(PriorityLevel(id="any", title="Any", meaning="Any priority"),)))
"""Stands in while there has never been a roadmap without mistakes, so that the pages exist."""
