"""The valid choice that somebody most likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_SHOWN = 12


def nearest(value: str, choices: Iterable[str]) -> str:
    """Say which choice is nearest to `value`, or which there are.

    Args:
        value: what was written.
        choices: what would be valid.

    Returns:
        A sentence such as "Did you mean ‘medium’?" or "Valid are: high, medium, low."; empty without choices.
    """
    known = list(dict.fromkeys(choices))
    if not known:
        return ""
    lowered = {choice.lower(): choice for choice in known}
    close = difflib.get_close_matches(value.lower()[:100], lowered, n=1, cutoff=0.6)
    listed = ", ".join(known[:_SHOWN]) + (f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else "")
    return f"Did you mean ‘{lowered[close[0]]}’? Valid: {listed}." if close else f"Valid: {listed}."
