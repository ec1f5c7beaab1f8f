"""A reading that somebody wants to add, from words that they typed."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from enhancement_roadmap.editing.one_line import scalar
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.base import TEXT_PATTERN
from enhancement_roadmap.strict_yaml import show

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[,_' \u00a0\u202f’][0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_TEXT = re.compile(TEXT_PATTERN)


@dataclass(frozen=True, slots=True)
class NewReading:
    """A reading that is to be added.

    Attributes:
        metric: id of the metric.
        on: when it was read.
        value: the number as it was typed, in the metric's unit.
        source: where it comes from; empty where nobody says.
        example: whether it is made up.
    """

    metric: str
    on: PartialDate
    value: str
    source: str = ""
    example: bool = False

    @property
    def entry(self) -> str:
        """The line of the file, without the dash."""
        words = [f"on: {self.on.isoformat()}", f"value: {self.value}"]
        words += [f"source: {scalar(self.source)}"] if self.source else []
        words += ["example: true"] if self.example else []
        return f"{{{', '.join(words)}}}"

    @property
    def plain(self) -> dict[str, str]:
        """The plain values of that line."""
        known = {"on": self.on.isoformat(), "value": self.value, "source": self.source, "example": "true" if self.example else ""}
        return {key: value for key, value in known.items() if value}


def id_of(name: str) -> str:
    """The id that a name means: programs like to name metrics with underscores."""
    return name.strip().replace("_", "-")


def date_of(written: str) -> PartialDate:
    """The day or month that somebody wrote.

    Raises:
        ValueError: it is none.
    """
    try:
        return PartialDate.parse(written)
    except PydanticCustomError as error:
        raise ValueError(f"{show(written)} {error.message()}: write it as 2026-11-24 or 2026-11") from error


def number_of(written: str) -> str:
    """A number as it was written.

    Raises:
        ValueError: it is no plain number.
    """
    number = written.strip()
    if _NUMBER.fullmatch(number) and math.isfinite(float(number)):
        return number
    if _GROUPED.fullmatch(number):
        hint = f"write {re.sub(r'[^0-9.+-]', '', number)}, without separators"
    elif _DECIMAL_COMMA.fullmatch(number):
        hint = f"write {number.replace(',', '.')}, with a point"
    else:
        hint = "write digits alone, such as 1200 or 0.5"
    raise ValueError(f"{show(written)} is not a plain number: {hint}")


def source_of(written: str) -> str:
    """Words on where a reading comes from, without white space around them.

    Raises:
        ValueError: they have characters that no file can hold or no page can show.
    """
    words = written.strip()
    if not _TEXT.fullmatch(words) or words != words.encode("utf-8", "ignore").decode():
        raise ValueError("the source has characters that can not be shown: write letters, digits and signs")
    return words
