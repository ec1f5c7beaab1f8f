"""One build of a site: what becomes of each page, what it says first, and which links led nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath
from weakref import ReferenceType, ref

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from enhancement_roadmap.fences import Lapse, problem_html
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.hosts.mkdocs.kept import Conversions, KeptPage, KeptPages, PageFile, key_of
from enhancement_roadmap.hosts.mkdocs.language import in_our_language, with_our_headings
from enhancement_roadmap.hosts.mkdocs.page_shapes import PageShapes
from enhancement_roadmap.hosts.mkdocs.page_views import PageViews
from enhancement_roadmap.hosts.mkdocs.placed_site import PlacedSite
from enhancement_roadmap.hosts.mkdocs.preview_notes import PreviewNotes
from enhancement_roadmap.hosts.site import Site

_LAST_GOOD = "The roadmap has mistakes. Mend them and save: this page shows the result by itself."
_NOTHING_YET = "The roadmap can not be shown yet. Mend these mistakes and save: this page shows the result by itself."


class BuildState:
    """State of one build; a new one for each, so that nothing of an earlier one is left.

    Args:
        roadmaps: those of the site, by their folders in it.
        shown: gives the path of a file as the site's author knows it.
        language: that of the site; empty where it is the one of our words.
        kept: what earlier builds of a server have made.
        shapes: what is not converted anew for each page.

    Attributes:
        notes: what says on every page of a preview that it is one.
        views: makes the views of the pages.
    """

    def __init__(
        self,
        roadmaps: Mapping[str, PlacedSite],
        shown: Callable[[File], str],
        language: str = "",
        kept: KeptPages | None = None,
        shapes: PageShapes | None = None,
    ) -> None:
        self._roadmaps = roadmaps
        self._language = language
        self._owners = {file.src_uri: folder for folder, placed in roadmaps.items() for file in placed.index.made.values()}
        self.notes = PreviewNotes(roadmaps, self._owners)
        self._made = {
            placed.index.made[page.path].src_uri: (placed.site, page)
            for placed in roadmaps.values()
            for page in placed.site.pages
            if page.path in placed.index.made
        }
        self._started: File | None = None
        self._converter: ReferenceType[Markdown] | None = None
        self._kept = KeptPages() if kept is None else kept
        self.views = PageViews(roadmaps, shown, self._owners, self._kept)
        self._conversions = Conversions(self._kept)
        self._shapes = PageShapes() if shapes is None else shapes

    def start_page(self, file: File) -> None:
        """MkDocs begins a page: whatever another plugin has rendered of it before counts no more.

        It has read the page. What asks for its path from now on asks git, which knows the data that the page is made of.
        """
        self.views.leave(file)
        self._started = file
        if made := self._made.get(file.src_uri):
            site, page = made
            file.abs_src_path = str(site.source(page))

    def render(self, source: str, header: str, md: Markdown) -> str:
        """A fence as HTML, as seen from the page that a converter is at, whoever has it rendered, and when.

        Args:
            source: its body.
            header: what else stands on its first line.
            md: the converter.

        Raises:
            ValueError: nobody knows which page that is.
        """
        file = _file_of(md) or self._started
        if file is None:
            raise ValueError("a plugin renders it outside any page")
        self._converter = ref(md)
        return self._view(file, source, header)

    def _view(self, file: File, source: str, header: str = "") -> str:
        view = in_our_language(self.views.view(file, source, header), self._language)
        self._shapes.note(view)
        return view

    def to_convert(self, page: Page, markdown: str, config: MkDocsConfig) -> str:
        """The Markdown of a page that has to be converted: little of a roadmap's own page that an earlier build has made."""
        if not self.is_own(page.file):
            return markdown
        return self._shapes.begin(self._conversions.begin(key_of(page.file), markdown, config))

    def converted(self, page: Page, html: str, config: MkDocsConfig, files: Files) -> str:
        """The content of a page as it was converted, now or by an earlier build."""
        html = self._with_shape(page, html, config, files)
        kept = self._conversions.end(key_of(page.file), page, html, files)
        if kept is None:
            return html
        self.views.take_up(page.file, kept)
        return kept.html or ""

    def _with_shape(self, page: Page, html: str, config: MkDocsConfig, files: Files) -> str:
        """The content of a page, of which the title alone may have been converted."""
        for body in self._shapes.waiting() or ():
            self._view(page.file, body)
        made = self._shapes.end(page, html)
        if made is None:
            self.start_page(page.file)
            page.render(config, files)
            made = page.content or ""
        return made

    def own_pages(self, files: Files) -> list[PageFile]:
        """The roadmaps' pages among the files of the site."""
        return [file for file in files if isinstance(file, PageFile) and self.is_own(file)]

    def made_page(self, file: File) -> KeptPage | None:
        """What can be kept of a page that this build has made; None where that is nothing."""
        return self._kept.made_page(key_of(file))

    def stop(self) -> None:
        """The build breaks off."""
        self._conversions.has_said()

    def missed(self, lapse: Lapse, md: Markdown) -> str:
        """What stands above a block that does not become a view; nothing where nobody knows which page it is in.

        Args:
            lapse: what is wrong with it.
            md: the converter.
        """
        file = _file_of(md) or self._started
        return "" if file is None else self.views.missed(file, lapse)

    def shown_on(self, file: File) -> tuple[list[str], dict[str, str]]:
        """Folders of the roadmaps that a page shows and that can be edited; and what the page is of, where a roadmap has made it.

        Args:
            file: the page's source; it is rendered, and not yet finished.
        """
        owner = self._owners.get(file.src_uri)
        path = file.src_uri.removeprefix(f"{owner}/")
        here = {"roadmap": owner, "page" if path.count("/") == 0 else "enhancement": PurePosixPath(path).stem} if owner else {}
        return [folder for folder in sorted(self.views.shown_on(file)) if self._roadmaps[folder].site.editable], here

    def finish_page(self, file: File) -> tuple[set[str], str]:
        """A page is rendered.

        Returns:
            The ids in its views; and what it says first, if it shows a roadmap while the data of that have mistakes, else nothing.
        """
        if self._converter is not None and (converter := self._converter()) is not None:
            # It is done with, and holds all that it was given as HTML until the garbage collector finds it.
            converter.htmlStash.reset()
        self._converter = None
        shown = self.views.shown_on(file)
        broken = [placed.site for folder, placed in self._roadmaps.items() if folder in shown and placed.site.is_broken]
        return self.views.leave(file), _problems(broken)

    def is_own(self, file: File) -> bool:
        """Whether a roadmap has made a page."""
        return file.src_uri in self._owners

    def with_headings(self, html: str, file: File) -> str:
        """The content of a page; of one of a roadmap with headings that say which language they are in."""
        made = self._made.get(file.src_uri)
        return html if made is None else with_our_headings(html, self._language, made[1])

    def dead_links(self) -> list[Finding]:
        """A warning for each link in the data that has led nowhere."""
        dead = (placed.site.dead_links(placed.index.missing, placed.index.dead_anchors()) for placed in self._roadmaps.values())
        return [*chain.from_iterable(dead)]

    def give_up_roadmaps(self) -> None:
        """Every page has its content, and nothing more is made of the roadmaps: they need not be held while a theme makes the pages."""
        self._roadmaps = {}
        self._made = {}
        self.views.give_up_roadmaps()


def _problems(broken: Sequence[Site]) -> str:
    """What is wrong with the roadmaps that a page shows; of those that it shows as they were, last, with a way past it."""
    waiting = [finding for site in broken if not site.is_last_good for finding in site.findings]
    standing = [finding for site in broken if site.is_last_good for finding in site.findings]
    return (problem_html(waiting, _NOTHING_YET) if waiting else "") + (
        problem_html(standing, _LAST_GOOD, "roadmap-last-good") if standing else ""
    )


def _file_of(md: Markdown) -> File | None:
    """The page that a converter is at: what makes relative links into addresses knows it."""
    file = getattr(md.treeprocessors["relpath"], "file", None) if "relpath" in md.treeprocessors else None
    return file if isinstance(file, File) else None
