"""What every noun is made of: a frozen base class and the kinds of text and number."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
MAX_SLUG = 100
LABEL_PATTERN = r"^[\w][\w .+-]*$"

TEXT_PATTERN = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]*$"
"""No control characters but tabs and line ends: no page can show them, and some mean something to a site generator."""

type_of_text = ["string", "number", "boolean"]
"""Data files need no quotes round ``1.0`` or ``no``: an editor must accept what the loader reads as text."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=TEXT_PATTERN),
    WithJsonSchema({"type": type_of_text, "minLength": 1}),
]
"""Words for people, never empty; shown only through the text door (``enhancement_roadmap.text``)."""

Slug = Annotated[
    str,
    StringConstraints(pattern=SLUG_PATTERN, max_length=MAX_SLUG),
    WithJsonSchema({"type": ["string", "integer"], "pattern": SLUG_PATTERN, "maxLength": MAX_SLUG}),
]
"""A stable name for machines, links and anchors: lower-case letters, digits and single hyphens."""

Label = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=LABEL_PATTERN, max_length=60),
    WithJsonSchema({"type": type_of_text, "pattern": LABEL_PATTERN, "maxLength": 60}),
]
"""A word to group enhancements by: letters, digits, spaces, dots, plus signs and hyphens."""

Number = Annotated[int, Field(ge=1, le=1_000_000)]
"""A number for people to call a thing by; it starts at 1."""


class Node(BaseModel):
    """A piece of the roadmap: immutable, and closed to keys that nobody has defined."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_post_init(self, context: Any, /) -> None:
        """Share the names of the keys that were given with all pieces that were given the same: a third of a roadmap's memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _shared(frozenset(self.model_fields_set)))

    def __copy__(self) -> Self:
        """A copy with names of its own, to which more may be added."""
        copied = super().__copy__()
        object.__setattr__(copied, "__pydantic_fields_set__", set(self.model_fields_set))
        return copied


@lru_cache(maxsize=4096)
def _shared(names: frozenset[str]) -> frozenset[str]:
    return names
