"""What a page's views are given so that what they make can be kept: recorded answers, noted links, and a keeper of their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from enhancement_roadmap.analysis.reads import Reads, RecordedInsight, Recorder
from enhancement_roadmap.hosts.mkdocs.kept.pages import KeptPages, Key, Made
from enhancement_roadmap.hosts.mkdocs.links import LinkNote, SitePageLinks
from enhancement_roadmap.model import Roadmap
from enhancement_roadmap.views import RenderContext

T = TypeVar("T")


@dataclass(slots=True)
class Noted:
    """What something takes of a roadmap.

    Attributes:
        reads: answers.
        links: links that were noted; known at the end.
    """

    reads: Reads
    links: Sequence[LinkNote] = ()

    def kept(self, made: T, given: Any = None) -> Made[T]:
        """What was made meanwhile, to be kept."""
        return Made(made, self.reads, self.links, given)


@dataclass(frozen=True, slots=True)
class RecordedRoadmap:
    """One roadmap as a page's views are given it, and what they take of it.

    Attributes:
        kept: where what is made is kept.
        page: tells the page.
        folder: the roadmap's folder in the site.
        recorder: notes what is asked.
        links: addresses as seen from the page.
        whole: the roadmap, where views have templates of the site's own. These may ask for anything in any way, so they are
            given the answers themselves, and have read all of it.
    """

    kept: KeptPages
    page: Key
    folder: str
    recorder: Recorder
    links: SitePageLinks
    whole: Roadmap | None = None

    def context(self, plain: RenderContext) -> RenderContext:
        """What a view is given in the place of what it would be given where nothing is kept."""
        insight = plain.insight if self.whole is not None else RecordedInsight(plain.insight, self.recorder)
        return replace(plain, insight=insight, keeper=self)

    @contextmanager
    def noted(self) -> Iterator[Noted]:
        """Note what is taken of the roadmap meanwhile."""
        start = len(self.links.notes)
        with self.recorder.apart() as reads:
            noted = Noted(reads)
            if self.whole is not None:
                self.recorder.note_whole(self.whole)
            yield noted
        noted.links = tuple(self.links.notes[start:])

    def part(self, name: tuple[str, ...], make: Callable[[], T]) -> T:
        """A part of a view, made now or by an earlier build."""
        return self._made(name, make)

    def made_of(self, name: tuple[Any, ...], work_out: Callable[[], Mapping[str, Any]], make: Callable[[Mapping[str, Any]], T]) -> T:
        """Something made of what is worked out, now or by an earlier build.

        What is worked out of little is not looked at: all of it is right, or nothing. What is worked out of the whole roadmap is
        another after each change of anything, and is often the same.
        """
        with self.recorder.apart() as reads:
            given = work_out()
        make_now = partial(make, given)
        return self._made(name, make_now, given) if reads.is_whole else make_now()

    def _made(self, name: tuple[Any, ...], make: Callable[[], T], given: Any = None) -> T:
        kept: Made[Any] | None = self.kept.part(self.page, self.folder, name, given)
        if kept is not None:
            self.recorder.again(kept.reads)
            self.links.note_again(kept.notes)
        else:
            with self.noted() as noted:
                made = make()
            kept = noted.kept(made, given)
            self.kept.keep_part(self.page, self.folder, name, kept)
        result: T = kept.made
        return result
