"""The JSON Schemas of the data files, made from the model; the package brings them as files, so that no build makes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from enhancement_roadmap.model import FileKind, Node
from support.reference.docstrings import field_docstrings

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: FileKind) -> str:
    """The JSON Schema of one kind of file, as a text that is the same each time."""
    schema = described(kind.model.model_json_schema(mode="validation"), kind.model)
    return json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"


def described(schema: dict[str, Any], of: type[Node]) -> dict[str, Any]:
    """A schema of a class of the model that says of each key what it means."""
    for name, part in {of.__name__: schema, **schema.get("$defs", {})}.items():
        if model := _models().get(name):
            _describe(part.get("properties", {}), model)
    return schema


def _describe(properties: dict[str, Any], model: type[Node]) -> None:
    """Say of each key what it means; keywords stay in the order of the alphabet."""
    said = field_docstrings(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        if name in said and key in properties:
            properties[key] = dict(sorted({"description": said[name], **properties[key]}.items()))


@cache
def _models() -> Mapping[str, type[Node]]:
    """Every class of the model, by its name."""
    found: dict[str, type[Node]] = {}
    pending = list[type[Node]](Node.__subclasses__())
    while pending:
        model = pending.pop()
        found[model.__name__] = model
        pending += model.__subclasses__()
    return found
