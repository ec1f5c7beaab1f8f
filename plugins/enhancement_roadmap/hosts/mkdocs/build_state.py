"""One build of a site: what has become of each page's views, and what has been wrong so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import field
from itertools import chain
from pathlib import PurePosixPath
from weakref import ReferenceType, ref

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from enhancement_roadmap.fences import Lapse, PageFences, RenderedFence, Roadmaps, problem_html
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.hosts.mkdocs.kept import Conversions, KeptPage, KeptPages, Key, Made, PageFile, RecordedRoadmap
from enhancement_roadmap.hosts.mkdocs.language import in_our_language, with_our_headings
from enhancement_roadmap.hosts.mkdocs.page_shapes import PageShapes
from enhancement_roadmap.hosts.mkdocs.placed_site import PlacedSite
from enhancement_roadmap.hosts.mkdocs.preview_notes import PreviewNotes
from enhancement_roadmap.hosts.mkdocs.several import owner
from enhancement_roadmap.hosts.site import Site
from enhancement_roadmap.records import dataclass

_LAST_GOOD = "The roadmap has mistakes. Mend them and save: this page shows the result by itself."
_NOTHING_YET = "The roadmap can not be shown yet. Mend these mistakes and save: this page shows the result by itself."


@dataclass(frozen=True, slots=True)
class PageState:
    """A page that has views.

    Attributes:
        fences: makes them.
        recorded: the roadmaps as its views are given them, where what these make is kept.
        anchors: ids in the views so far.
        shown: the roadmaps that they are of.
    """

    fences: PageFences
    recorded: Mapping[str, RecordedRoadmap]
    anchors: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)


class BuildState:
    """State of one build; a new one for each, so that nothing of an earlier one is left.

    Args:
        roadmaps: those of the site, by their folders in it.
        shown: gives the path of a file as the site's author knows it.
        language: that of the site; empty where it is the one of our words.
        kept: what earlier builds of a server have made.
        shapes: what is not converted anew for each page.

    Attributes:
        findings: mistakes in fences so far, each once.
        notes: what says on every page of a preview that it is one.
    """

    def __init__(
        self,
        roadmaps: Mapping[str, PlacedSite],
        shown: Callable[[File], str],
        language: str = "",
        kept: KeptPages | None = None,
        shapes: PageShapes | None = None,
    ) -> None:
        self.findings: dict[Finding, None] = {}
        self._roadmaps = roadmaps
        self._shown = shown
        self._language = language
        self._owners = {file.src_uri: folder for folder, placed in roadmaps.items() for file in placed.index.made.values()}
        self.notes = PreviewNotes(roadmaps, self._owners)
        self._made = {
            placed.index.made[page.path].src_uri: (placed.site, page)
            for placed in roadmaps.values()
            for page in placed.site.pages
            if page.path in placed.index.made
        }
        self._pages: dict[Key, PageState] = {}
        self._started: File | None = None
        self._converter: ReferenceType[Markdown] | None = None
        self._kept = KeptPages() if kept is None else kept
        self._conversions = Conversions(self._kept)
        self._shapes = PageShapes() if shapes is None else shapes

    def start_page(self, file: File) -> None:
        """MkDocs begins a page: whatever another plugin has rendered of it before counts no more.

        It has read the page. What asks for its path from now on asks git, which knows the data that the page is made of.
        """
        self._pages.pop(_key(file), None)
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

    def _view(self, file: File, source: str, header: str) -> str:
        page = self._page(file)
        rendered = self._rendered(_key(file), page, source, header)
        page.anchors.update(rendered.anchors)
        if rendered.roadmap is not None:
            page.shown.add(rendered.roadmap)
        if rendered.roadmap is None or not self._roadmaps[rendered.roadmap].site.is_broken:
            # While a roadmap itself is broken, a fence may only miss what is missing from it.
            self.findings |= dict.fromkeys(rendered.findings)
        view = in_our_language(rendered.html, self._language)
        self._shapes.note(view)
        return view

    def _rendered(self, key: Key, page: PageState, source: str, header: str) -> RenderedFence:
        """A fence, made now or by an earlier build."""
        if (kept := self._kept.fence(key, source, header)) is not None:
            self._note_links(kept)
            return kept.made
        if not page.recorded:
            return page.fences.render(source, header)
        with ExitStack() as stack:
            noted = {folder: stack.enter_context(each.noted()) for folder, each in page.recorded.items()}
            rendered = page.fences.render(source, header)
        if rendered.roadmap is None or rendered.findings:
            self._kept.forget_page(key)
        else:
            self._kept.keep_fence(key, source, header, noted[rendered.roadmap].kept(rendered))
        return rendered

    def _note_links(self, fence: Made[RenderedFence]) -> None:
        for note in fence.notes:
            self._roadmaps[fence.made.roadmap or ""].index.note(note)

    def to_convert(self, page: Page, markdown: str, config: MkDocsConfig) -> str:
        """The Markdown of a page that has to be converted: little of a roadmap's own page that an earlier build has made."""
        if not self.is_own(page.file):
            return markdown
        return self._shapes.begin(self._conversions.begin(_key(page.file), markdown, config))

    def converted(self, page: Page, html: str, config: MkDocsConfig, files: Files) -> str:
        """The content of a page as it was converted, now or by an earlier build."""
        html = self._with_shape(page, html, config, files)
        kept = self._conversions.end(_key(page.file), page, html, files)
        if kept is None:
            return html
        state = self._page(page.file)
        for fence in kept.fences.values():
            self._note_links(fence)
            state.anchors.update(fence.made.anchors)
            state.shown.add(fence.made.roadmap or "")
        return kept.html or ""

    def _with_shape(self, page: Page, html: str, config: MkDocsConfig, files: Files) -> str:
        """The content of a page, of which the title alone may have been converted."""
        for body in self._shapes.waiting() or ():
            self._view(page.file, body, "")
        made = self._shapes.end(page, html)
        if made is None:
            self.start_page(page.file)
            page.render(config, files)
            made = page.content or ""
        return made

    def own_pages(self, files: Files) -> list[PageFile]:
        """The roadmaps' pages among the files of the site."""
        return [file for file in files if isinstance(file, PageFile) and self.is_own(file)]

    def same_page(self, file: PageFile, made: KeptPage) -> KeptPage | None:
        """What an earlier build has made of a page, where this one would make the same; what it links to counts as linked to.

        Args:
            file: the page's source, which is the same.
            made: what was made of it.

        Returns:
            The same with what it has read now; None where something of it is another.
        """
        key = _key(file)
        if (kept := self._kept.page(key, made.markdown or "")) is not None:
            for fence in kept.fences.values():
                self._note_links(fence)
            return kept if kept is made else None
        state = self._page(file)
        is_same = all(self._rendered(key, state, *fence).html == before.made.html for fence, before in made.fences.items())
        del self._pages[key]
        return self._kept.same_page(key, made) if is_same else None

    def made_page(self, file: File) -> KeptPage | None:
        """What can be kept of a page that this build has made; None where that is nothing."""
        return self._kept.made_page(_key(file))

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
        if file is None:
            return ""
        missed = self._page(file).fences.missed(lapse)
        self._kept.forget_page(_key(file))
        self.findings |= dict.fromkeys(missed.findings)
        return missed.html

    def shown_on(self, file: File) -> tuple[list[str], dict[str, str]]:
        """Folders of the roadmaps that a page shows and that can be edited; and what the page is of, where a roadmap has made it.

        Args:
            file: the page's source; it is rendered, and not yet finished.
        """
        owner = self._owners.get(file.src_uri)
        page = self._pages.get(_key(file))
        shown = {*([owner] if owner else ()), *(page.shown if page else ())}
        path = file.src_uri.removeprefix(f"{owner}/")
        here = {"roadmap": owner, "page" if path.count("/") == 0 else "enhancement": PurePosixPath(path).stem} if owner else {}
        return [folder for folder in sorted(shown) if self._roadmaps[folder].site.editable], here

    def finish_page(self, file: File) -> tuple[set[str], str]:
        """A page is rendered.

        Returns:
            The ids in its views; and what it says first, if it shows a roadmap while the data of that have mistakes, else nothing.
        """
        if self._converter is not None and (converter := self._converter()) is not None:
            # It is done with, and holds all that it was given as HTML until the garbage collector finds it.
            converter.htmlStash.reset()
        self._converter = None
        page = self._pages.pop(_key(file), None)
        shown = {self._owners.get(file.src_uri), *(page.shown if page else ())}
        broken = [placed.site for folder, placed in self._roadmaps.items() if folder in shown and placed.site.is_broken]
        return page.anchors if page else set(), _problems(broken)

    def is_own(self, file: File) -> bool:
        """Whether a roadmap has made a page."""
        return file.src_uri in self._owners

    def with_headings(self, html: str, file: File) -> str:
        """The content of a page; of one of a roadmap with headings that say which language they are in."""
        made = self._made.get(file.src_uri)
        return html if made is None else with_our_headings(html, self._language, made[1])

    def in_order(self) -> list[Finding]:
        """Mistakes in fences so far, page by page and line by line."""
        pages = {file: index for index, file in enumerate(dict.fromkeys(finding.place.file for finding in self.findings))}
        return sorted(self.findings, key=lambda finding: (pages[finding.place.file], finding.place.line, finding.place.column))

    def dead_links(self) -> list[Finding]:
        """A warning for each link in the data that has led nowhere."""
        dead = (placed.site.dead_links(placed.index.missing, placed.index.dead_anchors()) for placed in self._roadmaps.values())
        return [*chain.from_iterable(dead)]

    def _page(self, file: File) -> PageState:
        key = _key(file)
        if key not in self._pages:
            links = {folder: placed.index.links_from(file) for folder, placed in self._roadmaps.items()}
            contexts = {folder: placed.site.render_context(links[folder]) for folder, placed in self._roadmaps.items()}
            recorded = {}
            if self._kept.is_on:
                recorded = {
                    folder: RecordedRoadmap(
                        self._kept, key, folder, self._kept.recorder(folder), links[folder], self._roadmaps[folder].whole
                    )
                    for folder in links
                }
                contexts = {folder: each.context(contexts[folder]) for folder, each in recorded.items()}
            fences = PageFences(Roadmaps(contexts, self._meant(file)), self._shown(file), file.content_string)
            self._pages[key] = PageState(fences, recorded)
        return self._pages[key]

    def _meant(self, file: File) -> str | None:
        """The roadmap that a fence on a page shows unless it names another; None where it has to."""
        if len(self._roadmaps) == 1:
            return next(iter(self._roadmaps))
        return self._owners.get(file.src_uri) or owner(file.src_uri, self._roadmaps)


def _problems(broken: Sequence[Site]) -> str:
    """What is wrong with the roadmaps that a page shows; of those that it shows as they were, last, with a way past it."""
    waiting = [finding for site in broken if not site.is_last_good for finding in site.findings]
    standing = [finding for site in broken if site.is_last_good for finding in site.findings]
    return (problem_html(waiting, _NOTHING_YET) if waiting else "") + (
        problem_html(standing, _LAST_GOOD, "roadmap-last-good") if standing else ""
    )


def _key(file: File) -> Key:
    """What tells a page from others; an excerpt of a blog is the same file at the address of the page that it stands on."""
    return file.src_uri, file.url


def _file_of(md: Markdown) -> File | None:
    """The page that a converter is at: what makes relative links into addresses knows it."""
    file = getattr(md.treeprocessors["relpath"], "file", None) if "relpath" in md.treeprocessors else None
    return file if isinstance(file, File) else None
