"""Numbers as planners know them: one value, or a range from the least to the most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_BETWEEN = r"\s*(?:-|–|to)\s*"
_AMOUNT = r"\d{1,12}(?:\.\d{1,6})?"
_LEVEL = r"-?\d{1,6}"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that is at least 0: ``120``, ``100-200`` or, as a share, ``10-30 %``.

    Attributes:
        low: the least.
        high: the most; at least `low`.
    """

    low: float
    high: float

    _form: ClassVar[str] = rf"({_AMOUNT})(?:{_BETWEEN}({_AMOUNT}))?\s*(%)?"

    @property
    def middle(self) -> float:
        """Half-way between the least and the most."""
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        return _shown(self.low, self.high)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``120``, ``100-200``, ``100 to 200`` or ``10-30 %``.

        Raises:
            PydanticCustomError: ``range_form`` or ``range_reversed``.
        """
        low, high, percent = _ends(cls._form, text)
        share = 100 if percent else 1
        return cls(float(low) / share, float(high) / share)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _schema(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["number", "string"], "pattern": f"^{cls._form}$", "minimum": 0, "examples": ["120", "100-200", "10-30 %"]}


@dataclass(frozen=True, slots=True)
class LevelRange:
    """A level of a scale, or a range of neighbouring levels where the assessment is not sure: ``3`` or ``3-4``.

    Attributes:
        low: the lowest level.
        high: the highest; at least `low`.
    """

    low: int
    high: int

    _form: ClassVar[str] = rf"({_LEVEL})(?:{_BETWEEN}({_LEVEL}))?()"

    @property
    def middle(self) -> float:
        """Half-way between the ends."""
        return (self.low + self.high) / 2

    @property
    def is_range(self) -> bool:
        """Whether it is more than one level."""
        return self.low != self.high

    def __str__(self) -> str:
        return _shown(self.low, self.high)

    def __contains__(self, level: int) -> bool:
        return self.low <= level <= self.high

    def __mul__(self, other: LevelRange) -> LevelRange:
        """The range of all products."""
        products = [mine * theirs for mine in (self.low, self.high) for theirs in (other.low, other.high)]
        return LevelRange(min(products), max(products))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``3`` or ``3-4``.

        Raises:
            PydanticCustomError: ``level_form`` or ``range_reversed``.
        """
        low, high, _ = _ends(cls._form, text, "level_form")
        return cls(int(low), int(high))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _schema(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["integer", "string"], "pattern": f"^{cls._form}$", "examples": ["3", "3-4"]}


def _shown(low: float, high: float) -> str:
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.8f}".rstrip("0")


@lru_cache(maxsize=4096)
def _ends(form: str, text: str, mistake: str = "range_form") -> tuple[str, str, str]:
    """The two ends as typed, and what follows them."""
    found = re.fullmatch(form, text.strip())
    if found is None:
        raise PydanticCustomError(mistake, "is not a number or a range")
    low, high = found[1], found[2] or found[1]
    if float(low) > float(high):
        raise PydanticCustomError("range_reversed", "has its ends the wrong way round", {"low": low, "high": high})
    return low, high, found[3] or ""


def _schema(parse: Any) -> CoreSchema:
    return core_schema.no_info_after_validator_function(
        parse, core_schema.str_schema(coerce_numbers_to_str=True), serialization=core_schema.to_string_ser_schema()
    )
