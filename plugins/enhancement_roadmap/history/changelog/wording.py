"""What a commit changed, in a planner's words: days, periods and conditions as people say them, not as the files have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from enhancement_roadmap.diff import value_words
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.sentences import number

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")
_AMOUNT = re.compile(r"\d+(\.\d+)?([-–]\d+(\.\d+)?)?")
_ONE_OF: Final[Mapping[str, str]] = {
    "contacts": "contact",
    "events": "event",
    "metrics": "metric",
    "phases": "phase",
    "priorities": "priority",
    "quarters": "quarter",
    "reviews": "review",
    "stakeholders": "stakeholder",
    "statuses": "status",
    "teams": "team",
}
"""What one entry is called of the lists that have names."""


def told_values(before: Any, after: Any) -> tuple[str, str]:
    """The old and the new value of a change, as plain data, in words; empty where there was none."""
    return told_value(before), told_value(after)


def told_value(value: Any) -> str:
    """A value, as plain data, in words.

    >>> told_value({"from": "2027-01", "to": "2027-03"})
    'January 2027 to March 2027'
    """
    if isinstance(value, str):
        return _told_text(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(told_value, value)))
    if isinstance(value, Mapping):
        given = {key: entry for key, entry in value.items() if entry not in (None, False, [], {}, "")}
        form = next((form for key, form in _FORMS.items() if key in given), _told_fields)
        return form(given)
    return value_words(value)


def told_subject(subject: str) -> str:
    """What a change is about: an entry of a list by what one of them is called.

    >>> told_subject("events Database integration begins: expected")
    'event Database integration begins: expected'
    """
    head, gap, rest = subject.partition(" ")
    return f"{_ONE_OF[head]} {rest}" if gap and head in _ONE_OF else subject


def _told_text(text: str) -> str:
    if _DAY.fullmatch(text):
        return str(PartialDate.parse(text))
    if _AMOUNT.fullmatch(text):
        return "–".join(number(float(end)) for end in re.split("[-–]", text))
    return value_words(text)


def _told_fields(fields: Mapping[str, Any]) -> str:
    """“development 1-2 sprints, people 1”; what only holds or not is named alone."""
    return ", ".join(_told_field(key.replace("_", " "), entry) for key, entry in fields.items())


def _told_field(name: str, entry: Any) -> str:
    return name if entry is True else f"{name} {told_value(entry)}"


def _told_period(period: Mapping[str, Any]) -> str:
    ends = list(dict.fromkeys(told_value(period[key]) for key in ("from", "to") if key in period))
    others = {key: entry for key, entry in period.items() if key not in ("from", "to")}
    return ", ".join(filter(None, [" to ".join(ends), _told_fields(others)]))


def _told_threshold(condition: Mapping[str, Any]) -> str:
    side = "above" if "above" in condition else "below"
    return f"{_named(condition['metric'])} {side} {told_value(condition.get(side))}"


def _joined(key: str, word: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda condition: f" {word} ".join(_parts(condition[key]))


def _parts(conditions: Any) -> Iterator[str]:
    for condition in conditions:
        words = told_value(condition)
        yield f"({words})" if condition.get("any") or condition.get("all") else words


def _named(identity: str) -> str:
    return identity.replace("-", " ")


_FORMS: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "from": _told_period,
    "metric": _told_threshold,
    "event": lambda condition: _named(condition["event"]),
    "any": _joined("any", "or"),
    "all": _joined("all", "and"),
    "not": lambda condition: f"not {told_value(condition['not'])}",
}
"""What a mapping with a key is put in words by."""
