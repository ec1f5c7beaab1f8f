"""From a folder of YAML files to a roadmap, with every mistake on the way."""

from __future__ import annotations

from enhancement_roadmap.loading.folder import FolderError
from enhancement_roadmap.loading.load import Loaded, load
from enhancement_roadmap.loading.mapping import read_mapping
from enhancement_roadmap.loading.schema import schema_files, schema_of, schema_text

__all__ = ["FolderError", "Loaded", "load", "read_mapping", "schema_files", "schema_of", "schema_text"]
