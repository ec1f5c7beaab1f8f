"""Plain values against the model; each of pydantic's errors becomes a finding in the words of the product."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from enhancement_roadmap.findings import Finding, nearest
from enhancement_roadmap.loading.fields import fields_at
from enhancement_roadmap.loading.positions import Loc, Positions
from enhancement_roadmap.model import Node
from enhancement_roadmap.model.base import LABEL_PATTERN, SLUG_PATTERN

N = TypeVar("N", bound=Node)

_SHOWN = 60


def validate(model: type[N], values: Any, positions: Positions) -> tuple[N | None, list[Finding]]:
    """Make an object of the model from plain values.

    Returns:
        The object (None where there is an error), and a finding for each mistake, in the order of the file.
    """
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, sorted(_finding(model, detail, positions) for detail in details)


def _finding(model: type[Node], detail: ErrorDetails, positions: Positions) -> Finding:
    kind = detail["type"]
    loc: Loc = [step for step in detail["loc"] if step != "[key]"]
    name = named(loc)
    if kind == "extra_forbidden":
        hint = nearest(str(loc[-1]), fields_at(model, loc[:-1]))
        return Finding(positions.of_key(loc), "RM301", f"‘{loc[-1]}’ is not a key {_within(loc[:-1])}", hint)
    if kind == "missing":
        hint = f"Add ‘{loc[-1]}: …’."
        return Finding(positions.of_value(loc[:-1]), "RM302", f"the key ‘{loc[-1]}’ is missing {_within(loc[:-1])}", hint)
    code, message, hint = _describe(kind, detail.get("input"), detail.get("ctx", {}), name)
    return Finding(positions.of_value(loc), code, message, hint)


def _describe(kind: str, value: Any, context: Mapping[str, Any], name: str) -> tuple[str, str, str]:
    shown = show(value)
    expected = _expected_type(kind)
    if expected and value is None:
        return "RM305", f"{name} has no value, where {expected} belongs", "Give it a value, or remove the key."
    if expected:
        return "RM303", f"{name} is {_type_of(value)}, where {expected} belongs: {shown}", _TYPE_HINTS.get(expected, "")
    if kind in _TEMPLATES:
        code, message, hint = _TEMPLATES[kind]
        words = {"name": name, "shown": shown, **{key: str(item) for key, item in context.items()}}
        return code, message.format_map(words), hint.format_map(words)
    if kind == "string_pattern_mismatch":
        return _pattern(name, value, str(context.get("pattern")))
    if kind in {"literal_error", "enum"}:
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return "RM308", f"{name} can not be {shown}", nearest(str(value), choices)
    return "RM399", f"{name} is not valid: {shown}", ""


def _pattern(name: str, value: Any, pattern: str) -> tuple[str, str, str]:
    if pattern == SLUG_PATTERN:
        return (
            "RM309",
            f"{name} is not an id: {show(value)}",
            f"Use lower-case letters, digits and single hyphens: ‘{slug_of(str(value))}’.",
        )
    if pattern == LABEL_PATTERN:
        return "RM313", f"{name} is not a label: {show(value)}", "Use letters, digits, spaces, dots, plus signs and hyphens."
    return "RM399", f"{name} is not valid: {show(value)}", ""


_TEMPLATES: Mapping[str, tuple[str, str, str]] = {
    "string_too_short": ("RM304", "{name} is empty", "Write some text, or remove the key."),
    "string_too_long": ("RM309", "{name} is too long: {shown}", "Use at most {max_length} characters."),
    "too_short": ("RM306", "{name} is an empty list", "Add at least {min_length}."),
    "impossible_date": ("RM310", "{name} is not a date: {shown}", "Write a day of the calendar as 2025-06-30, or a month as 2025-06."),
    "estimate_form": (
        "RM311",
        "{name} is not an estimate: {shown}",
        "Write a number or a range, then a unit: ‘2 sprints’, ‘1-2 weeks after the launch’. Units: hours, days, weeks, sprints, months, quarters, years.",
    ),
    "estimate_reversed": ("RM312", "{name} runs from more to less: {shown}", "Write the smaller number first: ‘{high}-{low} {unit}s’."),
    "condition_form": (
        "RM314",
        "{name} is not a condition",
        "Name a metric with one threshold (‘metric: …, above: …’), or an event (‘event: …’).",
    ),
    "nothing_said": ("RM302", "{name} says nothing", "Give it one of these keys: {keys}."),
    "greater_than": ("RM307", "{name} is too small: {shown}", "It must be greater than {gt}."),
    "greater_than_equal": ("RM307", "{name} is too small: {shown}", "It must be at least {ge}."),
    "less_than": ("RM307", "{name} is too large: {shown}", "It must be less than {lt}."),
    "less_than_equal": ("RM307", "{name} is too large: {shown}", "It must be at most {le}."),
    "int_parsing": ("RM303", "{name} is not a whole number: {shown}", "Write digits only, without a separator or a unit."),
    "int_parsing_size": ("RM307", "{name} is too large: {shown}", "Write a smaller number."),
    "int_from_float": ("RM303", "{name} is not a whole number: {shown}", "Write digits only."),
    "float_parsing": ("RM303", "{name} is not a number: {shown}", "Write digits with at most one dot, without a separator or a unit."),
    "finite_number": ("RM307", "{name} is not a finite number: {shown}", "Write a number."),
    "bool_parsing": ("RM303", "{name} is neither yes nor no: {shown}", "Write ‘yes’ or ‘no’."),
}

_TYPES: Mapping[str, str] = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "tuple": "a list",
    "list": "a list",
    "dict": "a mapping",
    "model": "a mapping",
    "model_attributes": "a mapping",
}

_TYPE_HINTS: Mapping[str, str] = {
    "a list": "Start each entry on its own line with ‘- ’.",
    "a mapping": "Write ‘key: value’ lines, indented under it.",
    "text": "Write one piece of text; quote it where it contains ‘: ’, or starts with [ or {.",
    "a whole number": "Write digits only.",
}


def _expected_type(kind: str) -> str:
    return _TYPES.get(kind.removesuffix("_type"), "") if kind.endswith("_type") else ""


def _type_of(value: Any) -> str:
    return "a mapping" if isinstance(value, Mapping) else "a list" if isinstance(value, list) else "text"


def _within(loc: Loc) -> str:
    return f"in {named(loc)}" if loc else "at the top level"


def named(loc: Loc) -> str:
    """A location as people read it: ``requirements[2].text``, counted from 1."""
    name = ""
    for step in loc:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name or "the file"


def show(value: Any) -> str:
    """A value as a message quotes it: on one line, and not too long."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: …" for key in list(value)[:4]) + "}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = " ".join(str(value).split())
    return f"‘{text[:_SHOWN]}…’" if len(text) > _SHOWN else f"‘{text}’"


def slug_of(text: str) -> str:
    """The slug nearest to a text; ``some-id`` where nothing is left of it."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].rstrip("-") or "some-id"
