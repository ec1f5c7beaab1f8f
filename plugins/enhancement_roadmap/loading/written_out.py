"""A mapping as somebody would write it, who has written a text in its place."""

from __future__ import annotations

from typing import Any

from enhancement_roadmap.loading.fields import fields_of, is_slug
from enhancement_roadmap.model import Node
from enhancement_roadmap.sentences import cut, first_few
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import scalar_text, slug_of

_KEYS = 12
"""Keys that a hint names."""
_SHOWN = 60
"""Characters of a text that a hint repeats."""


def as_mapping(model: type[Node], loc: Loc, value: Any) -> str:
    """What to write: the line with the text in its key, and which keys there are.

    Args:
        model: what belongs there.
        loc: where it belongs.
        value: what was written.
    """
    keys = f"Keys: {first_few(fields_of(model), _KEYS)}."
    line = _line(model, value) if isinstance(value, str) else ""
    if not line:
        return f"Write ‘key: value’ lines{', indented under it' if loc else ''}. {keys}"
    before = "" if not loc else "- " if isinstance(loc[-1], int) else f"{loc[-1]}: "
    return f"Write ‘{before}{line if not loc else f'{{{line}}}'}’. {keys}"


def _line(model: type[Node], text: str) -> str:
    """The keys that must be there, with a text in the first that takes one; empty where none does."""
    parts: dict[str, str] = {}
    holder = _text_key(model)
    for name, field in fields_of(model).items():
        if name == holder:
            parts[name] = scalar_text(cut(" ".join(text.split()), _SHOWN))
        elif field.is_required():
            parts[name] = slug_of(text) if name == "id" else "…"
    return ", ".join(f"{name}: {value}" for name, value in parts.items()) if holder else ""


def _text_key(model: type[Node]) -> str | None:
    """The first key that must be there and takes words for people."""
    fields = fields_of(model).items()
    return next((name for name, field in fields if field.is_required() and field.annotation is str and not is_slug(field.metadata)), None)
