"""A change of the past in words."""

from __future__ import annotations

from enhancement_roadmap.diff import Change, title_of, value_words
from enhancement_roadmap.history.changelog.entry import PastChange

MOST_CHARACTERS = 200
"""Characters of a value; the whole one is in the commit."""


def past_change(change: Change) -> PastChange:
    """A change of a brief difference, small enough to be kept for each of thousands of commits."""
    before, after = _cut(value_words(change.before)), _cut(value_words(change.after))
    subject = _cut(change.subject)
    return PastChange(change.kind, change.enhancement, _cut(change.title), subject, before, after, change.effect, change.importance)


def happening(change: PastChange) -> str:
    """What happened, in a word or three."""
    return title_of(change.kind, change.effect)


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1].rstrip()}…"
