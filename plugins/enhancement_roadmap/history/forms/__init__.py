"""The forms that a difference is shown in."""

from __future__ import annotations

from enhancement_roadmap.history.forms.json_form import SCHEMA_VERSION, as_json, changes_data

__all__ = ["SCHEMA_VERSION", "as_json", "changes_data"]
