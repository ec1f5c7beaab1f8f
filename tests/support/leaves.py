"""The texts in plain values, and where they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def leaves(values: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Paths of all texts, in the order of the values."""
    if isinstance(values, str):
        yield path
    inside = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, value in inside:
        yield from leaves(value, (*path, key))
