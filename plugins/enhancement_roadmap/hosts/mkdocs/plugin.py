"""Hooks of MkDocs, each of which hands over to a plain function."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from enhancement_roadmap.analysis import build_day
from enhancement_roadmap.findings import Finding, Place, as_text
from enhancement_roadmap.history import ComparisonError, History, compare_with
from enhancement_roadmap.hosts.dead_links import dead_link_findings
from enhancement_roadmap.hosts.markdown import RoadmapFence
from enhancement_roadmap.hosts.mkdocs.build_state import BuildState
from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.mkdocs.navigation import listed, section, with_roadmap
from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig
from enhancement_roadmap.hosts.mkdocs.site_files import SCRIPT, STYLES, assets_as_files, clashes, feeds_as_files, pages_as_files
from enhancement_roadmap.hosts.reading import COMPARE, SiteReading, read
from enhancement_roadmap.links import commit_template
from enhancement_roadmap.loading import FolderError, Loaded, load
from enhancement_roadmap.pages import Page as RoadmapPage
from enhancement_roadmap.pages import page_templates, site_pages
from enhancement_roadmap.templating import TemplateMistakeError, TemplateSet

_LOG = get_plugin_logger(__name__)

MAX_ITEM_PAGES_IN_NAV = 36
"""Past it, item pages stay out of the navigation: each page carries all of it (900 items: 33 s instead of 5 s)."""


class EnhancementRoadmapPlugin(BasePlugin[EnhancementRoadmapConfig]):
    """Adds the roadmap's pages to a site, and makes views of the fences in every page."""

    _serving = False
    _last_good: SiteReading | None = None
    _history: History | None = None
    _building: BuildState

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Having this hook, the plugin stays the same over all builds of ``mkdocs serve``."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the fence, the style sheets and the script, and watch the data."""
        config.markdown_extensions.append(RoadmapFence(self._render))  # type: ignore[arg-type]  # MkDocs hands instances on
        config.extra_css += STYLES
        script = ExtraScriptValue(SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)
        config.watch += [path for path in (self.config.data_dir, self.config.templates_dir) if path and Path(path).exists()]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the data and add its pages."""
        reading = self._read(config)
        pages, reading = self._pages(reading)
        hidden = set() if self._item_pages_in_nav(len(reading.files)) else {page.path for page in pages if page.is_item}
        folder = self.config.path
        commit_url = self.config.commit_url or commit_template(config.repo_url or "")
        if config.nav is not None and "awesome-nav" not in config.plugins:
            config.nav = with_roadmap(config.nav, section(pages, folder, hidden), folder, self.config.navigation)
            hidden |= {page.path for page in pages if not page.data_file and f"{folder}/{page.path}" not in listed(config.nav)}
            if not self.config.navigation:
                hidden |= {page.path for page in pages if f"{folder}/{page.path}" not in listed(config.nav)}
        made = {
            **pages_as_files(pages, config, folder, Path(self.config.data_dir), hidden),
            **feeds_as_files(reading.insight, reading.history, config, folder, commit_url),
        }
        self._add(files, made, config)
        self._building = BuildState(reading, SiteIndex(files, made, commit_url))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Remember on which page the next fences stand."""
        self._building.start_page(page.file, _shown(page.file.abs_src_path or page.file.src_uri, config))
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs which anchors the views have, so that links to them are no warnings; while serving, show mistakes."""
        if self._building.anchors:
            page.present_anchor_ids = (page.present_anchor_ids or set()) | self._building.anchors
        return self._building.problems(page.file) + html

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are rendered: say everything that was wrong with their fences, and with links in the data."""
        building = self._building
        for finding in dead_link_findings(building.index.missing, Path(self.config.data_dir), _shown(self.config.data_dir, config)):
            _LOG.warning("%s", as_text([finding]))
        if building.findings:
            self._stop_or_say(_message("The roadmap's views can not be shown", list(building.findings)), config)

    def _read(self, config: MkDocsConfig) -> SiteReading:
        templates = self.config.templates_dir
        own = Path(templates) if templates else None
        self._history = self._read_history(config)
        loaded = self._load(config)
        reading = read(
            loaded,
            own,
            _shown(templates or "", config),
            _today(),
            self._last_good,
            self._history,
            dates_from_git=self.config.dates_from_git,
        )
        if reading.is_broken:
            self._stop_or_say(_message("The roadmap can not be built", reading.findings), config)
        elif reading.findings:
            _LOG.warning("%s", as_text(reading.findings))
        if not reading.is_broken:
            reading = self._compared(reading, loaded, config)
        if self._serving and not reading.is_broken:
            self._last_good = reading
        return reading

    def _read_history(self, config: MkDocsConfig) -> History | None:
        """The history; what is left out of it is said once, and is no mistake."""
        if not self.config.history:
            return None
        history = History(Path(self.config.data_dir), _shown(self.config.data_dir, config))
        if history.lack and (self._history is None or self._history.lack != history.lack):
            _LOG.info("%s", history.lack)
        return history

    def _load(self, config: MkDocsConfig) -> Loaded:
        data = self.config.data_dir
        try:
            return load(Path(data), shown=_shown(data, config))
        except FolderError as error:
            hint = "Make the folder, or name another one in the plugin's option ‘data_dir’."
            return Loaded(None, (Finding(Place(_shown(data, config)), "RM100", str(error), hint),))

    def _compared(self, reading: SiteReading, loaded: Loaded, config: MkDocsConfig) -> SiteReading:
        """The roadmap as the preview of a change, where the site is to be one."""
        ref = self.config.compare or os.environ.get(COMPARE, "")
        if not ref:
            return reading
        try:
            data = self.config.data_dir
            return reading.compared(compare_with(ref, Path(data), loaded, reading.insight.today, _shown(data, config)))
        except ComparisonError as error:
            # A preview without its comparison would mislead.
            self._stop_or_say(f"The preview can not be built: {error}", config)
            return reading

    def _pages(self, reading: SiteReading) -> tuple[list[RoadmapPage], SiteReading]:
        try:
            return list(_pages_of(reading, reading.pages)), reading
        except TemplateMistakeError as error:
            message = _message("The roadmap's pages can not be made", [error.finding])
            if not self._serving:
                raise PluginError(message) from error
            _LOG.info("%s", message)
            broken = reading.with_finding(error.finding)
            return list(_pages_of(broken, page_templates())), broken

    def _stop_or_say(self, message: str, config: MkDocsConfig) -> None:
        """A build stops at a mistake; the server goes on, and shows it on the pages.

        Raises:
            PluginError: this is a build.
        """
        if not self._serving:
            raise PluginError(message)
        # A strict server would end at a warning, and could not recover with the next save.
        say = _LOG.info if config.strict else _LOG.error
        say("%s", message)

    def _add(self, files: Files, made: Mapping[str, File], config: MkDocsConfig) -> None:
        added = [*made.values(), *assets_as_files(config, self.config.path)]
        if clashing := clashes(files, added, lambda path: _shown(path, config)):
            raise PluginError(_message("The roadmap's pages can not be added", clashing))
        for file in added:
            files.append(file)

    def _item_pages_in_nav(self, count: int) -> bool:
        chosen = self.config.item_pages
        return count <= MAX_ITEM_PAGES_IN_NAV if chosen is None else chosen

    def _render(self, source: str, header: str) -> str:
        return self._building.render(source, header)


def _pages_of(reading: SiteReading, templates: TemplateSet) -> Iterator[RoadmapPage]:
    return site_pages(reading.insight, reading.files, templates, reading.comparison, has_history=reading.has_history)


def _today() -> date:
    try:
        return build_day(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from error


def _message(what: str, findings: list[Finding]) -> str:
    return f"{what}:\n{as_text(findings)}"


def _shown(path: str, config: MkDocsConfig) -> str:
    """A path as the site's author knows it: from the folder of ``mkdocs.yml`` where it is below it."""
    root = Path(config.config_file_path or ".").resolve().parent
    resolved = Path(path)
    return resolved.relative_to(root).as_posix() if resolved.is_absolute() and resolved.is_relative_to(root) else path
