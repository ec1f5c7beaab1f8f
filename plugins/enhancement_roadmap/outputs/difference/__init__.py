"""A difference as text, as Markdown and as JSON."""

from __future__ import annotations

from enhancement_roadmap.outputs.difference.finding_changes import FindingChanges, finding_changes
from enhancement_roadmap.outputs.difference.json_format import SCHEMA_VERSION, as_json, changes_data, json_schema
from enhancement_roadmap.outputs.difference.markdown_format import LEAST_LIMIT, LIMIT, as_markdown
from enhancement_roadmap.outputs.difference.sources import Sources
from enhancement_roadmap.outputs.difference.text_format import Paint, Role, as_text

__all__ = [
    "LEAST_LIMIT",
    "LIMIT",
    "SCHEMA_VERSION",
    "FindingChanges",
    "Paint",
    "Role",
    "Sources",
    "as_json",
    "as_markdown",
    "as_text",
    "changes_data",
    "finding_changes",
    "json_schema",
]
