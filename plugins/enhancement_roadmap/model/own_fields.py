"""Fields that only one team has: what `roadmap.yml` declares, and what enhancements and requirements say of them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.done import missing
from enhancement_roadmap.model.numbers import plain_number

FieldType = Literal["text", "number", "date", "yes-no", "choice", "link", "list"]
YES_NO = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}

_ADDRESS = re.compile(r"(?:https?://|[\w./#-])\S*")


class OwnField(Node):
    """A field of a team's own."""

    id: Slug
    """What `fields` of an enhancement or a requirement calls it."""
    title: Text
    """What people call it."""
    type: FieldType = "text"
    """What its values are: `text`, `number`, `date`, `yes-no`, `choice`, `link` or `list`."""
    unit: Text | None = None
    """Unit of a number, shown behind it."""
    choices: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    """What a `choice` may be, in their order."""
    of: Literal["enhancement", "requirement"] = "enhancement"
    """What has it: an `enhancement` or a `requirement`."""
    column: bool = False
    """`true` gives it a column in the table of enhancements."""

    @model_validator(mode="after")
    def _has_choices(self) -> Self:
        if self.type == "choice" and self.choices is None:
            raise missing("choices")
        return self

    def problem(self, value: Any) -> str:
        """What is wrong with a value, as what would be right; empty where nothing is.

        Args:
            value: a text, or texts where the file has a list.
        """
        if self.type == "list":
            return ""
        if not isinstance(value, str):
            return "Write one value; only a field of the type ‘list’ has several."
        return self._problem(value.strip())

    def _problem(self, value: str) -> str:
        match self.type:
            case "number" if not _is_number(value):
                return f"Write a number{f' of {self.unit}, without the unit' if self.unit else ''}: 1200 or 0.5."
            case "date" if not _is_date(value):
                return "Write a day or a month: 2026-05-02 or 2026-05."
            case "yes-no" if value.lower() not in YES_NO:
                return "Write yes or no."
            case "choice" if value not in (self.choices or ()):
                return f"Write one of: {', '.join(self.choices or ())}."
            case "link" if not _ADDRESS.fullmatch(value):
                return "Write an address, ‘https://…’, or a page of the site."
        return ""


def _is_number(value: str) -> bool:
    try:
        float(plain_number(value))
    except (ValueError, PydanticCustomError):
        return False
    return True


def _is_date(value: str) -> bool:
    try:
        PartialDate.parse(value)
    except (ValueError, ValidationError, PydanticCustomError):
        return False
    return True


def _one_or_more(value: Any) -> Any:
    return (value,) if isinstance(value, str | int | float | bool) else value


OwnValues = dict[Slug, Annotated[tuple[Text, ...], BeforeValidator(_one_or_more, json_schema_input_type=Text | tuple[Text, ...])]]
"""Values by the ids of fields; one value, or several."""

_NOTHING: dict[str, tuple[str, ...]] = {}


def no_values() -> dict[str, tuple[str, ...]]:
    """What most of thousands say: nothing, which takes room once."""
    return _NOTHING
