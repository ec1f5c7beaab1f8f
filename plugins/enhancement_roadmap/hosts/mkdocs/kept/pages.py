"""The content of pages that an earlier build has made, fence by fence, and whether it is still right."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.reads import Answers, Reads, Recorder, SameAnswers
from enhancement_roadmap.fences import RenderedFence
from enhancement_roadmap.hosts.mkdocs.links import LinkNote

T = TypeVar("T")
Key = tuple[str, str]
"""What tells a page from others: its path in the sources, and its address."""


def key_of(file: File) -> Key:
    """What tells a page from others; an excerpt of a blog is the same file at the address of the page that it stands on."""
    return file.src_uri, file.url


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """Something made of a roadmap.

    Attributes:
        made: what it is.
        reads: what it read of the roadmap.
        notes: its links that were noted.
        given: what had been worked out for it beside that.
    """

    made: T
    reads: Reads
    notes: Sequence[LinkNote]
    given: Any = None


@dataclass(slots=True)
class KeptPage:
    """A page, made.

    Attributes:
        fences: its fences, by body and header.
        parts: parts of its fences, by the roadmap that they are of, and their names.
        markdown: the Markdown it is made of; None where that is not kept.
        html: its content, before any plugin has seen it; None until it is made.
        toc: tokens of its table of contents, as JSON.
        ids: ids that it has.
        links: anchors that its Markdown links to, by the path of the page they should be on.
    """

    fences: dict[tuple[str, str], Made[RenderedFence]] = field(default_factory=dict)
    parts: dict[tuple[str, tuple[Any, ...]], Made[Any]] = field(default_factory=dict)
    markdown: str | None = None
    html: str | None = None
    toc: str = "[]"
    ids: frozenset[str] = frozenset()
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def take(self, page: Page, html: str) -> None:
        """Note what MkDocs has made of a page.

        Args:
            page: the page, just rendered.
            html: its content.
        """
        self.html = html
        self.toc = json.dumps([_token(link) for link in page.toc])
        self.ids = frozenset(page.present_anchor_ids or ())
        self.links = {file.src_uri: dict(anchors) for file, anchors in (page.links_to_anchors or {}).items()}

    def give(self, page: Page, files: Files) -> None:
        """Make a page, of whose Markdown the heading alone was converted, what it would be."""
        page.markdown = self.markdown
        page.toc = get_toc(json.loads(self.toc))
        page.present_anchor_ids = set(self.ids)
        found = ((files.get_file_from_path(path), dict(anchors)) for path, anchors in self.links.items())
        page.links_to_anchors = {file: anchors for file, anchors in found if file is not None}


class KeptPages:
    """Remembers what became of pages and fences, build after build."""

    def __init__(self) -> None:
        self._basis: Any = None
        self._converting: Any = None
        self._before: dict[Key, KeptPage] = {}
        self._now: dict[Key, KeptPage] = {}
        self._same: Mapping[str, SameAnswers] = {}
        self._answers: Mapping[str, Answers] = {}

    @property
    def is_on(self) -> bool:
        """Whether this build uses and keeps anything."""
        return bool(self._same)

    @property
    def keeps_pages(self) -> bool:
        """Whether this build uses and keeps whole pages, and not only what is in them."""
        return self.is_on and self._converting is not None

    def begin(self, basis: Any, converting: Any, insights: Mapping[str, Insight]) -> None:
        """A build begins.

        Args:
            basis: what all pages rest on; None where this build neither keeps nor uses anything.
            converting: what their Markdown is converted by; None where they have to be converted each time.
            insights: the answers about each roadmap, by its folder in the site.
        """
        self.end()
        if basis is None:
            return
        if basis != self._basis:
            self._before = {}
        elif converting != self._converting:
            self._before = {key: replace(page, html=None) for key, page in self._before.items()}
        self._basis, self._converting = basis, converting
        self._same = {folder: SameAnswers(insight) for folder, insight in insights.items()}
        self._answers = {folder: Answers() for folder in insights}

    def end(self) -> None:
        """The build is done, or broke off: pages that it has not come to are still what they were, and nothing is compared any more."""
        self._before, self._now = {**self._before, **self._now}, {}
        self._same, self._answers = {}, {}

    def recorder(self, roadmap: str) -> Recorder:
        """Notes what a page asks of a roadmap."""
        return Recorder(self._answers[roadmap])

    def fence(self, key: Key, source: str, header: str) -> Made[RenderedFence] | None:
        """A fence of a page as it was made before, or is already; None where it has to be made."""
        now, before = self._now.get(key), self._before.get(key)
        if now is not None and (source, header) in now.fences:
            return now.fences[source, header]
        kept = before.fences.get((source, header)) if before is not None else None
        if before is None or kept is None or not self._is_same(kept):
            return None
        page = self._now.setdefault(key, KeptPage())
        page.fences[source, header] = kept
        page.parts = {**before.parts, **page.parts}
        return kept

    def keep_fence(self, key: Key, source: str, header: str, fence: Made[RenderedFence]) -> None:
        """Note a fence of a page that is being made."""
        if self.is_on:
            self._now.setdefault(key, KeptPage()).fences[source, header] = fence

    def part(self, key: Key, roadmap: str, name: tuple[Any, ...], given: Any = None) -> Made[Any] | None:
        """A part of a fence as it was made before; None where it has to be made.

        Args:
            key: tells the page.
            roadmap: which roadmap it is of.
            name: tells it from other parts of the page.
            given: what has been worked out for it.
        """
        before = self._before.get(key)
        kept = before.parts.get((roadmap, name)) if before is not None else None
        same = self._same[roadmap]
        if kept is None or not same.are(kept.reads) or not same.is_same(kept.given, given):
            return None
        self.keep_part(key, roadmap, name, kept)
        return kept

    def keep_part(self, key: Key, roadmap: str, name: tuple[Any, ...], part: Made[Any]) -> None:
        """Note a part of a fence that is being made."""
        self._now.setdefault(key, KeptPage()).parts[roadmap, name] = part

    def page(self, key: Key, markdown: str) -> KeptPage | None:
        """A whole page as it was made before, which counts as made in this build; None where it has to be made."""
        before = self._before.get(key)
        if before is None or before.html is None or before.markdown != markdown or not all(map(self._is_same, before.fences.values())):
            return None
        self._now[key] = before
        return before

    def begin_page(self, key: Key, markdown: str) -> None:
        """A page is going to be made of some Markdown; fences of it may be made already."""
        if self.is_on:
            now = self._now.get(key)
            self._now[key] = KeptPage(markdown=markdown) if now is None or now.markdown is not None else replace(now, markdown=markdown)

    def same_page(self, key: Key, before: KeptPage) -> KeptPage:
        """A page all of whose fences were made in this build, and are as they were, which makes it what it was."""
        now = self._now.get(key) or KeptPage()
        self._now[key] = replace(before, fences=now.fences, parts=now.parts)
        return self._now[key]

    def made_page(self, key: Key) -> KeptPage | None:
        """The page that `begin_page` has begun; None where nothing of it is kept."""
        return self._now.get(key)

    def forget_page(self, key: Key) -> None:
        """Something of a page can not be kept."""
        self._now.pop(key, None)

    def _is_same(self, fence: Made[RenderedFence]) -> bool:
        same = self._same.get(fence.made.roadmap or "")
        return same is not None and same.are(fence.reads)


def _token(link: AnchorLink) -> Mapping[str, Any]:
    return {"name": link.title, "id": link.id, "level": link.level, "children": [_token(child) for child in link.children]}
