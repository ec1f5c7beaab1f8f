"""Scores that no scale has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from enhancement_roadmap.findings import Place
from enhancement_roadmap.loading.causes import Cause, Consequence
from enhancement_roadmap.loading.source import Source, dig, entries, level_range, whole
from enhancement_roadmap.sentences import first_few
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named

_LISTED = 12
"""Levels of a scale that a hint names."""


def off_the_scale(about: Source | None, items: Sequence[Source]) -> Iterator[Consequence]:
    """Assessments with a level that the scale has not.

    Args:
        about: the file with the scales.
        items: the enhancements.
    """
    for axis in ("risk", "impact"):
        scale = _ScaleLevels(about, axis) if about else None
        for item in items if scale and scale.values else ():
            loc = ("assessment", axis)
            value = level_range(dig(item.values, loc))
            if scale and value is not None:
                yield from scale.missing(item, loc, {value.low, value.high}, str(value))


def without_scales(about: Source | None, items: Sequence[Source]) -> Iterator[Consequence]:
    """Assessments in a roadmap that has no scales at all."""
    if about is None or not isinstance(about.values, dict) or "scoring" in about.values:
        return
    for item in items:
        if isinstance(dig(item.values, ("assessment",)), dict):
            message, hint = "there are no scales to assess on", "Add ‘scoring’ to roadmap.yml."
            cause = Cause("RM406", message, partial(_add_here, about, hint))
            yield Consequence(cause, item, ("assessment",), (message, hint), is_key=True)


def _add_here(about: Source, hint: str) -> tuple[Place | None, str]:
    return about.positions.of_value(()), hint


class _ScaleLevels:
    """One scale, and which of its levels assessments use.

    Attributes:
        values: its levels; none where it is missing, or has a mistake with a finding of its own.
    """

    def __init__(self, about: Source, axis: str) -> None:
        self._about = about
        self._axis = axis
        self._path: Loc = ("scoring", axis, "levels")
        self._levels = [(index, whole(entry.get("value"))) for index, entry in entries(about.values, self._path)]
        self._used: set[int] = set()
        known = {level for _, level in self._levels if level is not None}
        self.values = known if all(level is not None for _, level in self._levels) else set()

    def missing(self, item: Source, loc: Loc, levels: set[int], written: str) -> Iterator[Consequence]:
        """A consequence for the first of an assessment's levels that it has not."""
        self._used |= levels & self.values
        unknown = sorted(levels - self.values)
        if unknown:
            cause = Cause("RM406", f"the {self._axis} scale has no ‘{unknown[0]}’", self._home)
            yield Consequence(cause, item, loc, (f"{named(loc)} is off the scale: ‘{written}’", self._hint()))

    def _hint(self) -> str:
        return f"The {self._axis} scale has: {first_few(map(str, sorted(self.values)), _LISTED)}."

    def _home(self) -> tuple[Place | None, str]:
        """The only level that no assessment has, or the list."""
        unused = [(index, level) for index, level in self._levels if level not in self._used]
        if len(unused) == 1:
            index, level = unused[0]
            place = self._about.positions.of_value((*self._path, index, "value"))
            return place, f"No assessment has ‘{level}’: is it meant to be this one?"
        return self._about.positions.of_value(self._path), f"Add the level here, or assess there with another. {self._hint()}"
