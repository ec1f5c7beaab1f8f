"""A difference as text, as Markdown and as JSON."""

from __future__ import annotations

from enhancement_roadmap.history.forms.counts import counted, totals
from enhancement_roadmap.history.forms.json_form import SCHEMA_VERSION, as_json, changes_data, json_schema
from enhancement_roadmap.history.forms.markdown_form import LEAST_LIMIT, LIMIT, as_markdown
from enhancement_roadmap.history.forms.text_form import Paint, Role, as_text
from enhancement_roadmap.history.forms.words import Told, place_words, tell

__all__ = [
    "LEAST_LIMIT",
    "LIMIT",
    "SCHEMA_VERSION",
    "Paint",
    "Role",
    "Told",
    "as_json",
    "as_markdown",
    "as_text",
    "changes_data",
    "counted",
    "json_schema",
    "place_words",
    "tell",
    "totals",
]
