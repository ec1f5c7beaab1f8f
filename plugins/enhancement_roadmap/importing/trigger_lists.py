"""Lists that say when to start which enhancement, by a short name of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enhancement_roadmap.importing.found import Found, FoundEnhancement

_WORD = re.compile(r"\w+")


class TriggerLists:
    """Holds such lists against the enhancements.

    Args:
        found: what has been found.
    """

    def __init__(self, found: Found) -> None:
        self._found = found

    def read(self, entries: Sequence[tuple[str, str]], kind: str) -> bool:
        """Give each enhancement its short name, its kind of trigger and its condition.

        Args:
            entries: short names, and conditions.
            kind: the kind of all these triggers.

        Returns:
            Whether each name is that of one enhancement with a trigger; else nothing is given.
        """
        meant = [self.named(name) for name, _ in entries]
        items = [item for item in meant if item is not None]
        known = len(items) == len(entries) and len({id(item) for item in items}) == len(items)
        if not entries or not known or not all(isinstance(item.facts.get("trigger"), str) for item in items):
            return False
        for item, (name, condition) in zip(items, entries, strict=True):
            if name != item.title:
                item.facts["short_title"] = name
            item.facts["trigger"] = {"summary": item.facts["trigger"], "kind": kind, "condition": condition}
        return True

    def named(self, name: str) -> FoundEnhancement | None:
        """The only enhancement whose title has all words of a name."""
        wanted = _words(name)
        found = [item for item in self._found.enhancements if wanted and wanted <= _words(item.title)]
        exact = [item for item in found if wanted == _words(item.title)]
        return (exact or found)[0] if len(exact or found) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
