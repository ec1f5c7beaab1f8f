"""Whether something is done, and when, in the ways that people write it; what they say twice must agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from enhancement_roadmap.model.dates import PartialDate

_YES_OR_NO = TypeAdapter(bool)


def answer(value: Any) -> bool | PartialDate:
    """What ``done`` says: whether it is done, or when it was.

    Raises:
        PydanticCustomError: it says neither.
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str) and value[:1].isdecimal() and "-" in value:
        return PartialDate.parse(value)
    try:
        return _YES_OR_NO.validate_python(value)
    except ValidationError as error:
        raise PydanticCustomError("done_form", "is neither yes nor no nor a date") from error


def without_done(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """What ``done`` says put into ``status`` and ``done_on``; left as it is where it can not be read.

    Raises:
        ValidationError: these say something else.
    """
    try:
        said = answer(values.get("done"))
    except PydanticCustomError:
        return values
    others = {key: value for key, value in values.items() if key != "done"}
    status = "open" if said is False else "done"
    if others.get("status") in {"open", "done", "waived"} - {status}:
        raise contradiction("done", values["done"], f"‘status: {others['status']}’")
    written = others.get("done_on")
    if said is False and written is not None:
        raise contradiction("done", values["done"], f"‘done_on: {written}’")
    if isinstance(said, PartialDate):
        others["done_on"] = said.isoformat() if written is None else _more_exact(said, written)
    return {"status": status, **others}


def _more_exact(said: PartialDate, written: Any) -> Any:
    """The day, of a day and its month; what is written where it is no date."""
    try:
        on = PartialDate.parse(str(written))
    except PydanticCustomError:
        return written
    if said.last < on.first or on.last < said.first:
        raise contradiction("done", said.isoformat(), f"‘done_on: {written}’")
    return (said if said.day else on).isoformat()


def contradiction(key: str, value: Any, other: str, advice: str = "Keep one of the two.") -> ValidationError:
    """What is wrong with a key whose value another contradicts.

    Args:
        key: the key.
        value: its value.
        other: what contradicts it, in words.
        advice: what would be right.
    """
    kind = PydanticCustomError("contradiction", "contradicts {other}", {"other": other, "advice": advice})
    return ValidationError.from_exception_data("contradiction", [InitErrorDetails(type=kind, loc=(key,), input=value)])


def missing(key: str) -> ValidationError:
    """That a key is missing which another makes needed."""
    return ValidationError.from_exception_data("missing", [InitErrorDetails(type="missing", loc=(key,), input={})])
