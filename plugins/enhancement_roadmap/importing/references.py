"""Dependencies that name enhancements, by number, key or title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from enhancement_roadmap.importing.found import FoundEnhancement

_PARTS = re.compile(r"\s*(?:,|;|&|\+|\band\b|\bund\b|、|，)\s*")
_MARKS = re.compile(r"[*`\[\]]|\(#[^)]*\)")
_NUMBER = re.compile(r"(?:enhancement|item|feature|no\.?|nr\.?)?\s*#?(\d{1,6})\.?", re.IGNORECASE)


class NamesInPlan:
    """Knows what enhancements are called.

    Args:
        items: all of them.
        ids: the id of each.
    """

    def __init__(self, items: Sequence[FoundEnhancement], ids: Mapping[int, str]) -> None:
        pairs = [
            (name, ids[id(item)])
            for item in items
            for name in {str(item.number), (item.key or "").casefold(), item.title.casefold()}
            if name
        ]
        counts = Counter(name for name, _ in pairs)
        self._ids = {name: identity for name, identity in pairs if counts[name] == 1 and name != "none"}
        self._own = ids

    def all_of(self, words: str, of: FoundEnhancement) -> list[str]:
        """The ids that words name; none where they say anything else too.

        Args:
            words: what an enhancement depends on.
            of: the enhancement, which can not depend on itself.
        """
        parts = [part for part in _PARTS.split(_MARKS.sub("", words).strip(" .")) if part]
        named = [self._named(part) for part in parts]
        found = list(dict.fromkeys(name for name in named if name))
        return found if None not in named and self._own[id(of)] not in found else []

    def _named(self, words: str) -> str | None:
        number = _NUMBER.fullmatch(words.strip())
        return self._ids.get(number[1] if number else words.strip().casefold())
