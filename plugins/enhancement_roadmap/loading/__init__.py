"""From a folder of YAML files to a roadmap, with every mistake on the way."""

from __future__ import annotations

from enhancement_roadmap.loading.disk import FolderError, entries_on_disk
from enhancement_roadmap.loading.entries import MAX_BYTES, FolderEntry, RefusedError, too_large
from enhancement_roadmap.loading.folder import ITEMS, DataFile, Folder, kind_of
from enhancement_roadmap.loading.given import GivenFile, GivenFolder
from enhancement_roadmap.loading.load import Loaded, load, load_files, no_collection
from enhancement_roadmap.loading.names import named
from enhancement_roadmap.loading.order import cause_first
from enhancement_roadmap.loading.parsed import ParsedFile, ParsedFiles, parse
from enhancement_roadmap.loading.readable import Readable, as_far_as_readable
from enhancement_roadmap.loading.schema import schema_files, schema_text
from enhancement_roadmap.loading.validation import validate

__all__ = [
    "ITEMS",
    "MAX_BYTES",
    "DataFile",
    "Folder",
    "FolderEntry",
    "FolderError",
    "GivenFile",
    "GivenFolder",
    "Loaded",
    "ParsedFile",
    "ParsedFiles",
    "Readable",
    "RefusedError",
    "as_far_as_readable",
    "cause_first",
    "entries_on_disk",
    "kind_of",
    "load",
    "load_files",
    "named",
    "no_collection",
    "parse",
    "schema_files",
    "schema_text",
    "too_large",
    "validate",
]
