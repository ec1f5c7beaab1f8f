"""Numbers as people write them: digits and a point, with thousands set apart where nobody can take them for anything else.

``1,200`` is 1200 to some and 1.2 to others, and so is ``1.200``: such a number is refused, with both readings. A space, an
apostrophe or an underscore means thousands everywhere, and so does a comma or a point that comes twice, or in front of the
other one.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

_APART = r"[ \u00a0\u2009\u202f'’_]"
_SIGN = r"[+-]?"
_PLAIN = re.compile(rf"{_SIGN}(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_TWO_READINGS = re.compile(rf"({_SIGN}[1-9][0-9]{{0,2}})[.,]([0-9]{{3}})")
_THOUSANDS = r"[1-9][0-9]{0,2}"
_GROUPED = (
    re.compile(rf"({_SIGN}{_THOUSANDS}({_APART})[0-9]{{3}}(?:\2[0-9]{{3}})*)(?:([.,])([0-9]+))?"),
    re.compile(rf"({_SIGN}{_THOUSANDS}(?:(,)[0-9]{{3}})+)(?:(\.)([0-9]+))?"),
    re.compile(rf"({_SIGN}{_THOUSANDS}(?:(\.)[0-9]{{3}})+)(?:(,)([0-9]+))?"),
)
_COMMA = re.compile(rf"({_SIGN}[0-9]*),([0-9]+)")

WRITTEN = r"\d+(?:[.,'’_ \u00a0\u2009\u202f]\d+)*"
"""Pattern of what may be a number without a sign; whether it is one, and which, `plain_number` says."""


def plain_number(text: str) -> str:
    """A number in digits and a point alone; a text that is none stays as it is.

    Args:
        text: ``1200``, ``0.5``, ``1 200``, ``1'200.50`` or ``1,200,000``.

    Raises:
        PydanticCustomError: ``two_readings`` for ``1,200`` and ``1.200``, ``decimal_comma`` for ``1,5`` and ``1.200,50``.
    """
    words = text.strip()
    if found := _TWO_READINGS.fullmatch(words):
        decimals = _with_point(found[1], found[2])
        both = {"thousands": found[1] + found[2], "decimals": decimals}
        raise PydanticCustomError("two_readings", "can be read in two ways: write {thousands} or {decimals}", both)
    if _PLAIN.fullmatch(words):
        return words
    for form in _GROUPED:
        if found := form.fullmatch(words):
            number = re.sub(r"[^0-9+-]", "", found[1]) + (f".{found[4]}" if found[4] else "")
            return _without_comma(number) if found[3] == "," else number
    if found := _COMMA.fullmatch(words):
        return _without_comma(f"{found[1] or '0'}.{found[2]}")
    return text


def readings_of(text: str) -> list[str]:
    """What a text with numbers in it may mean, each number in digits and a point: one text, or two where a number has two readings."""
    pieces = re.split(f"({WRITTEN})", text)
    both = ("".join(_reading(piece, kind) for piece in pieces) for kind in ("thousands", "decimals"))
    return list(dict.fromkeys(both))


def _reading(piece: str, kind: str) -> str:
    try:
        return plain_number(piece)
    except PydanticCustomError as error:
        meant = error.context or {}
        return str(meant.get(kind) or meant["meant"])


def _with_point(whole: str, decimals: str) -> str:
    """A number with three decimals in a form that can not be taken for thousands."""
    shorter = decimals.rstrip("0")
    return f"{whole}.{shorter}".rstrip(".") if len(shorter) < len(decimals) else f"{whole}.{decimals}0"


def _without_comma(number: str) -> str:
    raise PydanticCustomError("decimal_comma", "has a comma: write {meant}, with a point", {"meant": number})


def _read(value: Any) -> Any:
    return plain_number(value) if isinstance(value, str) else value


Measure = Annotated[
    float,
    Field(allow_inf_nan=False),
    BeforeValidator(_read),
    WithJsonSchema({"type": ["number", "string"], "pattern": rf"^\s*[+-]?(?:{WRITTEN}|[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?)\s*$"}),
]
"""A number in the unit of what is measured; it may be negative."""
