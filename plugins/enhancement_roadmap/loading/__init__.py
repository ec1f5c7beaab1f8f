"""From a folder of YAML files to a roadmap, with every mistake on the way."""

from __future__ import annotations

from enhancement_roadmap.loading.folder import MAX_BYTES, FolderError
from enhancement_roadmap.loading.load import Loaded, load
from enhancement_roadmap.loading.positions import Positions
from enhancement_roadmap.loading.quoting import show
from enhancement_roadmap.loading.schema import schema_files, schema_of, schema_text
from enhancement_roadmap.loading.validation import validate
from enhancement_roadmap.loading.values import read_values
from enhancement_roadmap.loading.yaml_reader import compose

__all__ = [
    "MAX_BYTES",
    "FolderError",
    "Loaded",
    "Positions",
    "compose",
    "load",
    "read_values",
    "schema_files",
    "schema_of",
    "schema_text",
    "show",
    "validate",
]
