"""Long texts: Markdown of several paragraphs, with lists, tables, quotes and code where they are needed."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, get_args

from pydantic import StringConstraints, WithJsonSchema

from enhancement_roadmap.model.base import TEXT_PATTERN, Node, type_of_text


class _Long:
    """Marks the type of a field as that of a long text."""


LongText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=TEXT_PATTERN),
    WithJsonSchema({"type": type_of_text, "minLength": 1, "contentMediaType": "text/markdown"}),
    _Long(),
]
"""Words for people that may take more than a line; shown only through the text door (``enhancement_roadmap.text``), which knows
what of Markdown they may use. A single paragraph is the same in all of its forms as a `Text` with these words."""


@cache
def long_fields(model: type[Node]) -> frozenset[str]:
    """Names of a node's fields that hold a long text."""
    return frozenset(name for name, field in model.model_fields.items() if _is_long([*field.metadata, field.annotation]))


def _is_long(parts: list[Any]) -> bool:
    return any(isinstance(part, _Long) or _is_long([*get_args(part)]) for part in parts)
