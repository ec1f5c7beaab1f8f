"""A stretch of days: one day, a month, or from one to another."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Text
from enhancement_roadmap.model.dates import YEARS, PartialDate

_BETWEEN = re.compile(r"\s+(?:to|until|-|–)\s+|\s*–\s*")
_FIRST, _LAST = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)


class Period(Node):
    """Some days in a row; one that names no end has none."""

    from_: PartialDate | None = Field(default=None, alias="from")
    """The first day, or the month that it begins with."""
    to: PartialDate | None = None
    """The last day, or the month that it ends with."""
    title: Text | None = None
    """What is then."""

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if self.from_ is None and self.to is None:
            raise PydanticCustomError("nothing_said", "names no day", {"keys": "from, to"})
        check_order(self.from_, self.to)
        return self

    @property
    def first(self) -> date:
        """The first day of it."""
        return self.from_.first if self.from_ else _FIRST

    @property
    def last(self) -> date:
        """The last day of it."""
        return self.to.last if self.to else _LAST

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    @property
    def in_words(self) -> str:
        """From when to when: "4 January 2027 to 29 January 2027", "from March 2027", or the day alone."""
        if self.from_ is None or self.to is None:
            return f"from {self.from_}" if self.from_ else f"until {self.to}"
        return str(self.from_) if self.from_ == self.to else f"{self.from_} to {self.to}"


def check_order(begin: PartialDate | None, end: PartialDate | None) -> None:
    """Hold the two ends of some days against each other.

    Raises:
        PydanticCustomError: ``period_reversed`` where they end before they begin.
    """
    if begin is not None and end is not None and end.last < begin.first:
        context = {"begin": begin.isoformat(), "end": end.isoformat()}
        raise PydanticCustomError("period_reversed", "ends before it begins", context)


def _days(value: Any) -> Any:
    """A day or two days in a text as the mapping that says the same."""
    if not isinstance(value, str):
        return value
    begin, *rest = _BETWEEN.split(value.strip(), maxsplit=1)
    return {"from": begin, "to": rest[0] if rest else begin}


_LIST_OF_ONE = (str, dict)

PeriodOrDays = Annotated[Period, BeforeValidator(_days, json_schema_input_type=Period | Text)]
"""Also written as ``2026-12-24``, ``2026-12`` or ``2026-12-24 to 2027-01-01``."""


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, _LIST_OF_ONE) else value


Periods = Annotated[tuple[PeriodOrDays, ...], BeforeValidator(_listed, json_schema_input_type=PeriodOrDays | tuple[PeriodOrDays, ...])]
"""Some stretches of days; one alone needs no list."""
