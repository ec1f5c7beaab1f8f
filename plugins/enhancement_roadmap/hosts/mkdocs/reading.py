"""What a build starts from: the roadmap, the templates, and what is wrong with either."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from mkdocs.exceptions import PluginError

from enhancement_roadmap.analysis import Insight, build_day
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading import FolderError, Loaded, load
from enhancement_roadmap.model import PriorityLevel, Roadmap, RoadmapFile
from enhancement_roadmap.pages import page_names, page_templates
from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, TemplateMistakeError, TemplateSet, read_overrides
from enhancement_roadmap.views import view_names, view_templates


@dataclass(frozen=True)
class Reading:
    """The roadmap and the templates as they are now.

    Attributes:
        insight: answers about the roadmap.
        files: for each enhancement's id, its file's path in the roadmap folder.
        pages: templates of the pages.
        views: templates of the views.
        findings: mistakes in the data and in the templates.
        is_last_good: whether the roadmap is an earlier one, since today's has mistakes.
    """

    insight: Insight
    files: Mapping[str, str]
    pages: TemplateSet
    views: TemplateSet
    findings: list[Finding] = field(default_factory=list)
    is_last_good: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether a mistake keeps the roadmap from being shown as it is."""
        return any(finding.severity == "error" for finding in self.findings)

    def with_finding(self, finding: Finding) -> Reading:
        """The same with one more mistake."""
        return replace(self, findings=[*self.findings, finding])


def read(data: Path, data_shown: str, templates: Path | None, templates_shown: str, last_good: Reading | None) -> Reading:
    """Read the data and the templates.

    Args:
        data: the roadmap folder.
        data_shown: how messages name it.
        templates: the folder of the site's own templates.
        templates_shown: how messages name it.
        last_good: what an earlier build read without a mistake, to show in place of what can not be shown.

    Raises:
        PluginError: the day of the build is none.
    """
    loaded = _load(data, data_shown)
    overrides, findings = _overrides(templates, templates_shown)
    try:
        views = view_templates(overrides)
    except TemplateMistakeError as error:
        overrides, views = NO_OVERRIDES, view_templates()
        findings.append(error.finding)
    pages = page_templates(overrides)
    findings = [*loaded.findings, *findings]
    if loaded.roadmap is not None:
        return Reading(Insight(loaded.roadmap, _today()), loaded.files, pages, views, findings)
    if last_good is not None:
        return Reading(last_good.insight, last_good.files, pages, views, findings, is_last_good=True)
    return Reading(Insight(_NOTHING_YET, _today()), {}, pages, views, findings)


_NOTHING_YET = Roadmap(about=RoadmapFile(title="Roadmap", priorities=(PriorityLevel(id="any", title="Any", meaning="Any priority"),)))
"""Stands in while there has never been a roadmap without mistakes, so that the pages exist."""


def _load(data: Path, shown: str) -> Loaded:
    try:
        return load(data, shown=shown)
    except FolderError as error:
        hint = "Make the folder, or name another one in the plugin's option ‘data_dir’."
        return Loaded(None, (Finding(Place(shown), "RM100", str(error), hint),))


def _overrides(folder: Path | None, shown: str) -> tuple[Overrides, list[Finding]]:
    return (NO_OVERRIDES, []) if folder is None else read_overrides(folder, {*view_names(), *page_names()}, shown)


def _today() -> date:
    try:
        return build_day(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from error
