"""Assessments held against the scales of `roadmap.yml`: levels by their numbers, and by the words for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enhancement_roadmap.findings import Choices, Finding
from enhancement_roadmap.loading.source import Source, dig, entries, level_range, whole
from enhancement_roadmap.model import named_levels, values_by_title
from enhancement_roadmap.sentences import first_few
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named, short, show

_LISTED = 12
"""Levels of a scale that a hint names."""


class AxisCheck:
    """The scale of risk or of impact, and what no level of it is.

    Args:
        axis: ``risk`` or ``impact``.
        about: `roadmap.yml`, if there is one.
    """

    def __init__(self, axis: str, about: Source | None) -> None:
        self._loc: Loc = ("assessment", axis)
        levels = [_level(entry) for _, entry in entries(about.values, ("scoring", axis, "levels"))] if about else []
        self._values = {value for _, value in levels if value is not None}
        if len(self._values) < len({value for _, value in levels}):
            self._values = set()  # a level has a mistake with a finding of its own
        self._by_title = values_by_title((title, value) for title, value in levels if value is not None)
        self._titles = Choices(short(title) for title, _ in levels if title)
        self._hint = f"The {axis} scale has: {first_few(map(str, sorted(self._values)), _LISTED)}."

    def findings(self, item: Source) -> Iterator[Finding]:
        """What is wrong with the level of an enhancement; nothing where the scale is missing, or has a mistake itself."""
        value = level_range(dig(item.values, self._loc))
        if value is None or not self._values:
            return
        if value.words:
            yield from self._of_words(item, value.words)
        elif not {value.low, value.high} <= self._values:
            yield self._finding(item, "RM406", f"is off the scale: ‘{value}’", self._hint)

    def _of_words(self, item: Source, words: str) -> Iterator[Finding]:
        found = named_levels(words, self._by_title)
        if found is None:
            yield self._finding(item, "RM406", f"is off the scale: {show(words)}", self._titles.suggestion(words))
        elif found.low > found.high:
            yield self._finding(item, "RM312", f"runs from more to less: {show(words)}", "Write the lower level first.")

    def _finding(self, item: Source, code: str, message: str, hint: str) -> Finding:
        return Finding(item.positions.of_value(self._loc), code, f"{named(self._loc)} {message}", hint)


def _level(entry: dict[str, Any]) -> tuple[str, int | None]:
    title = entry.get("title")
    return title if isinstance(title, str) else "", whole(entry.get("value"))
