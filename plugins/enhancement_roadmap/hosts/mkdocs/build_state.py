"""One build of a site: what has become of each page's views, and what has been wrong so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markdown import Markdown
from mkdocs.structure.files import File

from enhancement_roadmap.fences import PageFences, problem_html
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.site import Site

_LAST_GOOD = "The roadmap has mistakes. Mend them and save: this page shows the result by itself."
_NOTHING_YET = "The roadmap can not be shown yet. Mend these mistakes and save: this page shows the result by itself."


@dataclass(frozen=True, slots=True)
class PageState:
    """A page that has views.

    Attributes:
        fences: makes them.
        anchors: ids in the views so far.
    """

    fences: PageFences
    anchors: set[str] = field(default_factory=set)


class BuildState:
    """State of one build; a new one for each, so that nothing of an earlier one is left.

    Args:
        site: the roadmap and its templates.
        index: the site's files.
        shown: gives the path of a file as the site's author knows it.

    Attributes:
        findings: mistakes in fences so far, each once.
    """

    def __init__(self, site: Site, index: SiteIndex, shown: Callable[[File], str]) -> None:
        self.findings: dict[Finding, None] = {}
        self._site = site
        self._index = index
        self._shown = shown
        self._own = {file.src_uri for file in index.made.values()}
        self._sources = {index.made[page.path].src_uri: site.source(page) for page in site.pages if page.path in index.made}
        self._pages: dict[tuple[str, str], PageState] = {}
        self._started: File | None = None

    def start_page(self, file: File) -> None:
        """MkDocs begins a page: whatever another plugin has rendered of it before counts no more.

        It has read the page. What asks for its path from now on asks git, which knows the data that the page is made of.
        """
        self._pages.pop(_key(file), None)
        self._started = file
        if source := self._sources.get(file.src_uri):
            file.abs_src_path = str(source)

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
        page = self._page(file)
        rendered = page.fences.render(source, header)
        page.anchors.update(rendered.anchors)
        if not self._site.is_broken:
            # While the roadmap itself is broken, a fence may only miss what is missing from it.
            self.findings |= dict.fromkeys(rendered.findings)
        return rendered.html

    def finish_page(self, file: File) -> tuple[set[str], str]:
        """A page is rendered.

        Returns:
            The ids in its views; and what it says first, if it shows the roadmap while the data have mistakes, else nothing.
        """
        page = self._pages.pop(_key(file), None)
        shows_roadmap = page is not None or file.src_uri in self._own
        return page.anchors if page else set(), self._problems() if shows_roadmap and self._site.is_broken else ""

    def dead_links(self) -> list[Finding]:
        """A warning for each link in the data that has led nowhere."""
        return self._site.dead_links(self._index.missing, self._index.dead_anchors())

    def _page(self, file: File) -> PageState:
        key = _key(file)
        if key not in self._pages:
            render_context = self._site.render_context(self._index.links_from(file))
            self._pages[key] = PageState(PageFences(render_context, self._shown(file), file.content_string))
        return self._pages[key]

    def _problems(self) -> str:
        findings = self._site.findings
        return problem_html(findings, _LAST_GOOD, "roadmap-last-good") if self._site.is_last_good else problem_html(findings, _NOTHING_YET)


def _key(file: File) -> tuple[str, str]:
    """What tells a page from others; an excerpt of a blog is the same file at the address of the page that it stands on."""
    return file.src_uri, file.url


def _file_of(md: Markdown) -> File | None:
    """The page that a converter is at: what makes relative links into addresses knows it."""
    file = getattr(md.treeprocessors["relpath"], "file", None) if "relpath" in md.treeprocessors else None
    return file if isinstance(file, File) else None
