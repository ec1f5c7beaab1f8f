"""Words from outside as YAML on one line."""

from __future__ import annotations

import math

import yaml


def scalar(words: str) -> str:
    """A text as it can stand in braces, in quotes where YAML needs them, and never broken into lines.

    Args:
        words: any text that UTF-8 can hold.
    """
    plain = _dumped(words, None)
    return plain if len(plain.splitlines()) == 1 else _dumped(words, '"')


def _dumped(words: str, style: str | None) -> str:
    dumped: str = yaml.safe_dump([words], default_style=style, default_flow_style=True, allow_unicode=True, width=math.inf)
    return dumped.removesuffix("\n").removeprefix("[").removesuffix("]")
