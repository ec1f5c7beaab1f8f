"""A reading that somebody wants to add, from words that they typed."""

from __future__ import annotations

import math
import re
from datetime import date

from pydantic_core import PydanticCustomError

from enhancement_roadmap.analysis.today import is_ahead
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.base import TEXT_PATTERN
from enhancement_roadmap.model.numbers import plain_number
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import scalar_text, show

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_TEXT = re.compile(TEXT_PATTERN)


@dataclass(frozen=True, slots=True)
class NewReading:
    """A reading that is to be added.

    Attributes:
        metric: id of the metric.
        on: when it was read.
        value: the number in digits and a point, in the metric's unit.
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
        words += [f"source: {scalar_text(self.source)}"] if self.source else []
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


def past(on: PartialDate, today: date) -> PartialDate:
    """A day or month that a reading can be of.

    Raises:
        ValueError: it is yet to come.
    """
    if is_ahead(on, today):
        raise ValueError(f"{show(on.isoformat())} is in the future: a reading is of a day that has been")
    return on


def number_of(written: str) -> str:
    """A number in digits and a point, whatever sets its thousands apart.

    Raises:
        ValueError: it is no number, or can be read in two ways.
    """
    try:
        number = plain_number(written.strip())
    except PydanticCustomError as error:
        raise ValueError(f"{show(written)} {error.message()}") from error
    if _NUMBER.fullmatch(number) and math.isfinite(float(number)):
        return number
    raise ValueError(f"{show(written)} is not a plain number: write digits alone, such as 1200 or 0.5")


def source_of(written: str) -> str:
    """Words on where a reading comes from, without white space around them.

    Raises:
        ValueError: they have characters that no file can hold or no page can show.
    """
    words = written.strip()
    if not _TEXT.fullmatch(words) or words != words.encode("utf-8", "ignore").decode():
        raise ValueError("the source has characters that can not be shown: write letters, digits and signs")
    return words
