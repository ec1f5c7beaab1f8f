"""Pydantic's kinds of error in words for people who write YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from enhancement_roadmap.findings import choices_in_words, closest
from enhancement_roadmap.loading.other_words import choice_for
from enhancement_roadmap.model.base import SLUG_PATTERN, TEXT_PATTERN
from enhancement_roadmap.model.numbers import readings_of
from enhancement_roadmap.strict_yaml.quoting import short, show, slug_of


class Explanation(NamedTuple):
    """Code, message and hint of a finding."""

    code: str
    message: str
    hint: str


def explanation(kind: str, name: str, value: Any, context: Mapping[str, Any]) -> Explanation:
    """Say what is wrong with a value.

    Args:
        kind: pydantic's type of the error.
        name: where it is, as people read it.
        value: what stands there.
        context: what pydantic knows of the error.
    """
    expected = _expected(kind, context)
    if value is None:
        return Explanation("RM305", f"{name} has no value, where {expected or 'one'} belongs", "Give it a value, or remove it.")
    if expected:
        message = f"{name} is {_type_of(value)}, where {expected} belongs: {show(value)}"
        return Explanation("RM303", message, _TYPE_HINTS.get(expected, ""))
    if kind == "string_pattern_mismatch":
        return _pattern(name, value, str(context["pattern"]))
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", str(context["expected"]))
        meant = choice_for(str(value), choices) or closest(str(value), choices)
        return Explanation("RM308", f"{name} can not be {show(value)}", choices_in_words(choices, meant))
    words = {"name": name, "shown": show(value), **{key: str(item) for key, item in context.items()}}
    if kind in _NUMBERS:
        words["right"] = " or ".join(short(reading) for reading in readings_of(str(value)))
    found = _SAYINGS.get(kind, Explanation("RM303", "{name} does not fit: {shown}", "See the reference of the data."))
    return Explanation(found.code, found.message.format_map(words), found.hint.format_map(words))


def _pattern(name: str, value: Any, pattern: str) -> Explanation:
    if pattern == SLUG_PATTERN:
        hint = f"Use lower-case letters, digits and single hyphens: ‘{slug_of(str(value))}’."
        return Explanation("RM309", f"{name} is not an id: {show(value)}", hint)
    if pattern == TEXT_PATTERN:
        return Explanation("RM316", f"{name} has a control character: {show(value)}", "Delete it; a tab or a line end is fine.")
    return Explanation("RM313", f"{name} is not a label: {show(value)}", "Use letters, digits, spaces, dots, plus signs and hyphens.")


_NUMBERS = frozenset({"two_readings", "decimal_comma"})

_SAYINGS: Mapping[str, Explanation] = {
    "string_too_short": Explanation("RM304", "{name} is empty", "Write some text, or remove the key."),
    "string_too_long": Explanation("RM315", "{name} is too long: {shown}", "Use at most {max_length} characters."),
    "too_short": Explanation("RM306", "{name} is an empty list", "Give it {min_length} or more entries, each on its own line with ‘- ’."),
    "too_long": Explanation("RM315", "{name} has too many entries: {actual_length}", "Use at most {max_length}."),
    "year_out_of_range": Explanation("RM307", "{name} is too far away: {shown}", "Write a year from {first} to {last}."),
    "impossible_date": Explanation(
        "RM310", "{name} is not a date: {shown}", "Write a day of the calendar as 2025-06-30, or a month as 2025-06."
    ),
    "estimate_form": Explanation(
        "RM311",
        "{name} is not an estimate: {shown}",
        "Write a number or a range, then a unit (hours, days, weeks, sprints, months, quarters, years): ‘1-2 weeks after the launch’.",
    ),
    "estimate_reversed": Explanation(
        "RM312", "{name} runs from more to less: {shown}", "Write the smaller number first: ‘{high}-{low} {unit}s’."
    ),
    "condition_form": Explanation(
        "RM314",
        "{name} is not a condition",
        "Name a metric with one threshold (‘metric: …, above: …’), an event (‘event: …’), or one of ‘any’, ‘all’ and ‘not’.",
    ),
    "issue_form": Explanation("RM416", "{name} is no issue: {shown}", "Write ‘owner/repo#12’, or the address of an issue."),
    "condition_depth": Explanation("RM314", "{name} combines conditions in too many levels", "Use at most {most} levels."),
    "event_form": Explanation(
        "RM317", "{name} says twice whether it happened", "Keep ‘happened_on’ where the day is known, and ‘happened’ where it is not."
    ),
    "period_reversed": Explanation("RM321", "{name} ends before it begins: {begin} to {end}", "Write the earlier day first."),
    "share_form": Explanation("RM303", "{name} is a range: {shown}", "Write one share of the time: ‘50 %’."),
    "two_readings": Explanation("RM320", "{name} can be read in two ways: {shown}", "Write {right}."),
    "decimal_comma": Explanation("RM320", "{name} has a comma where a point belongs: {shown}", "Write {right}."),
    "done_form": Explanation(
        "RM303", "{name} is neither yes nor no nor a date: {shown}", "Write ‘yes’, ‘no’, or when it was done: 2025-06-30, or 2025-06."
    ),
    "sentence_as_mapping": Explanation(
        "RM303", "{name} is a sentence, which YAML takes for a mapping because of its colon: ‘{sentence}’", "Put it in quotes: ‘{right}’."
    ),
    "contradiction": Explanation("RM318", "{name}: {shown} contradicts {other}", "{advice}"),
    "too_many_levels": Explanation(
        "RM319", "{name} is a level too many", "Use at most {most} levels: put them one level up, or make an enhancement of them."
    ),
    "range_form": Explanation("RM303", "{name} is neither a number nor a range: {shown}", "Write ‘120’, ‘100-200’ or ‘10-30 %’."),
    "level_form": Explanation("RM303", "{name} is neither a level nor a range of levels: {shown}", "Write ‘3’ or ‘3-4’."),
    "range_reversed": Explanation("RM312", "{name} runs from more to less: {shown}", "Write the smaller number first."),
    "nothing_said": Explanation("RM302", "{name} says nothing", "Give it one of these keys: {keys}."),
    "greater_than": Explanation("RM307", "{name} is too small: {shown}", "It must be greater than {gt}."),
    "greater_than_equal": Explanation("RM307", "{name} is too small: {shown}", "It must be at least {ge}."),
    "less_than": Explanation("RM307", "{name} is too large: {shown}", "It must be less than {lt}."),
    "less_than_equal": Explanation("RM307", "{name} is too large: {shown}", "It must be at most {le}."),
    "int_parsing": Explanation("RM303", "{name} is not a whole number: {shown}", "Write digits only, without a separator or a unit."),
    "int_parsing_size": Explanation("RM307", "{name} is too large: {shown}", "Write a smaller number."),
    "float_parsing": Explanation(
        "RM303", "{name} is not a number: {shown}", "Write digits with at most one dot, without a separator or a unit."
    ),
    "finite_number": Explanation("RM307", "{name} is not a finite number: {shown}", "Write digits with at most one dot."),
    "bool_parsing": Explanation("RM303", "{name} is neither yes nor no: {shown}", "Write ‘yes’ or ‘no’."),
}
"""By pydantic's type of the error; braces stand for the place, the value and pydantic's own facts."""

_TYPES: Mapping[str, str] = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "yes or no",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}

SHORT_FORMS: Mapping[str, str] = {
    "Readiness": "‘yes’, ‘partly’, ‘no’ or a mapping",
    "Candidates": "a sentence, a list or a mapping",
    "FileChange": "a sentence or a mapping",
    "Requirement": "a sentence or a mapping",
    "Trigger": "a sentence or a mapping",
    "Person": "a sentence or a mapping",
    "Team": "a sentence or a mapping",
    "Dependency": "an id or a mapping",
    "Period": "days or a mapping",
    "Holidays": "a country, days or a mapping",
}
"""Models that may also be written shorter, by the name of their class."""

_TYPE_HINTS: Mapping[str, str] = {
    "a list": "Start each entry on its own line with ‘- ’.",
    "a mapping": "Write ‘key: value’ lines, indented under it.",
    "text": "Write one piece of text; quote it where it contains ‘: ’, or starts with [ or {.",
    "a whole number": "Write digits only.",
    "‘yes’, ‘partly’, ‘no’ or a mapping": "Write ‘yes’, ‘partly’ or ‘no’; with a remark: ‘{state: partly, note: …}’.",
}


def _expected(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "model_type":
        return SHORT_FORMS.get(str(context.get("class_name")), _TYPES[kind])
    return _TYPES.get(kind, "")


def _type_of(value: Any) -> str:
    return "a mapping" if isinstance(value, Mapping) else "a list" if isinstance(value, list) else "text"
