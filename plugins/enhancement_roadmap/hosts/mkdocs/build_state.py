"""One build of a site: which page is being made, and what has been wrong so far."""

from __future__ import annotations

from mkdocs.structure.files import File

from enhancement_roadmap.fences import problem_html
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.hosts.fence_renderer import PageFences
from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.reading import SiteReading
from enhancement_roadmap.views import RenderContext


class BuildState:
    """State of one build; a new one for each, so that nothing of an earlier one is left.

    Args:
        reading: the roadmap and its templates.
        index: the site's files.

    Attributes:
        findings: mistakes in fences so far, each once.
        anchors: ids in the views of the page that is being made.
    """

    def __init__(self, reading: SiteReading, index: SiteIndex) -> None:
        self.index = index
        self.findings: dict[Finding, None] = {}
        self.anchors: set[str] = set()
        self._reading = reading
        self._own = {file.src_uri for file in index.pages.values()}
        self._has_views = False

    def start_page(self, file: File, shown: str) -> None:
        """The fences that come next stand on this page.

        Args:
            file: the page.
            shown: how messages name it.
        """
        reading = self._reading
        links = self.index.links_from(file)
        render_context = RenderContext(reading.insight, links, reading.views, comparison=reading.comparison, history=reading.history)
        self._fences = PageFences(render_context, shown, file.content_string)
        self.anchors = set()
        self._has_views = False

    def render(self, source: str, header: str) -> str:
        """A fence of the page as HTML."""
        rendered = self._fences.render(source, header)
        self._has_views = True
        self.anchors |= rendered.anchors
        if not self._reading.is_broken:
            # While the roadmap itself is broken, a fence may only miss what is missing from it.
            self.findings |= dict.fromkeys(rendered.findings)
        return rendered.html

    def problems(self, file: File) -> str:
        """What a page that shows the roadmap says first while the data have mistakes; empty without any."""
        if not self._reading.is_broken or not (self._has_views or file.src_uri in self._own):
            return ""
        state = "last-good" if self._reading.is_last_good else "nothing-yet"
        return problem_html(self._reading.findings, _MESSAGES[state], anchor="roadmap-last-good" if self._reading.is_last_good else "")


_MESSAGES = {
    "last-good": "The roadmap has mistakes. Mend them and save: this page shows the result by itself.",
    "nothing-yet": "The roadmap can not be shown yet. Mend these mistakes and save: this page shows the result by itself.",
}
