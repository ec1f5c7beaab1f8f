"""What YAML calls a mistake and LibYAML lets pass, where something is lost by it or hidden in it.

What it lets pass without harm is listed in ``docs/explanation/data-in-git.md``.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator

import yaml

from enhancement_roadmap.strict_yaml.lines import lines_of
from enhancement_roadmap.strict_yaml.problem import Problem, first_lines

BYTE_ORDER_MARK = "\ufeff"
MARK_INSIDE = ("a byte order mark, which nobody sees, stands inside the file", "Delete it: only the very first character may be one.")

_MAYBE_GLUED = re.compile(rb"""["'\]}|>+\-0-9]#""")
_HEADER = re.compile(r"[|>][-+0-9]*#")
_BLOCKS = ("|", ">")


def loose_ends(data: bytes) -> list[Problem]:
    """Comments that nothing sets apart from what is in front of them, and byte order marks inside of values.

    Args:
        data: UTF-8 text that LibYAML has read as one document.
    """
    if BOM_UTF8 not in data and not (b"#" in data and _MAYBE_GLUED.search(data)):
        return []
    return first_lines(_found(data, data.decode("utf-8")))


def _found(data: bytes, text: str) -> Iterator[Problem]:
    lines = lines_of(data)
    for token in yaml.scan(data, Loader=yaml.CSafeLoader):
        start, end = token.start_mark.index, token.end_mark.index
        style = getattr(token, "style", None)
        if _HEADER.match(text, start) if style in _BLOCKS else _is_value(token) and text.startswith("#", end):
            mark = token.start_mark if style in _BLOCKS else token.end_mark
            message = "the # has no space before it: what follows would be lost"
            yield Problem("RM201", message, "Put a space in front of a comment, or the # inside of the quotes.", *lines.of(mark))
        if isinstance(token, yaml.ScalarToken) and style not in ("'", '"') and BYTE_ORDER_MARK in token.value:
            yield Problem("RM201", *MARK_INSIDE, *lines.of(token.start_mark))


def _is_value(token: yaml.Token) -> bool:
    """Whether a value ends with a token."""
    return isinstance(token, (yaml.ScalarToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken))
