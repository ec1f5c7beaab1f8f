"""What is wrong with a request, in words for whoever fills in a form, by the names of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from enhancement_roadmap.model.base import SLUG_PATTERN

_DAY = "Write a day of the calendar as 2027-03-01, or a month as 2027-03."
_CHOOSE = "Choose one."
_FILL_IN = "Fill this in."


def _pattern(context: Mapping[str, Any]) -> str:
    return _CHOOSE if context["pattern"] == SLUG_PATTERN else "It has characters that no file can hold: write letters, digits and signs."


_WORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: _FILL_IN,
    "string_too_short": lambda _: _FILL_IN,
    "string_too_long": lambda context: f"At most {context['max_length']:,} characters.",
    "string_pattern_mismatch": _pattern,
    "string_unicode": lambda _: "It has characters that no file can hold: write letters, digits and signs.",
    "literal_error": lambda _: _CHOOSE,
    "too_long": lambda context: f"At most {context['max_length']:,} entries.",
    "impossible_date": lambda _: f"This is no day. {_DAY}",
    "year_out_of_range": lambda context: f"This is too far away: the years are {context['first']} to {context['last']}.",
}
"""By the kind of the error; what no form can send is said in the words of the library."""
_OTHER_BRANCH = frozenset({"string_type", "tuple_type"})
"""A value is a text or a list: that it is not the one says nothing where something is wrong with it as the other."""


def request_problems(error: ValidationError) -> list[dict[str, str]]:
    """Each problem of a request: its field, empty where it is none, and what is wrong with it.

    Args:
        error: what validation found.
    """
    found = error.errors(include_url=False, include_input=False)
    meant = [each for each in found if each["type"] not in _OTHER_BRANCH] or found
    return [{"field": _field(each["loc"]), "message": _said(each)} for each in meant]


def _said(each: ErrorDetails) -> str:
    words = _WORDS.get(each["type"])
    return words(each.get("ctx", {})) if words else f"{each['msg']}."


def _field(loc: tuple[int | str, ...]) -> str:
    """The name of a field as the form has it: without ``do`` and the name of the operation before it."""
    inner = loc[2:] if loc[:1] == ("do",) else loc
    return ".".join(map(str, inner[:2] if inner[:1] == ("fields",) else inner[:1]))
