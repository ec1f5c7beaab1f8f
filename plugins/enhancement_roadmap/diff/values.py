"""Values of the model as plain data, the same that its JSON form has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.model import Node, PartialDate, Roadmap

Json = Any
"""What JSON can hold: None, bool, int, float, str, and lists and mappings of these."""


def plain_value(value: Any) -> Json:
    """A value of the model as plain data."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, PartialDate):
        return value.isoformat()
    if isinstance(value, Node):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, (tuple, list)):
        return [plain_value(entry) for entry in value]
    if isinstance(value, Mapping):
        return {str(key): plain_value(entry) for key, entry in value.items()}
    return str(value)


def facts_of(roadmap: Roadmap) -> dict[str, Json]:
    """Everything that a roadmap says, as plain data with every default filled in.

    Returns:
        ``about``, ``plan``, ``governance`` and ``metrics`` as their files hold them, and ``enhancements``, a list by number.
    """
    facts: dict[str, Json] = roadmap.model_dump(mode="json", by_alias=True)
    return facts
