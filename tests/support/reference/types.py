"""Types of the model in the words of somebody who writes YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from enhancement_roadmap.model import Amount, Estimate, Label, LevelRange, LongText, Node, Number, PartialDate, Slug, Text
from enhancement_roadmap.model.framework import LevelValue
from enhancement_roadmap.model.numbers import Measure

NAMES: dict[Any, str] = {
    Text: "text",
    LongText: "[long text](#long-texts)",
    Slug: "id",
    Label: "label",
    Number: "whole number from 1",
    PartialDate: "date, as `2025-06-30` or `2025-06`",
    Estimate: "estimate, as `1-2 sprints`",
    Amount: "amount, as `120` or `100-200`",
    LevelValue: "whole number",
    Measure: "number, as `1200`, `0.5` or `1 200`",
    LevelRange: "level, as `3`, `3-4` or `high`",
    bool: "`true` or `false`",
    int: "whole number",
    float: "number",
    str: "text",
}


def models_in(hint: Any) -> list[type[Node]]:
    """Models that a value of this type is made of, in the order in which they stand there."""
    if isinstance(hint, type) and issubclass(hint, Node):
        return [hint]
    parts = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return [model for part in parts for model in models_in(part)]


def hints_of(model: type[Node]) -> dict[str, Any]:
    """Types of a model's fields with all that is said about them, by key."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def words(hint: Any) -> str:
    """What a value of this type looks like."""
    if hint in NAMES:
        return NAMES[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    made_of: dict[Any, Callable[[], str]] = {
        Annotated: lambda: _annotated(arguments),
        Literal: lambda: _either([f"`{value}`" for value in arguments]),
        Union: lambda: _one_of_types([part for part in arguments if part is not NoneType]),
        UnionType: lambda: _one_of_types([part for part in arguments if part is not NoneType]),
        tuple: lambda: f"list of {words(arguments[0])}",
        dict: lambda: f"for each {words(arguments[0])}: {words(arguments[1])}",
    }
    if origin in made_of:
        return made_of[origin]()
    if isinstance(hint, type) and issubclass(hint, Node):
        return f"[{title(hint).lower()}](#{anchor(hint)})"
    raise TypeError(f"no words for {hint}: add them to NAMES")


def title(model: type[Node]) -> str:
    """A model's name as people write it: ``Priority level``."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).capitalize()


def anchor(model: type[Node]) -> str:
    """Anchor of a model's heading."""
    return title(model).lower().replace(" ", "-")


def default_of(field: FieldInfo) -> str:
    """What holds where the key is left out, as YAML; **required** where it may not be."""
    if field.is_required():
        return "**required**"
    if field.default_factory or field.default is None or field.default in ((), {}) or isinstance(field.default, Node | tuple):
        return ""
    value = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"`{value}`"


def _one_of_types(kinds: list[Any]) -> str:
    match kinds:
        case [one, many] if get_origin(many) is tuple and get_args(many)[0] == one:
            return f"{words(one)}; or a list of such"
    return _either([words(kind) for kind in kinds])


def _annotated(arguments: tuple[Any, ...]) -> str:
    kind, *extras = arguments
    schema_types = [getattr(extra, "json_schema_input_type", PydanticUndefined) for extra in extras]
    for schema_type in schema_types:
        if schema_type is not PydanticUndefined:
            return words(schema_type)
    enums = [extra.json_schema["enum"] for extra in extras if "enum" in (getattr(extra, "json_schema", None) or {})]
    if enums:
        return _either([f"`{value}`" for value in enums[0] if isinstance(value, str)])
    lower_bound = next((extra.ge for extra in _flat(extras) if isinstance(extra, Ge)), None)
    return f"{words(kind)} from {lower_bound}" if lower_bound is not None else words(kind)


def _flat(extras: list[Any]) -> list[Any]:
    return [part for extra in extras for part in (extra.metadata if isinstance(extra, FieldInfo) else [extra])]


def _either(choices: list[str]) -> str:
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"
