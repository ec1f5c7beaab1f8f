"""Texts that are made of one enhancement and of little else, kept from one build of a server to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from enhancement_roadmap.model.enhancement import Enhancement


class ItemTexts:
    """Remembers texts for as long as the enhancement is the very same: one whose file has not changed is, in a server."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, int], tuple[Enhancement, Any, str]] = {}
        self._now: dict[tuple[str, int], tuple[Enhancement, Any, str]] = {}

    def begin(self) -> None:
        """A build begins: what the last one has not asked for is forgotten."""
        self._before, self._now = self._now, {}

    def of(self, item: Enhancement, kind: str, make: Callable[[], str], rest: Any = None) -> str:
        """A text of an enhancement, made now or before.

        Args:
            item: the enhancement.
            kind: which of its texts.
            make: makes it, of the enhancement and of `rest` alone.
            rest: what else it is made of, to be compared.
        """
        key = kind, id(item)
        known = self._now.get(key) or self._before.get(key)
        if known is None or known[0] is not item or known[1] != rest:
            known = item, rest, make()
        self._now[key] = known
        return known[2]
