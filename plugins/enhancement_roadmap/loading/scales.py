"""Assessments held against the scales of `roadmap.yml`: levels by their numbers, and by the words for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from enhancement_roadmap.findings import Choices, Place
from enhancement_roadmap.loading.causes import Cause, Consequence
from enhancement_roadmap.loading.source import Source, dig, entries, level_range, whole
from enhancement_roadmap.model import named_levels, values_by_title
from enhancement_roadmap.sentences import first_few
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named, short, show

_LISTED = 12
"""Levels of a scale that a hint names."""


def off_the_scale(about: Source | None, items: Sequence[Source]) -> Iterator[Consequence]:
    """Assessments with a level that the scale has not.

    Args:
        about: `roadmap.yml`, if there is one.
        items: the enhancements.
    """
    for axis in ("risk", "impact"):
        if about is not None and (check := AxisCheck(axis, about)).has_levels:
            for item in items:
                yield from check.of(item)


def without_scales(about: Source | None, items: Sequence[Source]) -> Iterator[Consequence]:
    """Assessments in a roadmap that has no scales at all."""
    if about is None or not isinstance(about.values, dict) or "scoring" in about.values:
        return
    message, hint = "there are no scales to assess on", "Add ‘scoring’ to roadmap.yml."
    cause = Cause("RM406", message, partial(_start_of, about, hint))
    for item in items:
        for key in ("assessment", "after"):
            if isinstance(dig(item.values, (key,)), dict):
                yield Consequence(cause, item, (key,), (message, hint), is_key=True)


def _start_of(about: Source, hint: str) -> tuple[Place | None, str]:
    return about.positions.of_value(()), hint


class AxisCheck:
    """The scale of risk or of impact, what no level of it is, and which of its levels nobody uses.

    Args:
        axis: ``risk`` or ``impact``.
        about: `roadmap.yml`.
    """

    def __init__(self, axis: str, about: Source) -> None:
        self._axis = axis
        self._about = about
        self._locs: tuple[Loc, ...] = (("assessment", axis), ("after", axis))
        self._path: Loc = ("scoring", axis, "levels")
        levels = entries(about.values, self._path)
        self._levels = [(index, whole(entry.get("value"))) for index, entry in levels]
        titles = [(str(entry.get("title") or ""), value) for (_, entry), (_, value) in zip(levels, self._levels, strict=True)]
        self._values = {value for _, value in self._levels if value is not None}
        self._by_title = values_by_title((title, value) for title, value in titles if value is not None)
        self._titles = Choices(short(title) for title, _ in titles if title)
        self._used: set[int] = set()

    @property
    def has_levels(self) -> bool:
        """Whether there are levels to hold assessments against; one that has a mistake itself has a finding of its own."""
        return bool(self._values) and all(value is not None for _, value in self._levels)

    def of(self, item: Source) -> Iterator[Consequence]:
        """What is wrong with the levels of an enhancement, today and when it is done."""
        for loc in self._locs:
            value = level_range(dig(item.values, loc))
            if value is not None and value.words:
                yield from self._of_words(item, loc, value.words)
            elif value is not None:
                yield from self._of_numbers(item, loc, {value.low, value.high}, str(value))

    def _of_words(self, item: Source, loc: Loc, words: str) -> Iterator[Consequence]:
        found = named_levels(words, self._by_title)
        if found is None:
            yield self._consequence(item, loc, show(words), f"is off the scale: {show(words)}", self._titles.suggestion(words))
        elif found.low > found.high:
            message = f"runs from more to less: {show(words)}"
            yield self._consequence(item, loc, show(words), message, "Write the lower level first.", "RM312")
        else:
            self._used |= {found.low, found.high}

    def _of_numbers(self, item: Source, loc: Loc, levels: set[int], written: str) -> Iterator[Consequence]:
        self._used |= levels & self._values
        if unknown := sorted(levels - self._values):
            yield self._consequence(item, loc, f"‘{unknown[0]}’", f"is off the scale: ‘{written}’", self._hint())

    def _consequence(self, item: Source, loc: Loc, level: str, message: str, hint: str, code: str = "RM406") -> Consequence:
        cause = Cause(code, f"the {self._axis} scale has no {level}", self._home)
        return Consequence(cause, item, loc, (f"{named(loc)} {message}", hint))

    def _hint(self) -> str:
        return f"The {self._axis} scale has: {first_few(map(str, sorted(self._values)), _LISTED)}."

    def _home(self) -> tuple[Place | None, str]:
        """The only level that no assessment has, or the list."""
        positions = self._about.positions
        unused = [(index, value) for index, value in self._levels if value not in self._used]
        if len(unused) == 1:
            index, value = unused[0]
            return positions.of_value((*self._path, index, "value")), f"No assessment has ‘{value}’: is it meant to be this one?"
        return positions.of_value(self._path), f"Add the level here, or assess there with another. {self._hint()}"
