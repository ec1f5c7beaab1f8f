"""The last look: whatever word of the source is in neither data nor remarks stays words after all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from enhancement_roadmap.importing.found import Found, FoundEnhancement

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[xX]\](?=\s|$))?")
"""Marks of lists, and a box: they say what the words are, and are none."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text, however they are written large."""
    return frozenset(_WORD.findall(text.casefold()))


def keep_what_is_left(found: Found, lines: Iterable[tuple[int, str]]) -> None:
    """Keep each line that has a word which is nowhere.

    Args:
        found: what has been found.
        lines: those of the source, each with its number.
    """
    known = words_of("\n".join(_texts(found)))
    for number, line in lines:
        if not words_of(_MARK.sub("", line)) <= known:
            found.notes.append(line.strip())
            found.doubt(number, line.strip(), "had no place, and stays words in ‘notes’ of roadmap.yml")


def _texts(found: Found) -> Iterator[str]:
    """Every text of what was found, and of what is said about it."""
    for item in found.enhancements:
        yield from _texts_of(item)
    for values in (found.about, found.plan, found.governance, found.metrics, found.notes):
        yield from _leaves(values)
    yield from (remark.shown for remark in found.remarks)


def _texts_of(item: FoundEnhancement) -> Iterator[str]:
    yield item.title
    yield f"{item.number} {item.key}"
    yield from _leaves(item.facts)
    yield from (part.text for requirement in item.requirements for part in requirement.all())
    yield from item.prose


def _leaves(values: Any) -> Iterator[str]:
    if isinstance(values, dict):
        for value in values.values():
            yield from _leaves(value)
    elif isinstance(values, list | tuple):
        for value in values:
            yield from _leaves(value)
    elif not isinstance(values, FoundEnhancement):
        yield str(values)
