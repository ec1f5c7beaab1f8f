"""Numbers as planners know them: one value, or a range from the least to the most."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

N = TypeVar("N", int, float)

_BETWEEN = r"\s*(?:-|–|to)\s*"
_AMOUNT = r"\d{1,12}(?:\.\d{1,6})?"
_LEVEL = r"-?\d{1,6}"
_HAS_WORDS = re.compile(r"[^\d\s.,+–-]")
"""Something that no number has: it may be the title of a level."""


@dataclass(frozen=True, slots=True)
class _Range(ABC, Generic[N]):
    """What amounts and levels have in common.

    Attributes:
        low: the lower end.
        high: the upper end; at least `low`.
    """

    low: N
    high: N

    @property
    def middle(self) -> float:
        """Half-way between the ends."""
        return (self.low + self.high) / 2

    @property
    def is_range(self) -> bool:
        """Whether it is more than one value."""
        return self.low != self.high

    def __str__(self) -> str:
        return f"{_number(self.low)}–{_number(self.high)}" if self.is_range else _number(self.low)

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Self:
        """Read a value or a range."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(coerce_numbers_to_str=True)
        return core_schema.no_info_after_validator_function(cls.parse, text, serialization=core_schema.to_string_ser_schema())


@dataclass(frozen=True, slots=True)
class Amount(_Range[float]):
    """An amount that is at least 0: ``120``, ``100-200`` or, as a share, ``10-30 %``."""

    _form: ClassVar[str] = rf"({_AMOUNT})(?:{_BETWEEN}({_AMOUNT}))?\s*(%)?"

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> Self:
        """Read ``120``, ``100-200``, ``100 to 200`` or ``10-30 %``.

        Raises:
            PydanticCustomError: ``range_form`` or ``range_reversed``.
        """
        low, high, percent = _ends(cls._form, text)
        share = 100 if percent else 1
        return cls(float(low) / share, float(high) / share)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["number", "string"], "pattern": f"^{cls._form}$", "minimum": 0, "examples": ["120", "100-200", "10-30 %"]}


@dataclass(frozen=True, slots=True)
class LevelRange(_Range[int]):
    """A level of a scale, or a range of neighbouring levels where the assessment is not sure: ``3`` or ``3-4``.

    Attributes:
        words: what names the levels where no numbers do: ``high``. Which ones these are only a scale tells (`model.levels`);
            what is read from a file alone has 0 for both ends.
    """

    words: str = field(default="", compare=False)

    _form: ClassVar[str] = rf"({_LEVEL})(?:{_BETWEEN}({_LEVEL}))?()"

    def __contains__(self, level: int) -> bool:
        return self.low <= level <= self.high

    def __mul__(self, other: LevelRange) -> LevelRange:
        """The range of all products."""
        products = [mine * theirs for mine in (self.low, self.high) for theirs in (other.low, other.high)]
        return LevelRange(min(products), max(products))

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> Self:
        """Read ``3`` or ``3-4``, or words for levels.

        Raises:
            PydanticCustomError: ``level_form`` or ``range_reversed``.
        """
        if _HAS_WORDS.search(text) and not re.fullmatch(cls._form, text.strip()):
            return cls(0, 0, " ".join(text.split()))
        low, high, _ = _ends(cls._form, text, "level_form")
        return cls(int(low), int(high))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        form = f"^{cls._form}$|{_HAS_WORDS.pattern}"
        return {"type": ["integer", "string"], "pattern": form, "examples": ["3", "3-4", "high", "medium-high"]}


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.8f}".rstrip("0")


def _ends(form: str, text: str, mistake: str = "range_form") -> tuple[str, str, str]:
    """The two ends as typed, and what follows them."""
    found = re.fullmatch(form, text.strip())
    if found is None:
        raise PydanticCustomError(mistake, "is not a number or a range")
    low, high = found[1], found[2] or found[1]
    if float(low) > float(high):
        raise PydanticCustomError("range_reversed", "has its ends the wrong way round", {"low": low, "high": high})
    return low, high, found[3] or ""
