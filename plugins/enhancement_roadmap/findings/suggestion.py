"""The valid choice that somebody most likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from itertools import chain, islice

_LISTED = 12
_LOOKED_AT = 100
"""Characters of a value that are looked at."""
_COMPARED = 100
"""Choices that a value is compared with: comparing takes some microseconds each, and there may be thousands of values."""


def suggestion(value: str, choices: Iterable[str]) -> str:
    """Say which choice is nearest to `value`, and which there are.

    Args:
        value: what was written.
        choices: what would be valid.

    Returns:
        A sentence such as "Did you mean ‘medium’? Valid: high, medium, low."; empty without choices.
    """
    known = tuple(dict.fromkeys(choices))
    return choices_in_words(known, closest(value, known)) if known else ""


def choices_in_words(known: Sequence[str], meant: str | None = None) -> str:
    """Which choices there are, at least one, and which of them is most likely meant."""
    listed = ", ".join(known[:_LISTED]) + (f" and {len(known) - _LISTED} more" if len(known) > _LISTED else "")
    return f"Did you mean ‘{meant}’? Valid: {listed}." if meant is not None else f"Valid: {listed}."


def closest(value: str, choices: Sequence[str]) -> str | None:
    """The choice that `value` most likely stands for; None where none is near."""
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
