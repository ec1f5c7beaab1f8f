"""The one assembly of a site: roadmap, findings, templates, pages, the files beside them, and what a view on a page is given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files as package_files
from pathlib import Path
from typing import TYPE_CHECKING

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.hosts.dead_links import DeadAnchor, dead_link_findings
from enhancement_roadmap.links import FileName, Links
from enhancement_roadmap.loading import FolderError, Loaded, ParsedFiles, load
from enhancement_roadmap.model import ItemTexts, PriorityLevel, Roadmap, RoadmapFile
from enhancement_roadmap.outputs.table import OutputSource, files_beside
from enhancement_roadmap.pages import Page, page_names, page_templates, site_pages
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import in_words
from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, TemplateMistakeError, TemplateSet, read_overrides
from enhancement_roadmap.views import RenderContext, style_sheet, view_names, view_templates

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison
    from enhancement_roadmap.history import Compared, History

COMPARE = "ROADMAP_COMPARE"
"""The environment variable that makes a build a preview, and says against what."""


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What a site is to be, whatever host it is for.

    Attributes:
        data: the roadmap folder.
        today: the day to judge by.
        shown: how messages name the folder; empty for its path as given.
        templates: folder of templates in place of the product's own.
        templates_shown: how messages name that folder; empty for its path as given.
        history: whether to show what was changed over time, from git.
        dates_from_git: whether a document without a version or a date has those of git.
        compare: a branch, a tag or a commit to hold the roadmap against, which makes the site a preview; empty for none.
        commit_url: form of the address of a commit; empty for none.
        address: address of the folder that the pages are published in; empty where nobody knows.
        is_served: whether it is shown to those who write the data, while they do.
        editable: name of the roadmap in the site, where its pages can be edited while they are served; empty elsewhere.
    """

    data: Path
    today: date
    shown: str = ""
    templates: Path | None = None
    templates_shown: str = ""
    history: bool = True
    dates_from_git: bool = False
    compare: str = ""
    commit_url: str = ""
    address: str = ""
    is_served: bool = False
    editable: str = ""

    @property
    def named(self) -> str:
        """How messages name the roadmap folder."""
        return in_words(self.shown or self.data.as_posix())


@dataclass(frozen=True)
class Site:
    """A site, before any host has shown it.

    Attributes:
        options: what it is to be.
        insight: answers about the roadmap.
        overrides: the site's own templates.
        views: templates of the views, with the site's own among them.
        files: for each enhancement's id, its file's path in the roadmap folder.
        findings: mistakes in the data and in the templates.
        pages: the roadmap's pages; none until they are asked for.
        history: the roadmap's history; None where it is switched off.
        comparison: the older roadmap that a preview holds it against; None where it is no preview.
        is_last_good: whether the roadmap is an earlier one, since today's has mistakes.
        is_placeholder: whether there is no roadmap at all, since there never was one without mistakes.
        texts: what an earlier build of a server has made of enhancements; None where nothing is kept.
    """

    options: SiteOptions
    insight: Insight
    overrides: Overrides
    views: TemplateSet
    files: Mapping[str, str] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    pages: Sequence[Page] = ()
    history: History | None = None
    comparison: Comparison | None = None
    is_last_good: bool = False
    is_placeholder: bool = False
    texts: ItemTexts | None = None

    @cached_property
    def is_broken(self) -> bool:
        """Whether a mistake keeps the roadmap from being shown as it is."""
        return any(finding.severity == "error" for finding in self.findings)

    @property
    def left_out(self) -> str:
        """A line that says what of the history is left out; empty where nothing is."""
        return self.history.lack if self.history is not None else ""

    def with_pages(self, kept: Collection[str] = ()) -> Site:
        """The same with its pages. A template of the site that can not be filled is a finding more, and the product's stand in.

        Args:
            kept: paths of pages that the site's author has named, and that are there even where there is nothing to say.
        """
        try:
            return replace(self, pages=tuple(self._pages(page_templates(self.overrides), kept)))
        except TemplateMistakeError as error:
            # Of the placeholder, a template may only miss what is missing from it.
            findings = self.findings if self.is_placeholder else [*self.findings, error.finding]
            return replace(self, pages=tuple(self._pages(page_templates(), kept)), findings=findings)

    def files_beside(self) -> Mapping[FileName, bytes]:
        """Content of each file that stands beside the pages, by its path in the roadmap's folder."""
        source = OutputSource(self.insight, self.history, self.options.address, self.options.commit_url, texts=self.texts)
        return files_beside(source)

    def source(self, page: Page) -> Path:
        """The file of the data that a page is made of first of all."""
        file = self.options.data / page.data_file
        return file if file.is_file() else self.options.data / "roadmap.yml"

    def render_context(self, links: Links) -> RenderContext:
        """What a view is given that stands on a page. A site that is served, or is a preview, is for those who write the data.

        Args:
            links: addresses as seen from the page.
        """
        for_authors = self.options.is_served or self.comparison is not None
        return RenderContext(self.insight, links, self.views, self.comparison, self.history, for_authors, self.editable)

    @property
    def editable(self) -> str:
        """Name of the roadmap where its pages can be edited: they show it as it is, and not as it was."""
        is_as_it_is = not (self.is_last_good or self.is_placeholder or self.comparison)
        return self.options.editable if is_as_it_is else ""

    def dead_links(self, targets: Iterable[str], anchors: Iterable[DeadAnchor]) -> list[Finding]:
        """A warning for each place in the data that links to nothing.

        Args:
            targets: what no file of the host answers to.
            anchors: those that are not on their pages.
        """
        return sorted(dead_link_findings(targets, anchors, self.options.data, self.options.named, self.files))

    def _pages(self, templates: TemplateSet, kept: Collection[str]) -> Iterator[Page]:
        history = self.history
        lacks_history = history is not None and bool(history.reason)
        has_history = history is not None and (lacks_history or bool(history.changelog.entries))
        known = {"has_history": has_history, "lacks_history": lacks_history}
        return site_pages(self.insight, self.files, templates, self.comparison, **known, kept=kept, texts=self.texts)


@dataclass(slots=True)
class SiteMemory:
    """What a server keeps from one build to the next.

    Attributes:
        last_good: the last site without a mistake, to show in place of one that can not be shown.
        parsed: data files that were understood before.
        texts: what was made of enhancements.
    """

    last_good: Site | None = None
    parsed: ParsedFiles = field(default_factory=ParsedFiles)
    texts: ItemTexts = field(default_factory=ItemTexts)


def load_or_finding(options: SiteOptions, hint: str, memory: SiteMemory | None = None) -> Loaded:
    """What the roadmap folder says; that there is none is a mistake like any other.

    Args:
        options: which folder.
        hint: says where the host lets people name another.
        memory: what an earlier build has kept.
    """
    try:
        return load(options.data, shown=options.named, parsed=memory.parsed if memory is not None else None)
    except FolderError as error:
        return Loaded(None, (Finding(Place(options.named), "RM100", str(error), f"Make the folder, or name another one {hint}."),))


def assemble(options: SiteOptions, loaded: Loaded, memory: SiteMemory | None = None) -> Site:
    """Put a site together, without its pages.

    Args:
        options: what it is to be.
        loaded: what the roadmap folder says.
        memory: what an earlier build has kept; this one is kept there too.

    Raises:
        ComparisonError: there is nothing to hold the roadmap against, or nothing of it can be read.
    """
    memory = SiteMemory() if memory is None else memory
    memory.texts.begin()
    history = _history(options) if options.history else None
    overrides, views, findings = _templates(options)
    compared = _compared(options, loaded) if options.compare else None
    loaded = compared.after.roadmap if compared else loaded
    findings = [*loaded.findings, *findings]
    if loaded.roadmap is None:
        if memory.last_good is None:
            nothing = Insight(_nothing_yet(), options.today)
            return Site(options, nothing, overrides, views, findings=findings, history=history, is_placeholder=True)
        last = memory.last_good
        return replace(last, options=options, overrides=overrides, views=views, findings=findings, history=history, is_last_good=True)
    insight = history.insight(loaded, options.today, dates=options.dates_from_git) if history else Insight(loaded.roadmap, options.today)
    comparison = compared.comparison if compared else None
    found = [*findings, *check(loaded, insight)]
    texts = memory.texts if options.is_served else None
    site = Site(options, insight, overrides, views, loaded.files, found, history=history, comparison=comparison, texts=texts)
    if not site.is_broken:
        memory.last_good = site
    return site


def assets() -> Mapping[str, bytes]:
    """The style sheet and the script, by their names."""
    script = package_files("enhancement_roadmap.hosts").joinpath("assets", "roadmap.js")
    return {"roadmap.css": style_sheet().encode(), "roadmap.js": script.read_bytes()}


def _history(options: SiteOptions) -> History:
    from enhancement_roadmap.history import History

    return History(options.data, options.named)


def _compared(options: SiteOptions, loaded: Loaded) -> Compared:
    from enhancement_roadmap.history import Versions, compare

    return compare(Versions(options.compare), options.data, loaded, options.today, options.named)


def _templates(options: SiteOptions) -> tuple[Overrides, TemplateSet, list[Finding]]:
    """The site's own templates and those of the views; without the site's own where one of their shared parts has a mistake."""
    overrides, findings = NO_OVERRIDES, list[Finding]()
    if options.templates is not None:
        shown = options.templates_shown or options.templates.as_posix()
        overrides, findings = read_overrides(options.templates, {*view_names(), *page_names()}, shown)
    try:
        return overrides, view_templates(overrides), findings
    except TemplateMistakeError as error:
        return NO_OVERRIDES, view_templates(NO_OVERRIDES), [*findings, error.finding]


@cache
def _nothing_yet() -> Roadmap:
    """Stands in while there has never been a roadmap without mistakes, so that the pages exist."""
    return Roadmap(about=RoadmapFile(title="Roadmap", priorities=(PriorityLevel(id="any", title="Any", meaning="Any priority"),)))
