"""The views on the pages of one build: made now, or by an earlier build of a server, and what was wrong with their fences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import field

from mkdocs.structure.files import File

from enhancement_roadmap.fences import Lapse, PageFences, RenderedFence, Roadmaps
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.hosts.mkdocs.kept import KeptPage, KeptPages, Made, RecordedRoadmap, key_of
from enhancement_roadmap.hosts.mkdocs.placed_site import PlacedSite
from enhancement_roadmap.hosts.mkdocs.several import owner
from enhancement_roadmap.records import dataclass


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


class PageViews:
    """Makes the views of each page.

    Args:
        roadmaps: those of the site, by their folders in it.
        shown: gives the path of a file as the site's author knows it.
        owners: the folder of the roadmap that has made a file, by the file's path in the sources.
        kept: what earlier builds of a server have made.

    Attributes:
        findings: mistakes in fences so far, each once.
    """

    def __init__(
        self, roadmaps: Mapping[str, PlacedSite], shown: Callable[[File], str], owners: Mapping[str, str], kept: KeptPages
    ) -> None:
        self.findings: dict[Finding, None] = {}
        self._roadmaps = roadmaps
        self._shown = shown
        self._owners = owners
        self._kept = kept
        self._pages: dict[tuple[str, str], PageState] = {}

    def view(self, file: File, source: str, header: str = "") -> str:
        """A fence of a page as HTML.

        Args:
            file: the page's source.
            source: the fence's body.
            header: what else stands on its first line.
        """
        page, rendered = self._page(file), self._rendered(file, source, header)
        page.anchors.update(rendered.anchors)
        if rendered.roadmap is not None:
            page.shown.add(rendered.roadmap)
        if rendered.roadmap is None or not self._roadmaps[rendered.roadmap].site.is_broken:
            # While a roadmap itself is broken, a fence may only miss what is missing from it.
            self.findings |= dict.fromkeys(rendered.findings)
        return rendered.html

    def missed(self, file: File, lapse: Lapse) -> str:
        """What stands above a block of a page that does not become a view."""
        missed = self._page(file).fences.missed(lapse)
        self._kept.forget_page(key_of(file))
        self.findings |= dict.fromkeys(missed.findings)
        return missed.html

    def take_up(self, file: File, kept: KeptPage) -> None:
        """A page is what an earlier build has made of it, with all of its views."""
        page = self._page(file)
        for fence in kept.fences.values():
            self._note_links(fence)
            page.anchors.update(fence.made.anchors)
            page.shown.add(fence.made.roadmap or "")

    def same_page(self, file: File, made: KeptPage) -> KeptPage | None:
        """What an earlier build has made of a page, where this one would make the same; what it links to counts as linked to.

        Args:
            file: the page's source, which is the same.
            made: what was made of it.

        Returns:
            The same with what it has read now; None where something of it is another.
        """
        key = key_of(file)
        if (kept := self._kept.page(key, made.markdown or "")) is not None:
            for fence in kept.fences.values():
                self._note_links(fence)
            return kept if kept is made else None
        is_same = all(self._rendered(file, *fence).html == before.made.html for fence, before in made.fences.items())
        self.leave(file)
        return self._kept.same_page(key, made) if is_same else None

    def shown_on(self, file: File) -> set[str]:
        """The roadmaps that a page is or shows so far, by their folders."""
        page, made_by = self._pages.get(key_of(file)), self._owners.get(file.src_uri)
        return {*([made_by] if made_by else ()), *(page.shown if page else ())}

    def leave(self, file: File) -> set[str]:
        """A page is done, or begins anew: the ids in its views so far."""
        page = self._pages.pop(key_of(file), None)
        return page.anchors if page else set()

    def in_order(self) -> list[Finding]:
        """Mistakes in fences so far, page by page and line by line."""
        pages = {file: index for index, file in enumerate(dict.fromkeys(finding.place.file for finding in self.findings))}
        return sorted(self.findings, key=lambda finding: (pages[finding.place.file], finding.place.line, finding.place.column))

    def give_up_roadmaps(self) -> None:
        """No more views are made."""
        self._roadmaps = {}
        self._pages = {}

    def _rendered(self, file: File, source: str, header: str) -> RenderedFence:
        """A fence, made now or by an earlier build."""
        key, page = key_of(file), self._page(file)
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

    def _page(self, file: File) -> PageState:
        key = key_of(file)
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
