"""How messages name places and quote values of the data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.strict_yaml.positions import Loc

_SHOWN = 60


def named(loc: Loc) -> str:
    """A location as people read it: ``requirements[2].text``, counted from 1."""
    name = ""
    for step in loc:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{short(step)}" if name else short(step)
    return name or "the file"


def show(value: Any) -> str:
    """A value as a message quotes it: on one line, and not too long."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{short(key)}: …" for key in list(value)[:4]) + "}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return f"‘{short(value)}’"


def short(value: Any) -> str:
    """A text on one line, cut where it is long."""
    text = " ".join(str(value)[: 10 * _SHOWN].split())
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text


def slug_of(text: str) -> str:
    """The slug nearest to a text; ``some-id`` where nothing is left of it."""
    ascii_only = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:60].rstrip("-") or "some-id"
