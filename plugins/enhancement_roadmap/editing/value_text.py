"""Plain values as YAML: on one line, or spread over lines as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from enhancement_roadmap.strict_yaml.quoting import typed_text

PlainValue = str | Sequence["PlainValue"] | Mapping[str, "PlainValue"]
"""What a data file says, as texts, lists and mappings."""


_END = "\n"
_NO_BLOCK = re.compile(r"\A[ \t\n]|[\r\t\x85\u2028\u2029]|\n\n\Z|[ ]$", re.MULTILINE)
"""What a block of text can not hold as it is, or holds only in forms that people seldom write."""


def is_block(value: str) -> bool:
    """Whether a text has several lines, and can stand below its key as it is (``|``)."""
    return _END in value.rstrip() and not _NO_BLOCK.search(value)


def in_line(value: PlainValue) -> str:
    """A value on one line, as it can stand in brackets."""
    if isinstance(value, str):
        return typed_text(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {in_line(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(in_line, value)) + "]"


def pair_lines(key: str, value: PlainValue) -> list[str]:
    """A key with its value, in lines that are indented from the key; a text of several lines as people write one."""
    if isinstance(value, str) and is_block(value):
        return [f"{key}: |{'' if value.endswith(_END) else '-'}", *map(_indented, value.splitlines())]
    if isinstance(value, str) or not value:
        return [f"{key}: {_alone(value)}"]
    if isinstance(value, Mapping):
        return [f"{key}:", *(_indented(line) for name, inner in value.items() for line in pair_lines(name, inner))]
    return [f"{key}:", *(_indented(line) for entry in value for line in entry_lines(entry))]


def entry_lines(value: PlainValue) -> list[str]:
    """An entry of a list, in lines that are indented from its dash."""
    if isinstance(value, Mapping) and value:
        lines = [line for name, inner in value.items() for line in pair_lines(name, inner)]
        return [f"- {lines[0]}", *map(_indented, lines[1:])]
    return [f"- {_alone(value)}"]


def _indented(line: str) -> str:
    return f"  {line}" if line else ""


def _alone(value: PlainValue) -> str:
    return typed_text(value, in_brackets=False) if isinstance(value, str) else in_line(value)
