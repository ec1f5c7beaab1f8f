"""What the model has at a place of a file: the keys of a mapping, and what their values may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from enhancement_roadmap.model import Estimate, Node
from enhancement_roadmap.model.base import SLUG_PATTERN
from enhancement_roadmap.strict_yaml.positions import Loc


def models_at(model: type[Node], loc: Loc) -> list[type[Node]]:
    """What the mapping at a place can be.

    Args:
        model: what the whole file is.
        loc: from the root to the mapping.
    """
    types = [model]
    for step in loc:
        types = [inner for outer in types for inner in _inside(outer, step)]
    return list(dict.fromkeys(types))


def fields_at(model: type[Node], loc: Loc) -> Mapping[str, FieldInfo]:
    """The keys that the mapping at a place may have; none where any will do."""
    return {name: field for kind in models_at(model, loc) for name, field in fields_of(kind).items()}


@cache
def fields_of(model: type[Node]) -> Mapping[str, FieldInfo]:
    """The keys of a model, as they are written."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def nodes_in(annotation: Any, *, entries: bool = True) -> Iterator[type[Node]]:
    """Models that a value of a type can be.

    Args:
        annotation: the type.
        entries: whether what an entry of the value can be counts too.
    """
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    if entries or get_origin(annotation) not in (tuple, dict):
        for argument in get_args(annotation):
            yield from nodes_in(argument, entries=entries)


def choices_in(annotation: Any) -> list[str]:
    """The words that a value of a type can be; none where it can be anything else."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return choices_in(arguments[0])
    if origin in (Union, UnionType):
        parts = [choices_in(argument) for argument in arguments if argument is not NoneType]
        return [choice for part in parts for choice in part] if all(parts) else []
    return [str(choice) for choice in arguments] if origin is Literal else []


def takes_words(model: type[Node], loc: Loc) -> bool:
    """Whether a place takes words for people, and not only a number, a date, an id or one of some choices.

    Args:
        model: what the whole file is.
        loc: from the root to a value.
    """
    steps = [index for index, step in enumerate(loc) if isinstance(step, str)]
    last = steps[-1] if steps else 0
    field = fields_at(model, loc[:last]).get(str(loc[last])) if steps else None
    return field is not None and _is_of_words(field.annotation, field.metadata)


def is_slug(metadata: Iterable[Any]) -> bool:
    """Whether the rules of a text are those of an id."""
    return any(getattr(rule, "pattern", None) == SLUG_PATTERN for rule in metadata)


def _is_of_words(annotation: Any, rules: Iterable[Any]) -> bool:
    if annotation in (str, Estimate):
        return not is_slug(rules)
    if isinstance(annotation, type) and issubclass(annotation, Node):
        first = next((field for name, field in fields_of(annotation).items() if name != "id"), None)
        return first is not None and _is_of_words(first.annotation, first.metadata)
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _is_of_words(arguments[0], arguments[1:])
    return get_origin(annotation) is not Literal and any(_is_of_words(argument, ()) for argument in arguments)


def _inside(model: type[Node], step: str | int) -> Iterator[type[Node]]:
    """Models that a field's value, or an entry of it, can be."""
    field = fields_of(model).get(step) if isinstance(step, str) else None
    if field is not None:
        yield from nodes_in(field.annotation)
    else:
        yield model
