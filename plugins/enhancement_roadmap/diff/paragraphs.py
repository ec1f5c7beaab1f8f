"""Which paragraphs of a long text are others, so that a change is told by them and not by the whole text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from enhancement_roadmap.diff.similar import similar
from enhancement_roadmap.diff.values import Json, value_words
from enhancement_roadmap.text.long import parts

_MOST = 250_000
"""Pairs of paragraphs that are held against each other; a text with more of them has changed as a whole."""
_BEFORE = 40
"""Characters that stand before the first other one of a long paragraph."""
_SHORT = 120
"""Characters of a paragraph that is always shown from its start."""


class ParagraphChange(NamedTuple):
    """A paragraph that is another, or that only one of the texts has. Lists, tables, quotes and code are paragraphs here too.

    Attributes:
        old: its place in the old text, from 0; None for a new one.
        new: its place in the new text; None for one that is gone.
        before: as it was; None for a new one.
        after: as it is; None for one that is gone.
    """

    old: int | None
    new: int | None
    before: str | None
    after: str | None


def paragraph_changes(before: str, after: str) -> list[ParagraphChange] | None:
    """What is otherwise in two long texts; None where they have to be told as a whole.

    That is so of a text of one paragraph, which is told best by itself, and where there are too many.
    """
    mine, theirs = parts(before), parts(after)
    if len(mine) == len(theirs) == 1 or len(mine) * len(theirs) > _MOST:
        return None
    return list(_changes(mine, theirs))


def _changes(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[ParagraphChange]:
    for kind, start, end, new_start, new_end in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            pairs = _reworded(mine[start:end], theirs[new_start:new_end])
            old, new = {i for i, _ in pairs}, {j for _, j in pairs}
            yield from (_change(mine, theirs, start + i, new_start + j) for i, j in pairs)
            yield from (_change(mine, theirs, i, None) for i in range(start, end) if i - start not in old)
            yield from (_change(mine, theirs, None, j) for j in range(new_start, new_end) if j - new_start not in new)


def _reworded(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Which of some old paragraphs is which of some new ones, in the order of both: as many one by one, others by their likeness."""
    if len(mine) == len(theirs):
        return [(index, index) for index in range(len(mine))]
    found: list[tuple[int, int]] = []
    for i, j in similar(mine, theirs):
        if not found or j > found[-1][1]:
            found.append((i, j))
    return found


def _change(mine: Sequence[str], theirs: Sequence[str], old: int | None, new: int | None) -> ParagraphChange:
    return ParagraphChange(old, new, None if old is None else mine[old], None if new is None else theirs[new])


def around(before: Json, after: Json) -> tuple[str | None, str | None]:
    """Show the old and the new paragraph; of long ones that begin alike what is otherwise, with a few words before it."""
    old, new = value_words(before), value_words(after)
    if max(len(old), len(new)) <= _SHORT:
        return old, new
    lengths = min(len(old), len(new))
    same = next((place for place in range(lengths) if old[place] != new[place]), lengths) - _BEFORE
    start = old.rfind(" ", 0, same) + 1 if same > 0 else 0
    return (f"…{old[start:]}", f"…{new[start:]}") if start else (old, new)
