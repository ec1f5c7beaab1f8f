"""Hooks of MkDocs, each of which hands over to plain functions."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from markdown import Markdown
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from enhancement_roadmap.fences import Lapse
from enhancement_roadmap.findings import Finding, as_text
from enhancement_roadmap.history import ComparisonError
from enhancement_roadmap.hosts.markdown import RoadmapFence
from enhancement_roadmap.hosts.mkdocs.added_files import AddedFiles
from enhancement_roadmap.hosts.mkdocs.build_state import BuildState
from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.mkdocs.navigation import place
from enhancement_roadmap.hosts.mkdocs.neighbours import makes_navigation, makes_pdf, readable
from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig, site_options
from enhancement_roadmap.hosts.mkdocs.paths import shown_file
from enhancement_roadmap.hosts.mkdocs.site_files import PDF_STYLE, SCRIPT, STYLE, asset_files, roadmap_files
from enhancement_roadmap.hosts.mkdocs.watching import ReturningPaths, Server
from enhancement_roadmap.hosts.site import Site, SiteMemory, SiteOptions, assemble, load_or_finding
from enhancement_roadmap.links import FileName

_LOG = get_plugin_logger(__name__)


class EnhancementRoadmapPlugin(BasePlugin[EnhancementRoadmapConfig]):
    """Adds the roadmap's pages to a site, and makes views of the fences in every page."""

    _serving = False
    _left_out = ""
    _paths: ReturningPaths | None = None
    _docs_dir: str
    _added: AddedFiles
    _state: BuildState

    def __init__(self) -> None:
        self._memory = SiteMemory()
        self._clean = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Having this hook, the plugin stays the same over all builds of ``mkdocs serve``."""
        self._serving = command == "serve"

    def on_serve(self, server: Server, /, *, config: MkDocsConfig, builder: object) -> None:
        """Look for what a checkout takes away and brings back, which the server itself does not."""
        self._paths = ReturningPaths(server, [*self._watched(), config.docs_dir, config.config_file_path])
        self._paths.start()

    def on_shutdown(self) -> None:
        """The server ends."""
        if self._paths is not None:
            self._paths.stop()

    @event_priority(100)
    def _note_sources(self, config: MkDocsConfig) -> MkDocsConfig:
        """Note where the author has the pages, before monorepo builds from a copy elsewhere."""
        if STYLE not in config.extra_css:
            self._docs_dir = config.docs_dir
        return config

    def _add_to_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the fence, the style sheet and the script, and watch the data."""
        if STYLE in config.extra_css:
            # static-i18n builds each language with the same configuration.
            return config
        config.markdown_extensions.append(RoadmapFence(self._render, self._missed))  # type: ignore[arg-type]  # MkDocs hands instances on
        config.extra_css += [STYLE, PDF_STYLE] if makes_pdf(config) else [STYLE]
        script = ExtraScriptValue(SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)
        config.watch += [path for path in self._watched() if Path(path).exists()]
        return config

    on_config = CombinedEvent(_note_sources, _add_to_config)

    @event_priority(50)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the data, and add the roadmap's pages and files before other plugins look at what there is."""
        site = self._site(config)
        folder = self.config.path
        nav = None if makes_navigation(config) else config.nav
        nav, hidden = place(site.pages, nav, folder, self.config.navigation, has_items=self.config.item_pages)
        config.nav = config.nav if nav is None else nav
        made = roadmap_files(site, self._beside(site, config), config, self._docs_dir, folder, hidden)
        self._clean.close()
        try:
            self._added = AddedFiles(site, made, asset_files(config), partial(shown_file, config=config, docs_dir=self._docs_dir))
            self._clean.callback(self._added.remove)
            _refuse(self._added.add(files, config))
        except OSError as error:
            raise PluginError(f"The roadmap's pages can not be written into a temporary folder: {error.strerror}") from error
        return files

    @event_priority(-200)
    def _settle_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """All files are known; from now on fences can be rendered."""
        added, options = self._added, self._added.site.options
        _refuse(added.settle(files))
        index = SiteIndex(files, added.pages(files), options.commit_url, options.address if makes_pdf(config) else None)
        self._state = BuildState(added.site, index, added.shown)
        return files

    on_files = CombinedEvent(_add_files, _settle_files)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Begin a page."""
        self._state.start_page(page.file)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs which anchors the views have, so that links to them are no warnings; while serving, show mistakes."""
        anchors, problems = self._state.finish_page(page.file)
        if anchors:
            page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
        return problems + html

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are rendered: say everything that was wrong with their fences, and with links in the data."""
        if dead := self._state.dead_links():
            _LOG.warning("%s", as_text(dead))
        if self._state.findings:
            self._stop_or_say(_message("The roadmap's views can not be shown", self._state.in_order()), config)

    def _watched(self) -> list[str]:
        """Folders that a build is made of."""
        return [path for path in (self.config.data_dir, self.config.templates_dir) if path]

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Leave nothing in the machine's temporary folder."""
        self._clean.close()

    def on_build_error(self, *, error: Exception) -> None:
        """The same, since nothing else is called then."""
        self._clean.close()

    def _site(self, config: MkDocsConfig) -> Site:
        """The site as it is now, with all that is wrong with it said."""
        try:
            options = site_options(self.config, config, os.environ)
        except ValueError as error:
            raise PluginError(str(error)) from error
        site = self._assembled(options, config).with_pages()
        if site.left_out and site.left_out != self._left_out:
            _LOG.info("%s", site.left_out)
        self._left_out = site.left_out
        if site.is_broken:
            self._stop_or_say(_message("The roadmap can not be built", site.findings), config)
        elif site.findings:
            _LOG.warning("%s", as_text(site.findings))
        return site

    def _beside(self, site: Site, config: MkDocsConfig) -> Mapping[FileName, bytes]:
        """The files beside the pages, with a line about those that are left out."""
        made = site.files_beside()
        kept = readable(made, config)
        if hidden := sorted(made.keys() - kept.keys()):
            _LOG.info("encryptcontent encrypts pages, and no files beside them. Left out: %s", ", ".join(hidden))
        return kept

    def _assembled(self, options: SiteOptions, config: MkDocsConfig) -> Site:
        loaded = load_or_finding(options, "in the plugin's option ‘data_dir’")
        try:
            return assemble(options, loaded, self._memory)
        except ComparisonError as error:
            # A preview without its comparison would mislead.
            self._stop_or_say(f"The preview can not be built: {error}", config)
            return assemble(replace(options, compare=""), loaded, self._memory)

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

    def _missed(self, lapse: Lapse, md: Markdown) -> str:
        return self._state.missed(lapse, md)

    def _render(self, source: str, header: str, md: Markdown) -> str:
        return self._state.render(source, header, md)


def _refuse(clashing: Sequence[Finding]) -> None:
    """Stop where somebody else's files have the places of the roadmap's.

    Raises:
        PluginError: they have.
    """
    if clashing:
        raise PluginError(_message("The roadmap's pages can not be added", clashing))


def _message(what: str, findings: Sequence[Finding]) -> str:
    return f"{what}:\n{as_text(findings)}"
