"""Pages of a roadmap that differ in their titles and views alone: what stands between these is converted from Markdown twice, not anew.

Such a page is its title, headings, and fences. Once two pages of the same headings have come out of Markdown with the same around
their titles and views, of any other its title alone is converted, and its views are put where those of the two were.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from markdown.util import BLOCK_LEVEL_ELEMENTS
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from enhancement_roadmap.hosts.markdown import NOTHING
from enhancement_roadmap.hosts.mkdocs.kept import converting_basis

_TITLE = re.compile(r"\n*(# [^\n]+)\n")
_FENCE = re.compile(r"^```roadmap\n((?:[a-z_]+: [^\n`]+\n)+)```$", re.MULTILINE)
_PLACE = "\0"
_SHAPE = re.compile(rf"(?:{_PLACE}|##+ [^\n\[<{_PLACE}]+|)(?:\n(?:{_PLACE}|##+ [^\n\[<{_PLACE}]+|))*")
"""Headings, and the places of fences, each on a line of its own."""
_HEAD = re.compile(r"<h1[ >].*?</h1>", re.DOTALL)
_ID = re.compile(r'\s(?:id|name)="([^"]*)"')
_ELEMENT = re.compile(r"<([a-z0-9]+|!--)")
_BLOCKS = frozenset({*BLOCK_LEVEL_ELEMENTS, "!--"})
_CHANGING = "pymdownx.striphtml"
"""An extension that changes finished HTML, such as that of views."""

Entry = tuple[str, str, int, tuple["Entry", ...]]
"""An entry of a table of contents: its title, id and level, and those below it."""


class PageSource(NamedTuple):
    """The Markdown of a page.

    Attributes:
        title: its first line.
        shape: all below, with a place for each fence.
        fences: their bodies.
    """

    title: str
    shape: str
    fences: Sequence[str]

    @classmethod
    def of(cls, markdown: str) -> PageSource | None:
        """None for a page with anything else than a title, headings and fences."""
        title = _TITLE.match(markdown)
        if title is None or _PLACE in markdown:
            return None
        below = markdown[title.end() :]
        bodies, rest = [body.removesuffix("\n") for body in _FENCE.findall(below)], _FENCE.sub(_PLACE, below)
        return cls(title[1], rest, bodies) if bodies and _SHAPE.fullmatch(rest) else None


@dataclass(frozen=True, slots=True)
class Around:
    """What is converted around the title and the views of a page.

    Attributes:
        parts: HTML behind the title, behind the first view, and so on.
        ids: ids in it.
        links: anchors of the page itself that it links to, as the marks beside headings do, each with the link.
        toc: entries of the table of contents below that of the title.
    """

    parts: Sequence[str]
    ids: frozenset[str]
    links: Mapping[str, str]
    toc: Sequence[Entry]

    @classmethod
    def of(cls, page: Page, html: str, views: Sequence[str]) -> Around | None:
        """What a page has that was converted.

        Args:
            page: the page.
            html: its content.
            views: those in it, in their order.

        Returns:
            None where nobody can tell what belongs to the title and the views, and what does not.
        """
        head, entries = _HEAD.match(html), list(page.toc)
        links = page.links_to_anchors or {}
        if head is None or len(entries) != 1 or not links.keys() <= {page.file} or not all(map(_is_block, views)):
            return None
        parts, at = [], head.end()
        for view in views:
            start = html.find(view, at)
            if start < 0:
                return None
            parts.append(html[at:start])
            at = start + len(view)
        of_title = _ids(head[0])
        linked = {anchor: link for anchor, link in links.get(page.file, {}).items() if anchor not in of_title}
        ids = frozenset(page.present_anchor_ids or ()) - of_title
        return cls((*parts, html[at:]), ids, linked, tuple(map(_entry, entries[0].children)))

    def fits(self, page: Page, title: str) -> bool:
        """Whether a title, converted alone, is what it would be with all this below it."""
        entries = list(page.toc)
        is_alone = len(entries) == 1 and not entries[0].children
        return _HEAD.fullmatch(title) is not None and is_alone and self.ids.isdisjoint(page.present_anchor_ids or ())

    def give(self, page: Page, title: str, views: Sequence[str]) -> str:
        """The content of a page of which the title was converted; the page has all this from now on."""
        next(iter(page.toc)).children += map(_link, self.toc)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | self.ids
        if self.links and page.links_to_anchors is not None:
            page.links_to_anchors.setdefault(page.file, {}).update(self.links)
        return "".join([title, *(text for pair in zip(self.parts, views, strict=False) for text in pair), self.parts[-1]]).strip()


@dataclass(slots=True)
class _Begun:
    """A page that MkDocs converts.

    Attributes:
        markdown: all of it.
        source: the same, taken apart.
        views: those that were made so far, where all of it is converted.
        around: what it has beside its title and views; None where all of it is converted.
    """

    markdown: str
    source: PageSource
    around: Around | None
    views: list[str] = field(default_factory=list)


class PageShapes:
    """The pages of one build.

    Args:
        config: the configuration, as other plugins leave it; None where each page is converted as it is.
    """

    def __init__(self, config: MkDocsConfig | None = None) -> None:
        self._is_on = config is not None and converting_basis(config) is not None and _CHANGING not in config.markdown_extensions
        self._seen: dict[str, Around | None] = {}
        self._trusted: dict[str, Around] = {}
        self._begun: _Begun | None = None

    def begin(self, markdown: str) -> str:
        """The Markdown of a page that has to be converted.

        Args:
            markdown: all of it.
        """
        source = PageSource.of(markdown) if self._is_on else None
        self._begun = None if source is None else _Begun(markdown, source, self._trusted.get(source.shape))
        return markdown if self._begun is None or self._begun.around is None else self._begun.source.title

    def note(self, view: str) -> None:
        """A view of the page was made."""
        if self._begun is not None:
            self._begun.views.append(view or NOTHING)

    def waiting(self) -> Sequence[str] | None:
        """The bodies of the fences of a page of which the title alone was converted; None where all of it was."""
        return None if self._begun is None or self._begun.around is None else self._begun.source.fences

    def end(self, page: Page, html: str) -> str | None:
        """The content of a page, of which all or the title alone was converted.

        Args:
            page: the page; if only its title was converted, its views have been made since.
            html: what was converted.

        Returns:
            None where all of it has to be converted, which is then the Markdown of the page.
        """
        begun, self._begun = self._begun, None
        if begun is None:
            return html
        if begun.around is None:
            self._learn(begun, page, html)
            return html
        page.markdown = begun.markdown
        if not begun.around.fits(page, html) or not all(map(_is_block, begun.views)):
            return None
        return begun.around.give(page, html, begun.views)

    def _learn(self, begun: _Begun, page: Page, html: str) -> None:
        shape = begun.source.shape
        around = Around.of(page, html, begun.views) if len(begun.views) == len(begun.source.fences) else None
        if around is not None and self._seen.get(shape) == around:
            self._trusted[shape] = around
        self._seen[shape] = around


def _is_block(view: str) -> bool:
    """Whether Markdown leaves a view as it is, and puts no paragraph around it."""
    element = _ELEMENT.match(view)
    return element is not None and element[1] in _BLOCKS


def _ids(html: str) -> set[str]:
    return {unescape(found) for found in _ID.findall(html)}


def _entry(link: AnchorLink) -> Entry:
    return link.title, link.id, link.level, tuple(map(_entry, link.children))


def _link(entry: Entry) -> AnchorLink:
    title, name, level, children = entry
    link = AnchorLink(title, name, level)
    link.children += map(_link, children)
    return link
