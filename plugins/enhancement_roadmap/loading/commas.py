"""Numbers that a comma cuts in two: in braces, ``{on: 2025-06, value: 1,200}`` says ``value: 1`` and a key ``200``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading.source import dig
from enhancement_roadmap.model.numbers import readings_of
from enhancement_roadmap.strict_yaml.positions import Loc, Positions
from enhancement_roadmap.strict_yaml.quoting import named, show

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_RAW = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:,[0-9]+(?:\.[0-9]+)?)+[^,}\]\r]*")
_REST = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:\s.*|\s*%)?", re.DOTALL)


class CutNumber(NamedTuple):
    """A number of which a comma has made a value and keys.

    Attributes:
        loc: where its value is.
        text: the number as it was typed, with what follows it.
        keys: what stands behind the commas.
    """

    loc: Loc
    text: str
    keys: tuple[str, ...]

    def finding(self, positions: Positions) -> Finding:
        """What is wrong, and what would be right."""
        place = positions.of_value(self.loc)
        raw = _RAW.match(_behind(place, positions))
        text = raw[0].rstrip() if raw else self.text
        right = " or ".join(reading for reading in readings_of(text) if "," not in reading) or "one number"
        message = f"{named(self.loc)} ends at the comma: {show(text)}"
        return Finding(place, "RM320", message, f"Write {right}. In braces a comma begins the next key.")


def without_keys_of_numbers(findings: Iterable[Finding], cut: Iterable[Place], positions: Positions) -> list[Finding]:
    """Findings without those that call a key twice there which is a part of a number: ``1,000,000``.

    Args:
        findings: what the file's YAML has.
        cut: where numbers start that a comma cuts.
        positions: the file.
    """
    numbers = [(place, len(found[0])) for place in cut if (found := _RAW.match(_behind(place, positions)))]
    parts = {
        finding
        for finding in findings
        for place, length in numbers
        if finding.code == "RM204" and finding.place.line == place.line and 0 < finding.place.column - place.column < length
    }
    return [finding for finding in findings if finding not in parts]


def _behind(place: Place, positions: Positions) -> str:
    """What stands at a place, to the end of its line."""
    lines = positions.text().split("\n")
    return lines[place.line - 1][place.column - 1 :] if 0 < place.line <= len(lines) else ""


def cut_numbers(unknown: Iterable[Loc], values: Any) -> Iterator[CutNumber]:
    """Numbers that a comma cuts in two.

    Args:
        unknown: where keys are that the model does not know.
        values: plain values of the file.
    """
    places: dict[tuple[str | int, ...], set[str | int]] = {}
    for loc in unknown:
        places.setdefault(tuple(loc[:-1]), set()).add(loc[-1])
    for around, keys in places.items():
        mapping = dig(values, around)
        if isinstance(mapping, Mapping):
            yield from _in_mapping(around, mapping, keys)


def _in_mapping(around: tuple[str | int, ...], mapping: Mapping[str, Any], unknown: set[str | int]) -> Iterator[CutNumber]:
    """Numbers in one mapping: a value, and right behind it unknown keys that start with digits and have no value."""
    behind = {before: key for before, key in pairwise(mapping) if key in unknown and mapping[key] is None and _REST.fullmatch(key)}
    for key in behind.keys() - behind.values():
        value = mapping[key]
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            keys = [behind[key]]
            while keys[-1] in behind and keys[-1].isdigit():
                keys.append(behind[keys[-1]])
            yield CutNumber((*around, key), ",".join([value, *keys]), tuple(keys))
