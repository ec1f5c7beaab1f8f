"""How messages name places and quote values of the data."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from enhancement_roadmap.model.slugs import latin
from enhancement_roadmap.sentences import cut
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.reader import NULLS

_SHOWN = 61
"""Characters of a value, the mark of a cut among them."""


class _Typing(yaml.SafeDumper):
    """Puts quotes only where a text could not be read without them: nothing is a date, a number or a yes by itself."""


_Typing.yaml_implicit_resolvers = {}


def named(loc: Loc) -> str:
    """A location as people read it: ``requirements[2].text``, counted from 1."""
    name = ""
    for step in loc:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{_key(step)}" if name else _key(step)
    return name or "the file"


@lru_cache(maxsize=1024)
def _key(step: str) -> str:
    """A key of a location; thousands of values may have the same."""
    return short(step)


def show(value: Any) -> str:
    """A value as a message quotes it: on one line, and not too long."""
    if isinstance(value, str):
        return f"‘{short(value)}’"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{short(key)}: …" for key in list(value)[:4]) + "}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return f"‘{short(value)}’"


def short(value: Any) -> str:
    """A text on one line, cut where it is long."""
    return cut(" ".join(str(value)[: 10 * _SHOWN].split()), _SHOWN)


def scalar_text(words: str) -> str:
    """A text as it can stand in braces, in quotes where YAML needs them, and never broken into lines.

    Args:
        words: any text that UTF-8 can hold.
    """
    plain = _dumped(words, None)
    return plain if len(plain.splitlines()) == 1 else _dumped(words, '"')


def typed_text(words: str, *, in_brackets: bool = True) -> str:
    """A text as somebody would type it for `read_values`, on one line: a date, a number and a yes need no quotes.

    Args:
        words: any text that UTF-8 can hold.
        in_brackets: whether it is to stand in brackets or braces, where commas and colons mean more.
    """
    if words in NULLS:
        return quoted_text(words, "'")
    plain: str = yaml.dump([words] if in_brackets else words, Dumper=_Typing, default_flow_style=True, allow_unicode=True, width=math.inf)
    plain = plain.removesuffix("\n").removeprefix("[").removesuffix("]") if in_brackets else plain.removesuffix("\n").removesuffix("\n...")
    return plain if len(plain.splitlines()) == 1 else quoted_text(words, '"')


def quoted_text(words: str, style: str) -> str:
    """A text in quotes of a kind, on one line; in double ones where single ones could not hold it so.

    Args:
        words: any text that UTF-8 can hold.
        style: ``'`` or ``"``.
    """
    quoted = _dumped(words, style)
    return quoted if len(quoted.splitlines()) == 1 else _dumped(words, '"')


def double_quoted(words: str) -> str:
    """A text in double quotes, on one line, and cut where it is long."""
    escaped = short(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _dumped(words: str, style: str | None) -> str:
    dumped: str = yaml.safe_dump([words], default_style=style, default_flow_style=True, allow_unicode=True, width=math.inf)
    return dumped.removesuffix("\n").removeprefix("[").removesuffix("]")


def slug_of(text: str) -> str:
    """The slug that a text comes closest to; ``some-id`` where nothing is left of it."""
    ascii_only = latin(unicodedata.normalize("NFC", text[:200])).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:60].rstrip("-") or "some-id"
