"""From a folder of YAML files to a roadmap, with every mistake on the way."""

from __future__ import annotations

from enhancement_roadmap.loading.by_parts import PartReader
from enhancement_roadmap.loading.disk import FolderError
from enhancement_roadmap.loading.entries import MAX_BYTES, Entry, RefusedError, too_large
from enhancement_roadmap.loading.folder import ITEMS, DataFile, Folder, kind_of
from enhancement_roadmap.loading.load import Loaded, load, load_files, no_collection
from enhancement_roadmap.loading.parsed import ParsedFile, ParsedFiles, parse
from enhancement_roadmap.loading.positions import Positions
from enhancement_roadmap.loading.quoting import show
from enhancement_roadmap.loading.schema import schema_files, schema_of, schema_text
from enhancement_roadmap.loading.validation import validate
from enhancement_roadmap.loading.values import read_values
from enhancement_roadmap.loading.yaml_reader import compose

__all__ = [
    "ITEMS",
    "MAX_BYTES",
    "DataFile",
    "Entry",
    "Folder",
    "FolderError",
    "Loaded",
    "ParsedFile",
    "ParsedFiles",
    "PartReader",
    "Positions",
    "RefusedError",
    "compose",
    "kind_of",
    "load",
    "load_files",
    "no_collection",
    "parse",
    "read_values",
    "schema_files",
    "schema_of",
    "schema_text",
    "show",
    "too_large",
    "validate",
]
