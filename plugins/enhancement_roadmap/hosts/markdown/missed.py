"""Blocks of a page that pymdownx.superfences does not hand over: what is wrong with them is shown above them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from enhancement_roadmap.fences import Block, Lapse, lapses, split_page

_BEFORE, _AFTER = 25.5, 24.5
"""Around superfences, which has 25."""

Missed = Callable[[Lapse, Markdown], str]
"""Takes note of a block that does not become a view, and makes the HTML that says so."""

_ELSE = "the block is shown as code"
_WHY = "Give each block above it an end and a first line that the site’s Markdown knows."


class MissedBlocks:
    """Looks for blocks that are missed in the pages of one converter.

    Args:
        missed: what to do about one.
    """

    def __init__(self, missed: Missed) -> None:
        self._missed = missed
        self._expected: list[Block] = []
        self._rendered: Counter[str] = Counter()

    def register(self, md: Markdown) -> None:
        """Look at each page before and after superfences does."""
        md.preprocessors.register(_Look(md, self._before), "roadmap-blocks-before", _BEFORE)
        md.preprocessors.register(_Look(md, self._after), "roadmap-blocks-after", _AFTER)

    def note(self, source: str) -> None:
        """A block was handed over."""
        self._rendered[_normal(source)] += 1

    def _before(self, lines: list[str], md: Markdown) -> list[str]:
        source = "\n".join(lines)
        found = list(lapses(source, exact=True))
        at_fault = {lapse.line for lapse in found}
        self._rendered.clear()
        self._expected = []
        if "roadmap" in source:
            self._expected = [part for part in split_page(source) if isinstance(part, Block) and part.line not in at_fault]
        return self._with_words(lines, found, md)

    def _after(self, lines: list[str], md: Markdown) -> list[str]:
        if found := [] if not self._expected or self._rendered.total() >= len(self._expected) else list(self._left()):
            lines = self._with_words(lines, found, md)
        self._expected = []
        return lines

    def _left(self) -> Sequence[Lapse]:
        left = Counter(_normal(block.body) for block in self._expected) - self._rendered
        return [Lapse(0, "", "RM508", _ELSE, _WHY, body) for body in left.elements()]

    def _with_words(self, lines: list[str], found: Sequence[Lapse], md: Markdown) -> list[str]:
        words = [md.htmlStash.store(self._missed(lapse, md)) for lapse in found]
        for lapse, said in reversed(list(zip(found, words, strict=True))):
            place = max(lapse.line - 1, 0)
            lines = [*lines[:place], "", said, "", *lines[place:]]
        return lines


class _Look(Preprocessor):
    def __init__(self, md: Markdown, step: Callable[[list[str], Markdown], list[str]]) -> None:
        super().__init__(md)
        self._step = step

    def run(self, lines: list[str]) -> list[str]:
        return self._step(lines, self.md)


def _normal(body: str) -> str:
    return "\n".join(stripped for line in body.splitlines() if (stripped := line.strip(" \t>")))
