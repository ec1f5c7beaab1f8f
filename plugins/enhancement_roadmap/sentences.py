"""The parts that sentences of the product are made of, the same in every message, page and file.

They stand apart from `text`, the door for words of the data, because that brings a Markdown parser, which takes longer to
import than a small roadmap to check. A date is no part: it says itself (`model.PartialDate`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any

_EXACT = 1e15
"""Whole numbers up to here are shown digit by digit."""


def cut(text: str, most: int) -> str:
    """A text of at most so many characters; of a longer one the last is "…"."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def and_more(left_out: int) -> str:
    """What follows a list that leaves some out: " and 3 more"; empty where it leaves out none."""
    return f" and {left_out} more" if left_out > 0 else ""


def first_few(words: Iterable[str], most: int, total: int | None = None) -> str:
    """The first of some words, and how many more there are: "high, medium and 3 more".

    Args:
        words: any number of them.
        most: how many are named.
        total: how many there are, where `words` does not have them all.
    """
    known = list(words)
    return ", ".join(islice(known, most)) + and_more((len(known) if total is None else total) - most)


def one_or_several(number: int, one: str, several: str) -> str:
    """The word that fits a number: "is" or "are"."""
    return one if number == 1 else several


def plural(number: int | str, noun: str) -> str:
    """A number with its noun: "1 file", "3 files".

    Args:
        number: as a number, or as it is written.
        noun: one that takes an s where there are several.
    """
    return f"{number} {noun}" if str(number) == "1" else f"{number} {noun}s"


def number(value: float) -> str:
    """A number with its thousands set apart: "10,000" or "0.5"."""
    whole = float(value).is_integer() and abs(value) < _EXACT
    return f"{value:,.0f}" if whole else f"{value:,}"


def visible(text: str) -> str:
    """A text on one line in which control characters, and others that nobody sees, are written out.

    So that data can neither steer a terminal nor add lines to a log.
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def printable_json(value: Any) -> str:
    """A value as JSON in which the same characters are escapes of JSON's own; only its lines end as lines do."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)
