"""Levels of a scale by the words for them: ``high`` where the scale has a level of that title, ``medium-high`` for a range."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from enhancement_roadmap.model.ranges import LevelRange

_JOINT = re.compile(r"\s*[-–]\s*|\s+to\s+", re.IGNORECASE)
"""What may stand between the ends of a range; the title of a level may hold it too."""


def values_by_title(levels: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Values of levels by their titles, as `named_levels` looks for them; a title that two levels have names none.

    Args:
        levels: title and value of each level.
    """
    known = [(_plain(title), value) for title, value in levels]
    counts = Counter(title for title, _ in known)
    return {title: value for title, value in known if counts[title] == 1}


def named_levels(words: str, values: Mapping[str, int]) -> LevelRange | None:
    """The level, or the range of levels, that words name; upper and lower case are the same.

    Args:
        words: titles of levels or their numbers: ``high``, ``medium-high``, ``medium to 5``.
        values: values of the levels by their titles, by `values_by_title`.

    Returns:
        The range with its ends as they are named, so that the lower may be the second; None where no levels are called so.
    """
    wanted = _plain(words)
    if wanted in values:
        return LevelRange(values[wanted], values[wanted], words)
    for joint in _JOINT.finditer(wanted):
        ends = [_value(end, values) for end in (wanted[: joint.start()], wanted[joint.end() :])]
        if ends[0] is not None and ends[1] is not None:
            return LevelRange(ends[0], ends[1], words)
    return None


def _value(end: str, values: Mapping[str, int]) -> int | None:
    if end in values:
        return values[end]
    return int(end) if end.isdecimal() and int(end) in values.values() else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
