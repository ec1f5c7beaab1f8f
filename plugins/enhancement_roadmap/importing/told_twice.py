"""Enhancements that a document tells of twice: an overview lists them, in a table or a list, and each has a section besides."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from enhancement_roadmap.importing.found import Found, FoundEnhancement
from enhancement_roadmap.importing.phrases import TitleParts

_TitleAndKind = tuple[str, bool]


class ToldTwice:
    """Knows who is listed and who has a section, by their titles.

    Two rows of the same title stay two enhancements, as do two sections: nobody can say which of them are meant.
    """

    def __init__(self) -> None:
        self._told: defaultdict[_TitleAndKind, list[FoundEnhancement]] = defaultdict(list)

    def remember(self, item: FoundEnhancement, *, in_list: bool) -> None:
        """Remember an enhancement.

        Args:
            item: the enhancement.
            in_list: whether a table or a list names it; else a section of its own tells of it.
        """
        self._told[item.title.casefold(), in_list].append(item)

    def other(self, parts: TitleParts, *, in_list: bool) -> FoundEnhancement | None:
        """The enhancement of the same title that is told of the other way, where it can be no other; None where there is none.

        Args:
            parts: of the title.
            in_list: whether a table or a list names it.
        """
        title = parts.title.casefold()
        others = self._told[title, not in_list]
        if len(others) != 1 or self._told[title, in_list] or not title.strip("…"):
            return None
        (item,) = others
        is_same = _agree(item.number, parts.number) and _agree(item.key, parts.key)
        return item if is_same else None


def add_to(item: FoundEnhancement, found: Found, title: str, line: int, parts: TitleParts, said: dict[str, str | None]) -> None:
    """Add what another place says of an enhancement by its title and by where it stands; what was said first stays.

    Args:
        item: the enhancement.
        found: where remarks go.
        title: as typed.
        line: where it stands.
        parts: of the title.
        said: the priority and the status that it has there.
    """
    found.became(line, title, f"the enhancement of line {item.line}")
    item.again.append(line)
    item.number, item.key = item.number or parts.number, item.key or parts.key
    for key, value in said.items():
        if value and item.facts.setdefault(key, value) != value:
            found.doubt(line, title, f"has the {key} ‘{value}’ here and ‘{item.facts[key]}’ in line {item.line}, which stays")


def _agree(one: Any, other: Any) -> bool:
    return one is None or other is None or one == other
