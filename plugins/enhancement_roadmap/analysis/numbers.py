"""Numbers as people read them."""

from __future__ import annotations

_EXACT = 1e15
"""Whole numbers up to here are shown digit by digit."""


def number(value: float) -> str:
    """A number with its thousands set apart: ``10,000`` or ``0.5``."""
    whole = float(value).is_integer() and abs(value) < _EXACT
    return f"{value:,.0f}" if whole else f"{value:,}"
