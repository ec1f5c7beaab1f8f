"""Which texts are most likely the same, reworded? In a time that grows with their number, not with its square."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

LEAST = 0.7
"""Share that two texts must have in common to count as the same."""

_WORD = re.compile(r"\w+")
_COMPARED = 200
"""Characters of a text that are compared."""
_FEW = 20
"""Old texts, and new ones, up to which each is held against each."""
_COMMON = 20
"""A word in more texts than this says nothing."""
_CANDIDATES = 3
"""Texts that each is held against, where there are many: those with most words in common."""


def similar(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Pair texts: first the equal ones, then the most similar ones.

    Args:
        before: old texts.
        after: new texts.

    Returns:
        Indexes of the old and the new text of each pair; a text is in at most one.
    """
    pairs = dict(_equal(before, after))
    taken = set(pairs.values())
    old = [index for index in range(len(before)) if index not in pairs]
    new = [index for index in range(len(after)) if index not in taken]
    scored = ((-_share(before[i], after[j]), i, j) for i, j in _candidates(before, after, old, new))
    for share, i, j in sorted(scored):
        if -share >= LEAST and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def common_share(before: Iterable[str], after: Iterable[str]) -> float:
    """Share of words that two lots of text have in common, 0 to 1, by Dice: twice the common ones over all."""
    mine, theirs = _words(" ".join(before)), _words(" ".join(after))
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 1.0


def _equal(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for index, text in enumerate(before):
        waiting[text].append(index)
    for index, text in enumerate(after):
        if waiting.get(text):
            yield waiting[text].popleft(), index


def _candidates(before: Sequence[str], after: Sequence[str], old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(old) <= _FEW and len(new) <= _FEW:
        yield from ((i, j) for i in old for j in new)
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for i in old:
        for word in _words(before[i]):
            holders[word].append(i)
    for j in new:
        votes = Counter(i for word in sorted(_words(after[j])) if len(holders[word]) <= _COMMON for i in holders[word])
        yield from ((i, j) for i, _ in votes.most_common(_CANDIDATES))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text[: 10 * _COMPARED].casefold()))


def _share(before: str, after: str) -> float:
    matcher = SequenceMatcher(None, before[:_COMPARED].casefold(), after[:_COMPARED].casefold(), autojunk=False)
    if matcher.real_quick_ratio() < LEAST or matcher.quick_ratio() < LEAST:
        return 0.0
    return matcher.ratio()
