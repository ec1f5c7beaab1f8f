"""How long something takes: a range with a unit, never a bare number."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from enhancement_roadmap.model.durations import UNITS, Unit, WorkingTime
from enhancement_roadmap.model.numbers import WRITTEN, plain_number
from enhancement_roadmap.records import dataclass

_PARTS = 10_000
"""An estimate has no more than four decimals."""
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,4})?")
_ABOUT = r"(?:[Aa]bout\s+|[Aa]round\s+|[Rr]oughly\s+|[Aa]pproximately\s+|[Aa]pprox\.?\s*|[Cc]irca\s+|[Cc]a\.?\s*|[~≈]\s*)?"
"""What may stand before an estimate, since it says no more than that it is one."""
_FORM = re.compile(rf"({WRITTEN})(?:\s*(?:-|–|to)\s*({WRITTEN}))?\s+({'|'.join(UNITS)})s?\b\s*(.*)", re.DOTALL)
_SCHEMA_PATTERN = rf"^{_ABOUT}{WRITTEN}(\s*(-|–|to)\s*{WRITTEN})?\s+({'|'.join(UNITS)})s?\b"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A range of time with its unit.

    Attributes:
        low: the least, in units; positive.
        high: the most, in units; at least ``low``.
        unit: how long it is, `model.durations` says.
        note: what follows the unit, such as "after database implementation"; may be empty.
        text: the words as typed.
    """

    low: float
    high: float
    unit: Unit
    note: str
    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def range(self) -> str:
        """The range without its note: ``1-2 sprints``."""
        return self.text[: len(self.text) - len(self.note)].strip() if self.note else self.text

    @property
    def middle(self) -> float:
        """Halfway between its ends, in units."""
        return (self.low + self.high) / 2

    def length(self, working_time: WorkingTime) -> float:
        """What it is put in order by, and called longer or shorter than another: its middle, in working hours."""
        return float(Fraction(round((self.low + self.high) * _PARTS), 2 * _PARTS) * working_time.hours_of(self.unit))

    @classmethod
    def parse(cls, text: str) -> Estimate:
        """Read ``2 sprints``, ``1-2 sprints after the launch``, ``6-12 months (depends on …)``, ``about 3 weeks``.

        Raises:
            PydanticCustomError: ``estimate_form``, ``estimate_reversed``, or what `numbers.plain_number` says.
        """
        return _parse(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            _parse,
            core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": _SCHEMA_PATTERN, "examples": ["1-2 sprints", "about 3 weeks", "6-12 months (depends on …)"]}


@lru_cache(maxsize=4096)
def _parse(text: str) -> Estimate:
    words = text.strip()
    found = _FORM.fullmatch(re.sub(f"^{_ABOUT}", "", words))
    if found is None:
        raise PydanticCustomError("estimate_form", "is not an estimate")
    low, high = plain_number(found[1]), plain_number(found[2] or found[1])
    if not (_NUMBER.fullmatch(low) and _NUMBER.fullmatch(high)):
        raise PydanticCustomError("estimate_form", "is not an estimate")
    if float(low) > float(high):
        raise PydanticCustomError("estimate_reversed", "has its ends the wrong way round", {"low": low, "high": high, "unit": found[3]})
    return Estimate(low=float(low), high=float(high), unit=cast(Unit, found[3]), note=found[4], text=words)
