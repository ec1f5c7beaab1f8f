"""Hooks of MkDocs, each of which hands over to plain functions."""

from __future__ import annotations

import gc
import os
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment, Template
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from enhancement_roadmap.fences import Lapse
from enhancement_roadmap.hosts.markdown import RoadmapFence
from enhancement_roadmap.hosts.mkdocs.added_files import AddedFiles
from enhancement_roadmap.hosts.mkdocs.build_state import BuildState
from enhancement_roadmap.hosts.mkdocs.copies import Copies
from enhancement_roadmap.hosts.mkdocs.kept import KeptPages, StandingPages, content_basis, converting_basis, output_basis
from enhancement_roadmap.hosts.mkdocs.language import other_language
from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.mkdocs.listeners import Listeners
from enhancement_roadmap.hosts.mkdocs.navigation import in_their_order, place
from enhancement_roadmap.hosts.mkdocs.neighbours import makes_navigation, makes_pdf, readable, says_order
from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig, compared_with
from enhancement_roadmap.hosts.mkdocs.page_shapes import PageShapes
from enhancement_roadmap.hosts.mkdocs.paths import shown_file, shown_path
from enhancement_roadmap.hosts.mkdocs.placed_site import PlacedSite
from enhancement_roadmap.hosts.mkdocs.reading import SiteReader
from enhancement_roadmap.hosts.mkdocs.saying import refuse, stop_or_say, tell, warn, with_findings
from enhancement_roadmap.hosts.mkdocs.search_index import SearchIndex
from enhancement_roadmap.hosts.mkdocs.several import conflicts, crossings, section_title
from enhancement_roadmap.hosts.mkdocs.shown_contents import ShownContents
from enhancement_roadmap.hosts.mkdocs.site_files import STYLE, asset_files, link_assets, roadmap_files
from enhancement_roadmap.hosts.sections import hidden_pages, section
from enhancement_roadmap.hosts.site import Site
from enhancement_roadmap.templating.compiled import theme_templates

if TYPE_CHECKING:
    from enhancement_roadmap.hosts.mkdocs.live import LiveEditing
    from enhancement_roadmap.hosts.mkdocs.watching import ReturningPaths, Server


class EnhancementRoadmapPlugin(BasePlugin[EnhancementRoadmapConfig]):
    """Adds the pages of roadmaps to a site, and makes views of the fences in every page.

    Of several of these plugins in one site the first does the work of all, so that what is wrong is said at once, and the
    others do nothing: each hook of theirs finds no roadmap.

    Attributes:
        serving: whether the site is served.
    """

    serving = False
    _keeps = False
    _is_dirty = False
    supports_multiple_instances = True
    _paths: ReturningPaths | None = None
    _live: LiveEditing | None = None
    _state: BuildState | None = None
    _docs_dir: str
    _nav: Navigation
    _others: Listeners
    _contents: ShownContents
    _is_ordered = True
    _added: AddedFiles

    def __init__(self) -> None:
        self._reader = SiteReader()
        self._copies = Copies()
        self._roadmaps: dict[str, EnhancementRoadmapConfig] = {}
        self._sites: Mapping[str, Site] = {}
        self._editable: Collection[str] = ()
        self._kept = KeptPages()
        self._standing = StandingPages()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Having this hook, the plugin stays the same over all builds of ``mkdocs serve``."""
        self.serving = command == "serve"
        self._keeps = self.serving and not dirty
        self._is_dirty = dirty
        self._kept, self._standing = KeptPages(), StandingPages()
        self._live = None

    def on_serve(self, server: Server, /, *, config: MkDocsConfig, builder: object) -> None:
        """Answer pages that edit, and look for what a checkout takes away and brings back, which the server itself does not."""
        if self._live is not None:
            self._live.stand_before(server)
        if self._roadmaps:
            from enhancement_roadmap.hosts.mkdocs.watching import ReturningPaths

            self._paths = ReturningPaths(server, [*self._watched(), config.docs_dir, config.config_file_path])
            self._paths.start()

    def on_shutdown(self) -> None:
        """The server ends."""
        self._copies.remove()
        self._standing.break_off()
        if self._paths is not None:
            self._paths.stop()

    @event_priority(100)
    def _note_sources(self, config: MkDocsConfig) -> MkDocsConfig:
        """Note where the author has the pages, before monorepo builds from a copy elsewhere, and which roadmaps there are."""
        if STYLE not in config.extra_css:
            self._docs_dir = config.docs_dir
            self._note_roadmaps(config)
        return config

    def _note_roadmaps(self, config: MkDocsConfig) -> None:
        plugins = [plugin for plugin in config.plugins.values() if isinstance(plugin, EnhancementRoadmapPlugin)] or [self]
        roadmaps = [plugin.config for plugin in plugins]
        if found := conflicts(roadmaps, partial(shown_path, config=config)):
            raise PluginError(found)
        leads = roadmaps[0].path == self.config.path
        self._roadmaps = {each.path: each for each in roadmaps} if leads else {}
        self._state = None
        # One that was added to the configuration while the site is served was not there at its start.
        self.serving = any(plugin.serving for plugin in plugins)
        self._others = Listeners(config.plugins.events, type(self))
        self._contents = ShownContents(self._others, waits_narrow=not self.serving, has_whole_index=not self._is_dirty)

    def _add_to_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the fence, the style sheet and the script, and watch the data."""
        if not self._roadmaps or STYLE in config.extra_css:
            # static-i18n builds each language with the same configuration.
            return config
        config.markdown_extensions.append(RoadmapFence(self._render, self._missed))  # type: ignore[arg-type]  # MkDocs hands instances on
        self._editable = self._begin_editing(config)
        link_assets(config, editing=bool(self._editable))
        if any(compared_with(each, os.environ) for each in self._roadmaps.values()):
            # What a build of a pull request keeps is opened from a folder.
            config.use_directory_urls = False
        config.watch += [path for path in self._watched() if Path(path).exists()]
        if self._paths is not None:
            self._paths.add(self._watched())
        return config

    def _begin_editing(self, config: MkDocsConfig) -> Collection[str]:
        """The folders of the roadmaps whose pages can be edited in this build: none but of a server."""
        if not self.serving:
            return ()
        from enhancement_roadmap.hosts.mkdocs.live import LiveEditing

        self._live = self._live or LiveEditing(config)
        was = self._live.left_out
        editable = self._live.begin(self._roadmaps, os.environ)
        if self._live.left_out not in {"", was}:
            tell(self._live.left_out)
        return editable

    on_config = CombinedEvent(_note_sources, _add_to_config)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Save the pages that an earlier build of a server has written from being removed."""
        if self._keeps:
            self._standing.put_aside(config.site_dir, self._roadmaps)

    @event_priority(50)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the data, and add the roadmaps' pages and files before other plugins look at what there is."""
        if not self._roadmaps:
            return files
        sites = self._reader.read([*self._roadmaps.values()], config, serving=self.serving, editable=self._editable)
        if self._live is not None:
            for folder in self._editable:
                self._live.saw(folder, Path(self._roadmaps[folder].data_dir), self._reader.loaded[folder])
        self._sites = dict(zip(self._roadmaps, sites, strict=True))
        self._is_ordered = says_order(config, files)
        made = {folder: self._placed(folder, config) for folder in self._roadmaps}
        refuse(crossings(made))
        try:
            assets, shown = asset_files(config, editing=bool(self._editable)), partial(shown_file, config=config, docs_dir=self._docs_dir)
            self._added = AddedFiles(made, assets, shown, self._copies, are_read=self._are_read(config))
            refuse(self._added.add(files, config))
        except OSError as error:
            raise PluginError(f"The roadmap's pages can not be written into a temporary folder: {error.strerror}") from error
        return files

    def _are_read(self, config: MkDocsConfig) -> bool:
        """Whether somebody may look for pages on the disk: another plugin, a Markdown extension that reads files, or a server's."""
        return self.serving or not self._others.is_search_alone or converting_basis(config) is None

    def _placed(self, folder: str, config: MkDocsConfig) -> Mapping[str, File]:
        """The files of a roadmap, once its pages have their place in the navigation."""
        options, site = self._roadmaps[folder], self._sites[folder]
        others = [other for other in self._roadmaps if other != folder]
        title = section_title(options, alone=not others)
        nav = None if makes_navigation(config) else config.nav
        nav, hidden = place(site.pages, nav, folder, title, has_items=options.item_pages, others=others)
        config.nav = config.nav if nav is None else nav
        made = site.files_beside()
        kept = readable(made, config)
        if unreadable := sorted(made.keys() - kept.keys()):
            tell(f"encryptcontent encrypts pages, and no files beside them. Left out: {', '.join(unreadable)}")
        return roadmap_files(site, kept, config, self._docs_dir, folder, hidden, has_items=options.item_pages)

    @event_priority(-200)
    def _settle_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """All files are known; from now on fences can be rendered."""
        if not self._roadmaps:
            return files
        refuse(self._added.settle(files))
        placed = {}
        for folder, site in self._sites.items():
            published = site.options.address if makes_pdf(config) else None
            placed[folder] = PlacedSite(site, SiteIndex(files, self._added.pages(folder, files), site.options.commit_url, published))
        if self._keeps:
            insights = {folder: site.insight for folder, site in self._sites.items()}
            self._kept.begin(content_basis(config, files, placed), converting_basis(config), insights)
        shapes = PageShapes(None if self._keeps else config)
        self._state = BuildState(placed, self._added.shown, other_language(config), self._kept, shapes)
        return files

    on_files = CombinedEvent(_add_files, _settle_files)

    @event_priority(50)
    def _order_pages(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Where nobody says an order, and MkDocs has taken that of the alphabet, the pages stand in their own."""
        self._nav = nav
        if not self._is_ordered:
            for folder, site in self._sites.items():
                hidden = hidden_pages(site.pages, has_items=self._roadmaps[folder].item_pages)
                in_their_order(nav, section(site.pages, folder, ()), {f"{folder}/{path}" for path in hidden})
        return nav

    @event_priority(-1000)
    def _pass_over_read(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Have nothing read of pages that an earlier build of a server has written, and that are still right."""
        if self._state is not None and self._kept.keeps_pages and self._others.is_search_alone:
            self._standing.begin(self._state.own_pages(files), self._state.views.same_page)
        return nav

    on_nav = CombinedEvent(_order_pages, _pass_over_read)

    def _start_page(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Begin a page."""
        if self._state is not None:
            self._state.start_page(page.file)
        return markdown

    @event_priority(-1000)
    def _skip_kept(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have nothing converted of a page that an earlier build of a server has made of the same, as others leave it."""
        return markdown if self._state is None else self._state.to_convert(page, markdown, config)

    on_page_markdown = CombinedEvent(_start_page, _skip_kept)

    @event_priority(1000)
    def _take_up(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take up what was made of a page, now or before, before others are given it."""
        return html if self._state is None else self._state.converted(page, html, config, files)

    def _finish_page(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs which anchors the views have, so that links to them are no warnings; show what a reader must know first."""
        if self._state is None:
            return html
        shown, here = self._state.shown_on(page.file)
        note = self._live.note(shown, here) if self._live is not None else ""
        anchors, problems = self._state.finish_page(page.file)
        if anchors:
            page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
        return problems + self._state.notes.below_heading(self._state.with_headings(html, page.file), page.file) + note

    @event_priority(-1000)
    def _hold(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hold the content of a page that is the roadmap's own in less memory, where nobody looks at it before the theme does."""
        return self._contents.hold(page, html) if self._is_own(page) else html

    on_page_content = CombinedEvent(_take_up, _finish_page, _hold)

    @event_priority(100)
    def _show_to_search(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """What search plugins are given of a page that is the roadmap's own."""
        if self._is_own(page):
            self._contents.show_to_search(page)
        return context

    @event_priority(-100)
    def _show_to_readers(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """The page as it is."""
        if self._is_own(page):
            self._contents.show_to_readers(page)
        return context

    on_page_context = CombinedEvent(_show_to_search, _show_to_readers)

    @event_priority(1000)
    def _note_built(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Note what the theme was given of a page that is the roadmap's own."""
        if self._state is not None and self._state.is_own(page.file):
            self._contents.put_back(page)
            self._standing.take(page, self._state.made_page(page.file))
        return output

    def _note_previews(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """See to it that each page of a preview says that it is one, whatever template it has."""
        return output if self._state is None else self._state.notes.at_least_once(output, page.file)

    on_post_page = CombinedEvent(_note_built, _note_previews)

    def on_pre_template(self, template: Template, *, template_name: str, config: MkDocsConfig) -> Template:
        """A template of the theme, such as the sitemap, is told all pages."""
        self._standing.pass_over(is_off=True)
        return template

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that the theme makes by itself."""
        self._standing.pass_over(is_off=False)
        if self._state is None or not template_name.endswith(".html"):
            return output_content
        return self._state.notes.at_least_once(output_content, None)

    def _say_findings(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are rendered: say everything that was wrong with their fences, and with links in the data."""
        if self._state is None:
            return
        warn(self._state.dead_links())
        if self._state.views.findings:
            message = with_findings("The roadmap's views can not be shown", self._state.views.in_order())
            stop_or_say(message, config, serving=self.serving)

    @event_priority(-200)
    def _keep_compiled(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Have the theme's templates compiled once and not at each build, once other plugins have added to what they may use."""
        if self._roadmaps and env.bytecode_cache is None:
            own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
            env.bytecode_cache = theme_templates(env, [folder for folder in config.theme.dirs if own is None or Path(folder) != own])

    @event_priority(-300)
    def _pass_over_built(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """All pages have their content: what an earlier build of a server has made of the same stays as it is."""
        if self._state is not None:
            self._standing.build(output_basis(config, self._nav), config.site_dir, files, self._state.own_pages(files))

    @event_priority(-1000)
    def _give_up_roadmaps(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Hold nothing more of the roadmaps in a build where nobody can ask for another view."""
        if self._state is not None and not self.serving and self._others.is_search_alone:
            self._state.give_up_roadmaps()
            self._sites, self._reader = {}, SiteReader()
            # Templates leave cycles, which hold what they were given.
            gc.collect()

    on_env = CombinedEvent(_say_findings, _keep_compiled, _pass_over_built, _give_up_roadmaps)

    def _watched(self) -> list[str]:
        """Folders that a build is made of."""
        return [path for each in self._roadmaps.values() for path in (each.data_dir, each.templates_dir) if path]

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Leave nothing in the machine's temporary folder but what the next build of a server uses again."""
        index = SearchIndex(config.site_dir)
        self._contents.settle(index)
        self._standing.finish(config.site_dir, index)
        index.write()
        self._kept.end()
        if self._live is not None:
            self._live.publish()
        if not self.serving:
            self._copies.remove()

    def on_build_error(self, *, error: Exception) -> None:
        """The same, since nothing else is called then."""
        self._standing.break_off()
        if self._state is not None:
            self._state.stop()
        if not self.serving:
            self._copies.remove()

    def _is_own(self, page: Page) -> bool:
        return self._state is not None and self._state.is_own(page.file)

    def _missed(self, lapse: Lapse, md: Markdown) -> str:
        return "" if self._state is None else self._state.missed(lapse, md)

    def _render(self, source: str, header: str, md: Markdown) -> str:
        if self._state is None:
            raise ValueError("a plugin renders it before the files of the site are known")
        return self._state.render(source, header, md)
