"""JSON Schemas of the data files, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from enhancement_roadmap.model import FILE_KINDS, FileKind, Node, OwnField
from enhancement_roadmap.model.base import type_of_text
from enhancement_roadmap.model.docstrings import field_docstrings
from enhancement_roadmap.model.own_fields import FieldType

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
    return _text(schema_of(kind))


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_name(kind: FileKind) -> str:
    """Name of the file that holds the schema: ``enhancement.schema.json``."""
    return f"{kind.name}.schema.json"


def schema_files(fields: Sequence[OwnField] = ()) -> dict[str, str]:
    """Every schema's text, by the name of its file.

    Args:
        fields: those of the team's own, which enhancements and requirements may then have.
    """
    return {schema_name(kind): _text(with_own_fields(schema_of(kind), fields)) for kind in FILE_KINDS}


def with_own_fields(schema: dict[str, Any], fields: Sequence[OwnField]) -> dict[str, Any]:
    """A schema in which ``fields`` of enhancements and requirements are those that a roadmap declares; as it is without any."""
    parts = {"enhancement": schema, "requirement": schema.get("$defs", {}).get("Requirement", {})}
    for of, part in parts.items():
        said = part.get("properties", {}).get("fields")
        declared = {field.id: {"title": field.title, **_FORMS[field.type], **_choices(field)} for field in fields if field.of == of}
        if declared and said:
            kept = {key: value for key, value in said.items() if key in {"default", "description", "title", "type"}}
            part["properties"]["fields"] = {**kept, "properties": declared, "additionalProperties": False}
    return schema


_FORMS: Mapping[FieldType, dict[str, Any]] = {
    "text": {"type": type_of_text},
    "number": {"type": ["number", "string"]},
    "date": {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"},
    "yes-no": {"enum": ["yes", "no", True, False]},
    "choice": {},
    "link": {"type": "string"},
    "list": {"anyOf": [{"type": type_of_text}, {"type": "array", "items": {"type": type_of_text}}]},
}
"""What an editor takes for a value of each type."""


def _choices(field: OwnField) -> dict[str, Any]:
    return {"enum": list(field.choices)} if field.choices else {}
