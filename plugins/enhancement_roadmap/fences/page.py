"""The fences of a page as HTML, whatever host the page is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from enhancement_roadmap.fences.fence import Fence, parse_fence
from enhancement_roadmap.fences.lapses import Lapse
from enhancement_roadmap.fences.mistakes import locate, problem_html
from enhancement_roadmap.fences.roadmaps import Roadmaps
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import Positions
from enhancement_roadmap.templating import TemplateMistakeError
from enhancement_roadmap.text import whole_numbers

_IDS = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class RenderedFence:
    """What became of a fence.

    Attributes:
        html: the view, or what stands in its place where it has a mistake.
        anchors: ids in the HTML that links can point at.
        findings: its mistakes.
        roadmap: name of the roadmap that it shows; None where nobody can tell.
    """

    html: str
    anchors: frozenset[str]
    findings: tuple[Finding, ...]
    roadmap: str | None


class PageFences:
    """Renders the fences of one page.

    Args:
        roadmaps: those that they may show, with the addresses as seen from the page.
        file: how messages name the page.
        text: the whole source of the page, to find a fence's line in.
    """

    def __init__(self, roadmaps: Roadmaps, file: str, text: str) -> None:
        self._roadmaps = roadmaps
        self._file = file
        self._text = text
        self._seen: dict[str, int] = {}
        self._missed: dict[Lapse, int] = {}

    def missed(self, lapse: Lapse) -> RenderedFence:
        """What stands in the place of a block that does not become a view.

        Args:
            lapse: what is wrong with it, with its line in whatever text the page's Markdown was made of.
        """
        same = replace(lapse, line=0)
        nth = self._missed[same] = self._missed.get(same, 0) + 1
        finding = lapse.found_in(self._text, nth).finding(self._file)
        return RenderedFence(problem_html([finding], "This block is no view:"), frozenset(), (finding,), None)

    def render(self, source: str, header: str = "") -> RenderedFence:
        """Render a fence.

        Args:
            source: its body.
            header: what stands behind ``roadmap`` on its first line; only an empty one is valid.
        """
        nth = self._seen[source] = self._seen.get(source, 0) + 1
        fence, findings, roadmap = parse_fence(source, Positions("", source.encode()), self._roadmaps)
        if fence is not None and roadmap is not None and not header:
            try:
                return self._shown(fence, roadmap)
            except TemplateMistakeError as error:
                return RenderedFence(problem_html([error.finding]), frozenset(), (error.finding,), roadmap)
        found = locate(self._text, source, nth)
        if findings:
            # Only now is it worth knowing where the body stands.
            findings = parse_fence(source, Positions(self._file, source.encode(), found.line, found.indent), self._roadmaps).findings
        if header:
            place = Place(self._file, found.line, 1 if found.line else 0)
            hint = "Write the options into the block, one a line."
            findings.append(Finding(place, "RM504", f"options on the first line: ‘{header}’", hint))
        return RenderedFence(problem_html(findings), frozenset(), tuple(findings), roadmap)

    def _shown(self, fence: Fence, roadmap: str) -> RenderedFence:
        """The view of a fence without a mistake."""
        view, options, context = fence.view, fence.options, self._roadmaps.contexts[roadmap]

        def make(given: Mapping[str, Any]) -> RenderedFence:
            html = whole_numbers(view.fill(context, given))
            return RenderedFence(html, frozenset(_IDS.findall(html) if 'id="' in html else ()), (), roadmap)

        return context.made_of((view.name, options), partial(view.context, context, options), make)
