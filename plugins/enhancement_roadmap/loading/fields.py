"""Which keys the model knows at a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from enhancement_roadmap.loading.positions import Loc
from enhancement_roadmap.model import Node


def fields_at(model: type[Node], loc: Loc) -> list[str]:
    """Names of the keys that a mapping at `loc` may have; empty where any will do.

    Args:
        model: what the whole file is.
        loc: from the root to the mapping.
    """
    types: list[Any] = [model]
    for step in loc:
        types = [inner for outer in types for inner in _inside(outer, step)]
    return [name for kind in types for name in kind.model_fields]


def _inside(model: type[Node], step: str | int) -> Iterator[type[Node]]:
    """Models that a field's value, or an entry of it, can be."""
    if isinstance(step, str) and step in model.model_fields:
        yield from _models(model.model_fields[step].annotation)
    elif isinstance(step, int) or step not in model.model_fields:
        yield model


def _models(annotation: Any) -> Iterator[type[Node]]:
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
