"""JSON Schemas of the data files, for editors."""

from __future__ import annotations

import json
from typing import Any

from enhancement_roadmap.model import FILE_KINDS, FileKind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: FileKind) -> dict[str, Any]:
    """The JSON Schema of one kind of file, from the model itself."""
    return {"$schema": DIALECT, **kind.model.model_json_schema(mode="validation")}


def schema_text(kind: FileKind) -> str:
    """The same as the text of a file, byte for byte the same each time."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def schema_name(kind: FileKind) -> str:
    """Name of the file that holds the schema: ``enhancement.schema.json``."""
    return f"{kind.name}.schema.json"


def schema_files() -> dict[str, str]:
    """Every schema's text, by the name of its file."""
    return {schema_name(kind): schema_text(kind) for kind in FILE_KINDS}
