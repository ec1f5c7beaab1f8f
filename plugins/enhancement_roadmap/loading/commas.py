"""Values that a comma cuts: in braces, ``{on: 2025-06, value: 1,200}`` says ``value: 1`` and has a key ``200`` without a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading.source import dig
from enhancement_roadmap.model.numbers import readings_of
from enhancement_roadmap.strict_yaml.positions import Loc, Positions
from enhancement_roadmap.strict_yaml.quoting import double_quoted, named, short, show

CODES = ("RM215", "RM320")
"""Of a text and of a number that a comma cuts."""
_NUMBER = re.compile(r"(?:\w+\.?[ \t]+|[~≈+-])?[0-9]+(?:\.[0-9]+)?")
"""A number as the first part of a value, with what may say that it is only about right."""
_MORE = r"(?:[ \t]*,(?:[^,:{}\[\]]|:(?=\S))*(?=[,}]))+"
"""What stands behind a comma in braces, and is no key with a value."""


class CutValue(NamedTuple):
    """A value of which a comma has made a shorter one and keys.

    Attributes:
        loc: where the value is.
        text: the value as it was typed.
        keys: what stands behind the commas.
    """

    loc: Loc
    text: str
    keys: Sequence[str]

    def finding(self, positions: Positions) -> Finding:
        """What is wrong, and what would be right."""
        place, message = positions.of_value(self.loc), f"{named(self.loc)} ends at the comma: {show(self.text)}"
        first, comma, rest = self.text.partition(",")
        if comma and _NUMBER.fullmatch(first) and rest[:1].isdigit():
            right = " or ".join(short(reading) for reading in readings_of(self.text) if "," not in reading) or "one number"
            return Finding(place, "RM320", message, f"Write {right}. In braces a comma begins the next key.")
        return Finding(place, "RM215", message, f"Write {double_quoted(self.text)}, in quotes. In braces a comma begins the next key.")


def cut_values(unknown: Iterable[Loc], values: Any, positions: Positions) -> Iterator[CutValue]:
    """Values that a comma cuts.

    Args:
        unknown: where keys are that the model does not know.
        values: plain values of the file.
        positions: the file.
    """
    places: dict[tuple[str | int, ...], set[str | int]] = {}
    for loc in unknown:
        places.setdefault(tuple(loc[:-1]), set()).add(loc[-1])
    for around, keys in places.items():
        mapping = dig(values, around)
        if isinstance(mapping, Mapping):
            yield from _in_mapping(around, mapping, keys, positions)


def _in_mapping(
    around: tuple[str | int, ...], mapping: Mapping[str, Any], unknown: set[str | int], positions: Positions
) -> Iterator[CutValue]:
    """Values in one mapping: a text, and behind commas on the same line unknown keys without a value."""
    behind = {before: key for before, key in pairwise(mapping) if key in unknown and mapping[key] is None}
    for key in behind.keys() - behind.values():
        value = mapping[key]
        found = _typed(value, positions.of_value((*around, key)), positions) if isinstance(value, str) and value else None
        if found:
            keys = [behind[key]]
            while keys[-1] in behind:
                keys.append(behind[keys[-1]])
            yield CutValue((*around, key), found, keys)


def _typed(value: str, place: Place, positions: Positions) -> str:
    """The whole value as it was typed at a place; empty where no comma cuts it."""
    found = re.match(f"{re.escape(value)}{_MORE}", positions.rest_of_line(place))
    return found[0].rstrip() if found else ""


def without_keys_in_values(findings: Iterable[Finding], cut: Iterable[Place], positions: Positions) -> list[Finding]:
    """Findings without those that call a key twice there which is a part of a value: ``1,000,000``.

    Args:
        findings: what is wrong with the YAML of a file.
        cut: where values start that a comma cuts.
        positions: the file.
    """
    wholes = ((place, re.match(f"[^,]*{_MORE}", positions.rest_of_line(place))) for place in cut)
    extents = [(place, len(whole[0])) for place, whole in wholes if whole]
    parts = {
        finding
        for finding in findings
        for place, length in extents
        if finding.code == "RM204" and finding.place.line == place.line and 0 < finding.place.column - place.column < length
    }
    return [finding for finding in findings if finding not in parts]
