"""A change of the past in words."""

from __future__ import annotations

from enhancement_roadmap.diff import Change, title_of, value_words
from enhancement_roadmap.history.changelog.entry import PastChange
from enhancement_roadmap.sentences import cut

MOST_CHARACTERS = 200
"""Characters of a value; the whole one is in the commit."""


def past_change(change: Change) -> PastChange:
    """A change of a brief difference, small enough to be kept for each of thousands of commits."""
    written = (change.title, change.subject, value_words(change.before), value_words(change.after))
    title, subject, before, after = (cut(words, MOST_CHARACTERS) for words in written)
    return PastChange(change.kind, change.enhancement, title, subject, before, after, change.effect, change.importance)


def happening(change: PastChange) -> str:
    """What happened, in a word or three."""
    return title_of(change.kind, change.effect)
