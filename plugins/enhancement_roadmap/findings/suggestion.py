"""The valid choice that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from enhancement_roadmap.sentences import first_few

_LISTED = 12
_LOOKED_AT = 100
"""Characters of a value that are looked at."""
_COMPARED = 150
"""Choices that a value is compared with: comparing takes some microseconds each, and there may be thousands of values."""
MOST_COMPARED = 500
"""Values of one kind that are compared with their choices."""


class Choices:
    """What many values may be, one after another: the first that are none of them are each told the nearest.

    Args:
        names: what would be valid.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = dict.fromkeys(names)
        self._known = tuple(self._names)
        self._in_words = choices_in_words(self._known) if self._known else ""
        self._left = MOST_COMPARED

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __bool__(self) -> bool:
        return bool(self._names)

    @property
    def has_compared_enough(self) -> bool:
        """Whether so many values have been compared that the others are only told what there is."""
        return not self._left

    def suggestion(self, value: str = "") -> str:
        """Say which choice somebody most likely meant, and which there are; empty where there are none."""
        if not value or not self._known or not self._left:
            return self._in_words
        self._left -= 1
        return choices_in_words(self._known, closest(value, self._known))


def suggestion(value: str, choices: Iterable[str]) -> str:
    """Say which choice somebody most likely meant, and which there are.

    Args:
        value: what was written.
        choices: what would be valid.

    Returns:
        A sentence such as "Did you mean ‘medium’? Valid: high, medium, low."; empty without choices.
    """
    return Choices(choices).suggestion(value)


def choices_in_words(known: Sequence[str], meant: str | None = None) -> str:
    """Which choices there are, at least one, and which of them is most likely meant."""
    valid = f"Valid: {first_few(known, _LISTED)}."
    return f"Did you mean ‘{meant}’? {valid}" if meant is not None else valid


def closest(value: str, choices: Sequence[str]) -> str | None:
    """The choice that `value` most likely stands for; None where none is near."""
    import difflib  # noqa: PLC0415  (only where something is wrong)

    value = value[:_LOOKED_AT].lower()
    lowered = {choice.lower(): choice for choice in _candidates(value, choices)}
    close = difflib.get_close_matches(value, lowered, n=1, cutoff=0.6)
    return lowered[close[0]] if close else None


def _candidates(value: str, known: Sequence[str]) -> Iterable[str]:
    """The choices; of very many those that end as the value does, then those that start as it does."""
    if len(known) <= _COMPARED:
        return known
    head, tail = value[: len(value) // 2], value[len(value) // 2 :]
    ending = (choice for choice in known if choice.lower().endswith(tail))
    starting = (choice for choice in known if choice.lower().startswith(head))
    return islice(chain(ending, starting), _COMPARED)
