"""Dates as plans use them: a day, or only a month."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from enhancement_roadmap.records import dataclass

_FORM = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day (``2025-06-30``) or a month (``2025-06``) of the Gregorian calendar.

    Attributes:
        year: four digits.
        month: 1 to 12.
        day: 1 to 31, or 0 where only the month is known.
    """

    year: int
    month: int
    day: int = 0

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A day that is known."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        return date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        """``June 2025`` or ``30 June 2025``."""
        month = f"{MONTHS[self.month]} {self.year}"
        return f"{self.day} {month}" if self.day else month

    @property
    def in_sentence(self) -> str:
        """``in June 2025`` or ``on 30 June 2025``."""
        return f"{'on' if self.day else 'in'} {self}"

    def isoformat(self) -> str:
        """``2025-06`` or ``2025-06-30``, as ISO 8601 and the HTML ``time`` element have it."""
        month = f"{self.year:04}-{self.month:02}"
        return f"{month}-{self.day:02}" if self.day else month

    @classmethod
    def month_of(cls, day: date) -> PartialDate:
        """The month that a day is in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY-MM-DD`` or ``YYYY-MM``.

        Raises:
            PydanticCustomError: ``impossible_date`` where the form or the day is none, ``year_out_of_range`` outside `YEARS`.
        """
        return _parse(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            _parse,
            core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(cls.isoformat, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$", "examples": ["2025-06-30", "2025-06"]}


MONTHS: tuple[str, ...] = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Their names in English, whatever the language of the machine; nothing for 0."""

YEARS = range(1900, 3000)
"""Years that a plan may name: far enough from the ends of the calendar that each date has others before and after it."""


@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise PydanticCustomError("impossible_date", "is not a date")
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 0)
    try:
        date(year, month, day if found[3] else 1)
    except ValueError as error:
        raise PydanticCustomError("impossible_date", "is not a day of the calendar") from error
    if year not in YEARS:
        raise PydanticCustomError("year_out_of_range", "is too far away", {"first": YEARS[0], "last": YEARS[-1]})
    return PartialDate(year, month, day)
