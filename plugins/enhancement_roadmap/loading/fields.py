"""Which keys the model knows at a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from enhancement_roadmap.model import Node
from enhancement_roadmap.strict_yaml.positions import Loc


def fields_at(model: type[Node], loc: Loc) -> list[str]:
    """Names of the keys that a mapping at `loc` may have; empty where any will do.

    Args:
        model: what the whole file is.
        loc: from the root to the mapping.
    """
    types: list[Any] = [model]
    for step in loc:
        types = [inner for outer in types for inner in _inside(outer, step)]
    return [field.alias or name for kind in types for name, field in kind.model_fields.items()]


def _inside(model: type[Node], step: str | int) -> Iterator[type[Node]]:
    """Models that a field's value, or an entry of it, can be."""
    field = next((field for name, field in model.model_fields.items() if step == (field.alias or name)), None)
    if field is not None:
        yield from _models(field.annotation)
    else:
        yield model


def _models(annotation: Any) -> Iterator[type[Node]]:
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
