"""Typographic quotes around a whole value: YAML takes them for a part of the text, where its own are straight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import yaml

from enhancement_roadmap.strict_yaml.lines import lines_of
from enhancement_roadmap.strict_yaml.problem import Problem, first_lines
from enhancement_roadmap.strict_yaml.quoting import double_quoted, short

_CLOSING: Mapping[str, str] = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’‘",
    "’": "’",
    "‚": "‘’",
    "´": "´`",
    "″": "″",
    "＂": "＂",
}
"""What may close a quotation, by what opens it, in one language or another."""

_MAYBE = re.compile(f"(?:^|[-:?,\\[{{])[ \\t]*[{''.join(_CLOSING)}]", re.MULTILINE)
_FIRST_BYTES = tuple({char.encode()[:1] for char in _CLOSING})
_STRAIGHT = "Quotes of YAML are straight, \" or ': put such around the text, in place of the typographic ones."


def typographic_quotes(data: bytes) -> list[Problem]:
    """Values that stand in typographic quotes, and in no others.

    Args:
        data: UTF-8 text that LibYAML has read as one document.
    """
    if data.isascii() or not any(byte in data for byte in _FIRST_BYTES) or not _MAYBE.search(data.decode("utf-8")):
        return []
    return first_lines(_found(data))


def with_straight_quotes(problems: Iterable[Problem], data: bytes) -> list[Problem]:
    """Problems of a text that is no YAML, with another hint where typographic quotes stand on the line."""
    texts = lines_of(data).texts
    return [
        replace(problem, hint=_STRAIGHT) if problem.code == "RM201" and _MAYBE.search(texts[problem.line - 1]) else problem
        for problem in problems
    ]


def _found(data: bytes) -> Iterator[Problem]:
    lines = lines_of(data)
    plain = [token for token in yaml.scan(data, Loader=yaml.CSafeLoader) if isinstance(token, yaml.ScalarToken) and token.plain]
    for token, following in zip(plain, [*plain[1:], None], strict=True):
        where = lines.of(token.start_mark)
        if (inside := _inside(token.value)) is not None:
            message = f"‘{short(token.value)}’ is text with its typographic quotes"
            hint = f"Write {double_quoted(inside)}, with straight quotes; to keep the others, put straight ones around them."
            yield Problem("RM213", message, hint, *where)
        elif following and _inside(token.value + following.value) is not None and lines.of(following.start_mark)[0] == where[0]:
            message = f"‘{short(token.value)}’ ends at the comma, inside of typographic quotes"
            yield Problem("RM213", message, _STRAIGHT, *where)


def _inside(value: str) -> str | None:
    """What stands between typographic quotes around a whole value; None where there are none."""
    opening, closing = value[:1], value[-1:]
    if len(value) < len('""') or closing not in _CLOSING.get(opening, ""):
        return None
    inside = value[1:-1]
    return None if opening in inside or closing in inside else inside
