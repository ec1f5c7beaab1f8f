"""Plain values as YAML: on one line, or spread over lines as people write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enhancement_roadmap.strict_yaml.quoting import typed_text

PlainValue = str | Sequence["PlainValue"] | Mapping[str, "PlainValue"]
"""What a data file says, as texts, lists and mappings."""


def in_line(value: PlainValue) -> str:
    """A value on one line, as it can stand in brackets."""
    if isinstance(value, str):
        return typed_text(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {in_line(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(in_line, value)) + "]"


def pair_lines(key: str, value: PlainValue) -> list[str]:
    """A key with its value, in lines that are indented from the key."""
    if isinstance(value, str) or not value:
        return [f"{key}: {_alone(value)}"]
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {line}" for name, inner in value.items() for line in pair_lines(name, inner))]
    return [f"{key}:", *(f"  {line}" for entry in value for line in entry_lines(entry))]


def entry_lines(value: PlainValue) -> list[str]:
    """An entry of a list, in lines that are indented from its dash."""
    if isinstance(value, Mapping) and value:
        lines = [line for name, inner in value.items() for line in pair_lines(name, inner)]
        return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    return [f"- {_alone(value)}"]


def _alone(value: PlainValue) -> str:
    return typed_text(value, in_brackets=False) if isinstance(value, str) else in_line(value)
