"""Hooks of MkDocs, each of which hands over to a plain function."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from enhancement_roadmap.analysis import Insight, build_day
from enhancement_roadmap.findings import Finding, as_text
from enhancement_roadmap.hosts.fence_renderer import PageFences
from enhancement_roadmap.hosts.markdown import RoadmapFence
from enhancement_roadmap.hosts.mkdocs.dead_links import dead_link_findings
from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.mkdocs.navigation import listed, section, with_roadmap
from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig
from enhancement_roadmap.hosts.mkdocs.site_files import STYLE, assets_as_files, clashes, pages_as_files
from enhancement_roadmap.loading import FolderError, Loaded, load
from enhancement_roadmap.pages import site_pages

_LOG = get_plugin_logger(__name__)

MAX_ITEM_PAGES_IN_NAV = 36
"""Past it, item pages stay out of the navigation: each page carries all of it (900 items: 33 s instead of 5 s)."""


class EnhancementRoadmapPlugin(BasePlugin[EnhancementRoadmapConfig]):
    """Adds the roadmap's pages to a site, and makes views of the fences in every page."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Start a build: nothing of an earlier one is left."""
        self._findings: list[Finding] = []
        self._fences: PageFences | None = None
        self._anchors: set[str] = set()
        config.markdown_extensions.append(RoadmapFence(self._render))  # type: ignore[arg-type]  # MkDocs hands instances on
        config.extra_css.append(STYLE)
        config.watch.append(self.config.data_dir)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the data and add its pages."""
        loaded = self._load(config)
        assert loaded.roadmap is not None  # noqa: S101  (without a roadmap, `_load` raises)
        self._insight = Insight(loaded.roadmap, _today())
        pages = list(site_pages(self._insight, loaded.files))
        in_nav = self._item_pages_in_nav(len(loaded.files))
        hidden = set() if in_nav else {page.path for page in pages if page.is_item}
        folder = self.config.path
        if config.nav is not None and "awesome-nav" not in config.plugins:
            config.nav = with_roadmap(config.nav, section(pages, folder, hidden), folder, self.config.navigation)
            if not self.config.navigation:
                hidden |= {page.path for page in pages if f"{folder}/{page.path}" not in listed(config.nav)}
        made = pages_as_files(pages, config, folder, Path(self.config.data_dir), hidden)
        self._add(files, made, config)
        self._index = SiteIndex(files, made)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Remember on which page the next fences stand."""
        name = _shown(page.file.abs_src_path or page.file.src_uri, config)
        self._fences = PageFences(self._insight, self._index.links_from(page.file), name, page.file.content_string)
        self._anchors = set()
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs which anchors the views have, so that links to them are no warnings."""
        if self._anchors:
            page.present_anchor_ids = (page.present_anchor_ids or set()) | self._anchors
        return html

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are rendered: say everything that was wrong with their fences, and with links in the data."""
        for finding in dead_link_findings(self._index.missing, Path(self.config.data_dir), _shown(self.config.data_dir, config)):
            _LOG.warning("%s", as_text([finding]))
        if self._findings:
            raise PluginError(_message("The roadmap's views can not be shown", self._findings))

    def _load(self, config: MkDocsConfig) -> Loaded:
        try:
            loaded = load(Path(self.config.data_dir), shown=_shown(self.config.data_dir, config))
        except FolderError as error:
            raise PluginError(f"The roadmap can not be read: {error}") from error
        if loaded.roadmap is None:
            raise PluginError(_message("The roadmap can not be built", loaded.findings))
        if loaded.findings:
            _LOG.warning("%s", as_text(loaded.findings))
        return loaded

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
        assert self._fences is not None  # noqa: S101  (MkDocs renders a page only after `on_page_markdown`)
        rendered = self._fences.render(source, header)
        self._findings += rendered.findings
        self._anchors |= rendered.anchors
        return rendered.html


def _today() -> date:
    try:
        return build_day(os.environ)
    except ValueError as error:
        raise PluginError(str(error)) from error


def _message(what: str, findings: list[Finding] | tuple[Finding, ...]) -> str:
    return f"{what}:\n{as_text(findings)}"


def _shown(path: str, config: MkDocsConfig) -> str:
    """A path as the site's author knows it: from the folder of ``mkdocs.yml`` where it is below it."""
    root = Path(config.config_file_path or ".").resolve().parent
    resolved = Path(path)
    return resolved.relative_to(root).as_posix() if resolved.is_absolute() and resolved.is_relative_to(root) else path
