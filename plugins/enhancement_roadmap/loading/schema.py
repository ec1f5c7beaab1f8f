"""JSON Schemas of the data files, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from enhancement_roadmap.model import FILE_KINDS, FileKind, Node
from enhancement_roadmap.model.docstrings import field_docstrings

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: FileKind) -> dict[str, Any]:
    """The JSON Schema of one kind of file, from the model itself."""
    schema = kind.model.model_json_schema(mode="validation")
    for name, part in {kind.model.__name__: schema, **schema.get("$defs", {})}.items():
        if model := _models().get(name):
            _describe(part.get("properties", {}), model)
    return {"$schema": DIALECT, **schema}


def _describe(properties: dict[str, Any], model: type[Node]) -> None:
    """Say of each key what it means; keywords stay in the order of the alphabet."""
    said = field_docstrings(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        if name in said:
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


def schema_text(kind: FileKind) -> str:
    """The same as the text of a file, byte for byte the same each time."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def schema_name(kind: FileKind) -> str:
    """Name of the file that holds the schema: ``enhancement.schema.json``."""
    return f"{kind.name}.schema.json"


def schema_files() -> dict[str, str]:
    """Every schema's text, by the name of its file."""
    return {schema_name(kind): schema_text(kind) for kind in FILE_KINDS}
