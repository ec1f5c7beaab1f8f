"""JSON Schemas of the data files, for editors.

They are made from the model, and kept beside this module as files: making them takes a fifth of the time of a small build.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from enhancement_roadmap.model import FILE_KINDS, FileKind, OwnField
from enhancement_roadmap.model.base import type_of_text
from enhancement_roadmap.model.own_fields import FieldType

_FOLDER = "schemas"


def schema_text(kind: FileKind) -> str:
    """The JSON Schema of one kind of file, as the text of a file."""
    return files(__package__).joinpath(_FOLDER, schema_name(kind)).read_text(encoding="utf-8")


def schema_name(kind: FileKind) -> str:
    """Name of the file that holds the schema: ``enhancement.schema.json``."""
    return f"{kind.name}.schema.json"


def schema_files(fields: Sequence[OwnField] = ()) -> dict[str, str]:
    """Every schema's text, by the name of its file.

    Args:
        fields: those of the team's own, which enhancements and requirements may then have.
    """
    return {schema_name(kind): with_own_fields(schema_text(kind), fields) for kind in FILE_KINDS}


def with_own_fields(text: str, fields: Sequence[OwnField]) -> str:
    """A schema in which ``fields`` of enhancements and requirements are those that a roadmap declares; as it is without any."""
    if not fields:
        return text
    schema = json.loads(text)
    parts = {"enhancement": schema, "requirement": schema.get("$defs", {}).get("Requirement", {})}
    for of, part in parts.items():
        said = part.get("properties", {}).get("fields")
        declared = {field.id: {"title": field.title, **_FORMS[field.type], **_choices(field)} for field in fields if field.of == of}
        if declared and said:
            kept = {key: value for key, value in said.items() if key in {"default", "description", "title", "type"}}
            part["properties"]["fields"] = {**kept, "properties": declared, "additionalProperties": False}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


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
